import { tableRoles } from "@/components/ui/table-roles";
import { keyInFiling } from "@/lib/record/row-key";

type OpenNotesRowProps = {
  accessionNumber: string;
  /** `I-2`: the row above, whose footnotes open here. */
  row: string;
  /** Number of columns that the footnotes span. */
  columns: number;
  /** Number of empty columns before them. */
  indent?: number;
};

/** A table row below a row with footnotes. `NotesInPlace` shows it while one of those footnotes is open. */
export const OpenNotesRow = ({ accessionNumber, row, columns, indent = 0 }: OpenNotesRowProps) => (
  <tr {...tableRoles.row} className="note-row" hidden data-notes-of={keyInFiling(accessionNumber, row)}>
    {indent > 0 && <td {...tableRoles.cell} colSpan={indent} />}
    <td {...tableRoles.cell} colSpan={columns} />
  </tr>
);
