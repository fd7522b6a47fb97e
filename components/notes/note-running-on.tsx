import { REMARKS } from "@/lib/footnotes/filed-notes";
import { footnoteUrl } from "@/lib/urls";
import { type Note, noteNumber } from "@/lib/views/note";

type NoteRunningOnProps = {
  note: Note;
  /** The filing it stands on, where that is not the page's own. */
  accessionNumber?: string;
  /** Whether the texts that go on follow at once: where all notes are listed they stand there. */
  withTexts?: boolean;
};

/** Of a note that was cut at EDGAR's length limit: where it goes on, and what it carries on. */
export const NoteRunningOn = ({ note, accessionNumber, withTexts = false }: NoteRunningOnProps) => {
  const { goesOnFrom, goesOnIn = [] } = note;
  const link = (id: string) => (
    <a href={accessionNumber === undefined ? `#${id}` : footnoteUrl(accessionNumber, id)}>
      {id === REMARKS ? "the remarks" : `footnote ${noteNumber(id)}`}
    </a>
  );
  const [next] = goesOnIn;
  return (
    <>
      {withTexts
        ? goesOnIn.map(({ id, text }) => (
            <div key={id}>
              <p className="muted small">Continues in {link(id)}:</p>
              <p className="note-text">{text}</p>
            </div>
          ))
        : next && <p className="muted small">Continues in {link(next.id)}</p>}
      {goesOnFrom !== undefined && <p className="muted small">Continues {link(goesOnFrom)}</p>}
    </>
  );
};
