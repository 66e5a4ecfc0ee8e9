export default function ValuePage() {
  return <div class="page">ValuePage</div>;
}
