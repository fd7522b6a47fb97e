import { keyInFiling } from "@/lib/record/row-key";
import { footnoteUrl } from "@/lib/urls";
import { noteNumber } from "@/lib/views/note";

type FootnoteMarkersProps = {
  accessionNumber: string;
  /** `I-2`: the row whose notes open here. */
  row: string;
  /** Ids of the footnotes of one field, or with `inColumn` of the whole row. */
  footnotes: readonly string[];
  /** In a Notes column the numerals sit on the line. */
  inColumn?: boolean;
  /** Whether this is the page of the filing itself. */
  isHere?: boolean;
};

/** The numerals after a value: each a link to its note, which with script opens under the row (`NotesInPlace`). */
export const FootnoteMarkers = ({
  accessionNumber,
  row,
  footnotes,
  inColumn = false,
  isHere = false,
}: FootnoteMarkersProps) => {
  if (footnotes.length === 0) return null;
  const markers = footnotes.map((footnoteId) => (
    <a
      key={footnoteId}
      className="marker"
      href={isHere ? `#${footnoteId}` : footnoteUrl(accessionNumber, footnoteId)}
      data-row={keyInFiling(accessionNumber, row)}
      data-footnote={footnoteId}
      aria-label={`Footnote ${noteNumber(footnoteId)}`}
    >
      <span>{noteNumber(footnoteId)}</span>
    </a>
  ));
  return inColumn ? <span className="note-markers">{markers}</span> : <sup className="markers">{markers}</sup>;
};
