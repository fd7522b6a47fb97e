"use client";

import { Fragment } from "react";
import { CopyLink } from "@/components/ui/copy-link";
import type { ListedNote } from "@/lib/footnotes/listed-notes";
import type { NoteUse } from "@/lib/footnotes/note-uses";
import { rowNumber } from "@/lib/format/row-number";
import { noteKey, noteNumber } from "./note";
import { NoteText } from "./note-text";
import { useNotes } from "./notes-in-place";

type NotesListProps = {
  accessionNumber: string;
  /** In document order, each with the cells that refer to it. */
  footnotes: Omit<ListedNote, "text">[];
};

/**
 * "Explanation of responses": all notes of a filing, each with its address and the cells that use it. The texts come from
 * {@link NotesInPlace}, so that the page carries them once for the list and for the places where they open.
 */
export const NotesList = ({ accessionNumber, footnotes }: NotesListProps) => {
  const { notes } = useNotes();
  return (
    <ol className="notes-list">
      {footnotes.map(({ anchor, footnoteId, uses, repeatsId }) => {
        const note = notes[noteKey(accessionNumber, anchor)];
        return (
          <li key={anchor} id={anchor}>
            <span className="note-number">{footnoteId === null ? "—" : noteNumber(footnoteId)}</span>
            <div>
              {note && <NoteText note={{ text: note.text }} />}
              <p className="note-uses">
                {repeatsId && <span>The filing gives this number to another note too</span>}
                <Uses uses={uses} />
                <CopyLink href={`#${anchor}`}>Link to note</CopyLink>
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
};

/** "Used at price: row I·2, row I·3 · code: row I·1". */
const Uses = ({ uses }: { uses: NoteUse[] }) =>
  uses.length === 0 ? (
    <span>No row refers to it</span>
  ) : (
    <span>
      Used at{" "}
      {uses.map(({ place, rows }, index) => (
        <Fragment key={place}>
          {index > 0 && " · "}
          {place}:{" "}
          {rows.map((row, at) => (
            <Fragment key={row}>
              {at > 0 && ", "}
              <a href={`#${row}`}>row {rowNumber(row)}</a>
            </Fragment>
          ))}
        </Fragment>
      ))}
    </span>
  );
