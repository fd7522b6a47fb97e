import { tableRoles } from "@/components/ui/table-roles";
import { keyInFiling } from "@/lib/record/row-key";

type OpenNotesRowProps = {
  accessionNumber: string;
  /** `I-2`: the row above, whose notes open here. */
  row: string;
  /** How many columns the notes span. */
  columns: number;
  /** Columns left empty before them. */
  indent?: number;
};

/** A table row that follows a row with footnotes. `NotesInPlace` shows it while one of those notes is open. */
export const OpenNotesRow = ({ accessionNumber, row, columns, indent = 0 }: OpenNotesRowProps) => (
  <tr {...tableRoles.row} className="note-row" hidden data-notes-of={keyInFiling(accessionNumber, row)}>
    {indent > 0 && <td {...tableRoles.cell} colSpan={indent} />}
    <td {...tableRoles.cell} colSpan={columns} />
  </tr>
);
