"use client";

import { footnoteUrl } from "@/lib/urls";
import { noteNumber } from "./note";
import { useNotes } from "./notes-in-place";
import { openNoteId } from "./open-note-id";

type FootnoteMarkersProps = {
  accessionNumber: string;
  /** `I-2`: the row whose notes open here. */
  row: string;
  /** Ids of the footnotes of one field, or with `inColumn` of the whole row. */
  footnotes: readonly string[];
  /** In a Notes column the numerals sit on the line. */
  inColumn?: boolean;
};

/** The numerals after a value: each a link to its note, which with script opens under the row. */
export const FootnoteMarkers = ({ accessionNumber, row, footnotes, inColumn = false }: FootnoteMarkersProps) => {
  const { here, isOpen, toggle } = useNotes();
  if (footnotes.length === 0) return null;
  const rowKey = `${accessionNumber}#${row}`;

  const markers = footnotes.map((footnoteId) => {
    const note = { row: rowKey, footnoteId };
    const expanded = isOpen(note);
    return (
      <a
        key={footnoteId}
        className="marker"
        href={here === accessionNumber ? `#${footnoteId}` : footnoteUrl(accessionNumber, footnoteId)}
        data-row={rowKey}
        data-footnote={footnoteId}
        aria-label={`Note ${noteNumber(footnoteId)}`}
        aria-expanded={expanded}
        aria-controls={expanded ? openNoteId(note) : undefined}
        onClick={(event) => {
          // With a modifier the reader wants the link: a new tab, a window, a download.
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          toggle(note);
        }}
      >
        <span>{noteNumber(footnoteId)}</span>
      </a>
    );
  });
  return inColumn ? <span className="note-markers">{markers}</span> : <sup className="markers">{markers}</sup>;
};
