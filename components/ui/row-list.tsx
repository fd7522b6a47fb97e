import { Fragment } from "react";
import { rowNumber } from "@/lib/record/row-number";

type RowListProps = {
  /** Row ids (`I-2`). */
  rows: readonly string[];
  /** Path of their filing. By default, this page. */
  on?: string;
  /** The word before the last row. */
  last?: "and" | "or";
  /** Total number of rows in the filing. If it is set, long lists are counted instead. */
  of?: number;
};

/** A sentence names at most this many rows. */
const MOST_ROWS = 5;

/** "row I·2", "rows I·2, I·3 and I·4", each a link; "all of its 12 rows". */
export const RowList = ({ rows, on = "", last = "and", of }: RowListProps) => {
  if (of !== undefined && rows.length > MOST_ROWS) {
    return (
      <>
        {rows.length === of ? "all" : rows.length} of its {of} rows
      </>
    );
  }
  return (
    <>
      {/* A no-break space, so that a number is never alone on its line. */}
      {rows.length === 1 ? "row\u00a0" : "rows "}
      {rows.map((row, index) => (
        <Fragment key={row}>
          {index > 0 && (index === rows.length - 1 ? ` ${last} ` : ", ")}
          <a href={`${on}#${row}`}>{rowNumber(row)}</a>
        </Fragment>
      ))}
    </>
  );
};
