"use client";

import { Fragment } from "react";
import { Icon } from "@/components/ui/icon";
import { tableRoles } from "@/components/ui/table-roles";
import { footnoteUrl } from "@/lib/urls";
import { noteKey, noteNumber } from "./note";
import { NoteFacts } from "./note-facts";
import { NoteRunningOn } from "./note-running-on";
import { NoteText } from "./note-text";
import { NoteUses } from "./note-uses";
import { useNotes } from "./notes-in-place";
import { openNoteId } from "./open-note-id";

type OpenNotesRowProps = {
  accessionNumber: string;
  /** `I-2`: the row above, whose notes open here. */
  row: string;
  /** How many columns the notes span. */
  columns: number;
  /** Columns left empty before them. */
  indent?: number;
};

/** A table row that follows a row with footnotes, and shows those of its notes that are open. Otherwise it is hidden. */
export const OpenNotesRow = ({ accessionNumber, row, columns, indent = 0 }: OpenNotesRowProps) => {
  const { notes, here, open, close } = useNotes();
  const rowKey = `${accessionNumber}#${row}`;
  const isHere = here === accessionNumber;
  const openHere = open.filter((note) => note.row === rowKey);
  return (
    <tr {...tableRoles.row} className="note-row" hidden={openHere.length === 0} data-notes-of={rowKey}>
      {indent > 0 && <td {...tableRoles.cell} colSpan={indent} />}
      <td {...tableRoles.cell} colSpan={columns}>
        {openHere.map((open) => {
          const note = notes[noteKey(accessionNumber, open.footnoteId)];
          const number = noteNumber(open.footnoteId);
          return (
            <div
              key={open.footnoteId}
              className="note"
              id={openNoteId(open)}
              role="note"
              aria-label={`Note ${number}`}
              data-row={rowKey}
              data-footnote={open.footnoteId}
            >
              <span className="note-number">{number}</span>
              <div>
                {note ? <NoteText note={note} /> : <p className="muted">The filing has no note of this number.</p>}
                {note && <NoteRunningOn note={note} accessionNumber={isHere ? undefined : accessionNumber} withTexts />}
                {note?.facts && <NoteFacts facts={note.facts} />}
                {note?.uses && (
                  <p className="note-uses">
                    <NoteUses uses={note.uses} accessionNumber={isHere ? undefined : accessionNumber} />
                  </p>
                )}
                {note?.sameId?.map((text) => (
                  <Fragment key={text}>
                    <p className="muted small">Another note of the filing has the same number:</p>
                    <NoteText note={{ text }} />
                  </Fragment>
                ))}
              </div>
              <span className="note-actions">
                <a
                  className="link-button"
                  href={isHere ? `#${open.footnoteId}` : footnoteUrl(accessionNumber, open.footnoteId)}
                >
                  <Icon name="link" />
                  Link to note
                </a>
                <button type="button" className="link-button" onClick={() => close(open)}>
                  Close
                </button>
              </span>
            </div>
          );
        })}
      </td>
    </tr>
  );
};
