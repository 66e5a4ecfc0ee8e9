export default function GenrePage() {
  return <div class="page">GenrePage</div>;
}
