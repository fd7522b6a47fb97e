"use client";

import { Fragment } from "react";
import { LinkIcon } from "@/components/ui/link-icon";
import { partsOfKey } from "@/lib/record/row-key";
import { footnoteUrl } from "@/lib/urls";
import { type Notes, noteKey, noteNumber } from "@/lib/views/note";
import { FactsOfNote } from "./facts-of-note";
import { NoteRunningOn } from "./note-running-on";
import { NoteUses } from "./note-uses";
import { type OpenNote, openNoteId } from "./open-note";
import { TextOfNote } from "./text-of-note";

type OpenNotesProps = {
  notes: Notes;
  /** The footnotes open below one row. */
  open: readonly OpenNote[];
  /** Accession number, if this is the page of a filing. */
  here: string | null;
  onClose: (note: OpenNote) => void;
};

/** The footnotes that are open below a row. */
export const OpenNotes = ({ notes, open, here, onClose }: OpenNotesProps) =>
  open.map((opened) => {
    const { row: rowKey, footnoteId } = opened;
    const accessionNumber = partsOfKey(rowKey).accessionNumber;
    const isHere = here === accessionNumber;
    const note = notes[noteKey(accessionNumber, footnoteId)];
    const number = noteNumber(footnoteId);
    return (
      <div
        key={footnoteId}
        className="note"
        id={openNoteId(opened)}
        role="note"
        aria-label={`Footnote ${number}`}
        data-row={rowKey}
        data-footnote={footnoteId}
      >
        <span className="note-number">{number}</span>
        <div>
          {note ? <TextOfNote note={note} /> : <p className="muted">The filing has no footnote with this number.</p>}
          {note && <NoteRunningOn note={note} accessionNumber={isHere ? undefined : accessionNumber} withTexts />}
          {note && <FactsOfNote note={note} />}
          {note?.uses && (
            <p className="small-links note-uses">
              <NoteUses uses={note.uses} accessionNumber={isHere ? undefined : accessionNumber} />
            </p>
          )}
          {note?.sameId?.map((text) => (
            <Fragment key={text}>
              <p className="muted small">Another footnote in this filing has the same number:</p>
              <TextOfNote note={{ text }} />
            </Fragment>
          ))}
        </div>
        <span className="note-actions">
          <a className="link-button" href={isHere ? `#${footnoteId}` : footnoteUrl(accessionNumber, footnoteId)}>
            <LinkIcon />
            Go to footnote{" "}
          </a>
          <button type="button" className="link-button" onClick={() => onClose(opened)}>
            Close
          </button>
        </span>
      </div>
    );
  });
