import type { TableNumber } from "@/lib/record/reported-row";
import type { FormColumn } from "./form-column";
import { type FormRow, isStated } from "./form-row";
import { initialTableOneColumns, initialTableTwoColumns } from "./initial-columns";
import { tableOneColumns } from "./table-one-columns";
import { tableTwoColumns } from "./table-two-columns";

/**
 * The columns of a table as its form has them. A Form 3 has those of holdings alone; if one reports a transaction all the same, it
 * is shown in the columns of Form 4, so that nothing of it is lost.
 */
export function formColumns(table: TableNumber, form: string, rows: readonly FormRow[]): FormColumn[] {
  if (form === "3" && rows.every(({ row }) => row.kind === "holding")) {
    const statesBalance = rows.some(
      (row) => isStated(row, "sharesOwnedFollowing") || isStated(row, "valueOwnedFollowing"),
    );
    return table === "I" ? initialTableOneColumns : initialTableTwoColumns(statesBalance);
  }
  return table === "I" ? tableOneColumns(form) : tableTwoColumns(form);
}
