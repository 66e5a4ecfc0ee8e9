export default function BrowsePage() {
  return <div class="page">BrowsePage</div>;
}
