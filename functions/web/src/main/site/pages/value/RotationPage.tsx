export default function RotationPage() {
  return <div class="page">RotationPage</div>;
}
