export default function HomePage() {
  return <div class="page">HomePage</div>;
}
