"use client";

import { Fragment } from "react";
import { CopyLink } from "@/components/ui/copy-link";
import { noteKey, noteNumber } from "./note";
import { NoteText } from "./note-text";
import { useNotes } from "./notes-in-place";

type NotesListProps = {
  accessionNumber: string;
  /** In document order, each with the ids of the rows that refer to it (`I-2`). */
  footnotes: { footnoteId: string; rows: string[] }[];
};

/**
 * "Explanation of responses": all notes of a filing, each with its address and the rows that use it. The texts come from
 * {@link NotesInPlace}, so that the page carries them once for the list and for the places where they open.
 */
export const NotesList = ({ accessionNumber, footnotes }: NotesListProps) => {
  const { notes } = useNotes();
  return (
    <ol className="notes-list">
      {footnotes.map(({ footnoteId, rows }) => {
        const note = notes[noteKey(accessionNumber, footnoteId)];
        return (
          <li key={footnoteId} id={footnoteId}>
            <span className="note-number">{noteNumber(footnoteId)}</span>
            <div>
              {note && <NoteText note={{ text: note.text }} />}
              <p className="note-uses">
                {rows.length > 0 ? (
                  <span>
                    Used in{" "}
                    {rows.map((row, index) => (
                      <Fragment key={row}>
                        {index > 0 && ", "}
                        <a href={`#${row}`}>row {row.replace("-", "·")}</a>
                      </Fragment>
                    ))}
                  </span>
                ) : (
                  <span>No row refers to it</span>
                )}
                <CopyLink href={`#${footnoteId}`}>Link to note</CopyLink>
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
};
