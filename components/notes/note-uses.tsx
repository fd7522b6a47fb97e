import { Fragment } from "react";
import type { NoteUse } from "@/lib/footnotes/note-uses";
import { rowNumber } from "@/lib/record/row-number";
import { rowUrl } from "@/lib/urls";

type NoteUsesProps = {
  uses: readonly NoteUse[];
  /** The filing of these rows, if this is not its page. */
  accessionNumber?: string;
};

/** "Cited by price: row I·2, row I·3 · code: row I·1". */
export const NoteUses = ({ uses, accessionNumber }: NoteUsesProps) =>
  uses.length === 0 ? (
    <span>No row cites this footnote</span>
  ) : (
    <span>
      {" "}
      Cited by{" "}
      {uses.map(({ place, rows }, index) => (
        <Fragment key={place}>
          {index > 0 && " · "}
          {place}:{" "}
          {rows.map((row, at) => (
            <Fragment key={row}>
              {at > 0 && ", "}
              <a href={accessionNumber === undefined ? `#${row}` : rowUrl(accessionNumber, row)}>
                row {rowNumber(row)}
              </a>
            </Fragment>
          ))}
        </Fragment>
      ))}
    </span>
  );
