import { rowNumber } from "@/lib/record/row-number";

/** The row's number, a link to the row. With script a click copies the row's address too (`CopiesRowLinks`). */
export const RowLink = ({ row }: { row: string }) => (
  <>
    <a className="row-link" href={`#${row}`} title={`Link to row ${rowNumber(row)}`}>
      {rowNumber(row)}
    </a>
    <span className="row-copied" aria-live="polite" />
  </>
);
