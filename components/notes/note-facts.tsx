import { methodUrl } from "@/lib/urls";

/** What we read in a note, apart from its words as filed: each with what it is. */
export const NoteFacts = ({ facts }: { facts: readonly string[] }) =>
  facts.length === 0 ? null : (
    <p className="note-facts">
      <a href={methodUrl("footnotes")}>Our reading</a>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
