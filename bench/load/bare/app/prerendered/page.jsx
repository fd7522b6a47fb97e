export default function Prerendered() {
  return <p>This page was drawn when it was built.</p>;
}
