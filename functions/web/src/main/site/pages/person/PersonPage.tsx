export default function PersonPage() {
  return <div class="page">PersonPage</div>;
}
