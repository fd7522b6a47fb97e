import { FactsOfNote } from "@/components/notes/facts-of-note";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { describeFacts } from "@/lib/footnotes/describe-facts";
import { noteAnchor } from "@/lib/note-search/note-anchor";
import type { FoundNote } from "@/lib/note-search/note-search";
import type { Filing } from "@/lib/record/filing";
import type { ReadingNames } from "@/lib/record/filing-names";
import { footnoteUrl } from "@/lib/urls";
import { noteNumber } from "@/lib/views/note";
import { CitingRows } from "./citing-rows";
import { FoundFiling } from "./found-filing";
import { NoteWords } from "./note-words";

/** Footnotes and remarks found by a search, each with its filing, its facts, and the rows that cite it. */
export const FoundNotes = ({ notes, names }: { notes: readonly FoundNote[]; names: ReadingNames }) => (
  <DrawnOnce>
    <ol className="found-notes">
      {notes.map((note) => (
        <li key={`${note.entry.filing.accessionNumber}#${note.position}`}>
          <Found note={note} names={names} />
        </li>
      ))}
    </ol>
  </DrawnOnce>
);

const Found = ({ note, names }: { note: FoundNote; names: ReadingNames }) => {
  const { entry, position, footnoteId, rows, facts } = note;
  const href = footnoteUrl(entry.filing.accessionNumber, noteAnchor(note));
  return (
    <>
      <FoundFiling filing={entry.filing} names={names} />
      <div className="found-note">
        <h3>
          <a href={href}>
            {position === 0
              ? "Remarks"
              : `Footnote ${footnoteId === null ? "without a number" : noteNumber(footnoteId)}`}
            <span className="visually-hidden"> of {whose(entry.filing)}</span>
          </a>
        </h3>
        <NoteWords note={note} />
        <FactsOfNote
          note={{
            facts: describeFacts(facts).map(({ label, words }) => (words === null ? label : `${label}: ${words}`)),
          }}
        />
      </div>
      {rows.length > 0 ? (
        <CitingRows note={note} href={href} />
      ) : (
        <p className="citing-rows small muted">
          {position === 0 ? "Applies to the whole filing" : "No row cites this footnote"}
        </p>
      )}
    </>
  );
};

const whose = ({ owners: [owner], issuer }: Filing) =>
  [owner?.name, issuer.name].filter((name) => typeof name === "string").join(", ") || "an unnamed filing";
