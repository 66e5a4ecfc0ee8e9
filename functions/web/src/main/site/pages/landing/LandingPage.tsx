export default function LandingPage() {
  return <div class="page">LandingPage</div>;
}
