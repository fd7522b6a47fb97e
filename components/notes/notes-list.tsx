"use client";

import { CopyLink } from "@/components/ui/copy-link";
import type { ListedNote } from "@/lib/footnotes/listed-notes";
import { noteKey, noteNumber } from "@/lib/views/note";
import { FactsOfNote } from "./facts-of-note";
import { NoteRunningOn } from "./note-running-on";
import { NoteUses } from "./note-uses";
import { useNotes } from "./notes-in-place";
import { TextOfNote } from "./text-of-note";

type NotesListProps = {
  accessionNumber: string;
  /** In document order, each with the cells that cite it and, from paper, where it is in the source. */
  footnotes: (Omit<ListedNote, "text"> & { source?: React.ReactNode })[];
};

/**
 * "Explanation of responses": all footnotes of a filing, each with its address and the cells that cite it. The texts come from
 * {@link NotesInPlace}, so that the page has them only once for the list and for the places where they open.
 */
export const NotesList = ({ accessionNumber, footnotes }: NotesListProps) => {
  const notes = useNotes();
  return (
    <ol className="notes-list">
      {footnotes.map(({ anchor, footnoteId, uses, repeatsId, source }) => {
        const note = notes[noteKey(accessionNumber, anchor)];
        return (
          <li key={anchor} id={anchor}>
            <span className="note-number">{footnoteId === null ? "—" : noteNumber(footnoteId)}</span>
            <div>
              {note && <TextOfNote note={note} />}
              {note && <NoteRunningOn note={note} />}
              {note && <FactsOfNote note={note} />}
              <p className="small-links note-uses">
                {repeatsId && <span>Another footnote has the same number</span>}
                <NoteUses uses={uses} />
                {source}
                <CopyLink href={`#${anchor}`}>Copy link</CopyLink>
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
};
