export default function TogetherPage() { return <div class="page" />; }
