export default function PickPage() {
  return <div class="page">PickPage</div>;
}
