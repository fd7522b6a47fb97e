import { keyInFiling } from "@/lib/record/row-key";
import { footnoteUrl, rowUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import { noteNumber } from "@/lib/views/note";

/** A column has room for this many. With more, one link opens all footnotes of the row. */
const MOST_MARKERS = 2;

type FootnoteMarkersProps = {
  accessionNumber: string;
  /** `I-2`: the row below which its footnotes open. */
  row: string;
  /** Ids of the footnotes of one field or, with `inColumn`, of the whole row. */
  footnotes: readonly string[];
  /** Whether the markers are in a Notes column, where the numerals are not raised. */
  inColumn?: boolean;
  /** Whether this is the page of the filing itself. */
  isHere?: boolean;
};

/** The numerals after a value, each a link to its footnote. With JavaScript it opens below the row (`NotesInPlace`). */
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
  if (inColumn && markers.length > MOST_MARKERS) {
    return (
      <>
        <a className="note-count" href={rowUrl(accessionNumber, row)} data-opens-notes="row">
          {plural(markers.length, "footnote")}
        </a>
        <span hidden>{markers}</span>
      </>
    );
  }
  return inColumn ? <span className="note-markers">{markers}</span> : <sup className="markers">{markers}</sup>;
};
