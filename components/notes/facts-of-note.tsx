import { methodUrl } from "@/lib/urls";
import type { Note } from "@/lib/views/note";

/** The facts we read in a footnote, each with its name, apart from its text as filed. */
export const FactsOfNote = ({ note: { facts = [], isWaiting } }: { note: Pick<Note, "facts" | "isWaiting"> }) => {
  if (isWaiting)
    return <p className="muted small">This filing is still being processed. We have not read its footnotes yet.</p>;
  if (facts.length === 0) return null;
  return (
    <p className="note-facts">
      <a href={methodUrl("footnotes")}>Our reading</a>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
};
