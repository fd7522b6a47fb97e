import type { Place, SourceText } from "@/paper/form/printed-form";

/** Characters shown before and after a place. */
const AROUND = 60;

/** The text at a place, with some of the line around it. */
export const SourceExcerpt = ({ place: { page, line, from, to }, text }: { place: Place; text: SourceText }) => {
  const whole = text[page - 1]?.[line - 1];
  if (whole === undefined) return null;
  const start = Math.max(0, from - AROUND);
  const end = Math.min(whole.length, to + AROUND);
  return (
    <p className="excerpt">
      {start > 0 && "… "}
      {whole.slice(start, from)}
      <mark>{whole.slice(from, to)}</mark>
      {whole.slice(to, end)}
      {end < whole.length && " …"}
    </p>
  );
};
