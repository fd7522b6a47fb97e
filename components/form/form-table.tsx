import { tableRoles } from "@/components/ui/table-roles";
import type { TableNumber } from "@/lib/record/reported-row";
import type { FormColumn } from "./form-column";
import { type FormRow, isStated } from "./form-row";
import { FormTableHead } from "./form-table-head";
import { FormTableRow } from "./form-table-row";
import { initialTableOneColumns, initialTableTwoColumns } from "./initial-columns";
import { tableOneColumns } from "./table-one-columns";
import { tableTwoColumns } from "./table-two-columns";

type FormTableProps = {
  table: TableNumber;
  /** `3`, `4` or `5`. */
  form: string;
  caption: string;
  rows: FormRow[];
};

/** Table I or II with the columns and numbers of the form, every row as filed. */
export const FormTable = ({ table, form, caption, rows }: FormTableProps) => {
  const columns = formColumns(table, form, rows).map((column) => withRoomForNotes(column, rows));
  return (
    <table {...tableRoles.table} className={`form-table is-table-${table === "I" ? "one" : "two"}`}>
      <caption className="visually-hidden">{caption}</caption>
      <FormTableHead columns={columns} />
      <tbody {...tableRoles.rowGroup}>
        {rows.map((row) => (
          <FormTableRow key={row.id} row={row} columns={columns} />
        ))}
      </tbody>
    </table>
  );
};

/** Markers hang to the right of a number. If a cell has several, its whole column gets room for them. */
function withRoomForNotes(column: FormColumn, rows: readonly FormRow[]): FormColumn {
  const most = Math.max(
    0,
    ...rows.flatMap(({ row }) => column.fields.map((name) => new Set(row[name].footnotes).size)),
  );
  return column.isNumeric && most > 1 ? { ...column, className: most > 2 ? "notes-3" : "notes-2" } : column;
}

/**
 * The columns of a table on its form. Form 3 has only those of holdings. If one reports a transaction all the same, it gets the
 * columns of Form 4, so that nothing is lost.
 */
function formColumns(table: TableNumber, form: string, rows: readonly FormRow[]): FormColumn[] {
  if (form === "3" && rows.every(({ row }) => row.kind === "holding")) {
    const statesBalance = rows.some(
      (row) => isStated(row, "sharesOwnedFollowing") || isStated(row, "valueOwnedFollowing"),
    );
    return table === "I" ? initialTableOneColumns : initialTableTwoColumns(statesBalance);
  }
  return table === "I" ? tableOneColumns(form) : tableTwoColumns(form);
}
