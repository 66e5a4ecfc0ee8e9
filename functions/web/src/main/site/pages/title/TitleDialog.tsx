export default function TitleDialog() {
  return <div class="page">TitleDialog</div>;
}
