export default function SearchPage() {
  return <div class="page">SearchPage</div>;
}
