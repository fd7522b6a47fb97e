import { REMARKS } from "@/lib/footnotes/filed-notes";
import { footnoteUrl } from "@/lib/urls";
import { type Note, noteNumber } from "@/lib/views/note";

type NoteRunningOnProps = {
  note: Note;
  /** The footnote's filing, if this is not its page. */
  accessionNumber?: string;
  /** Whether to print the continuing texts here, as the list of all footnotes does. */
  withTexts?: boolean;
};

/** For a footnote cut off at EDGAR's length limit: where it continues, and which footnote it continues. */
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
