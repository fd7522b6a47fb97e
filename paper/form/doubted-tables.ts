import type { PrintedCell, PrintedForm, PrintedRow } from "./printed-form";

/** The form with every filled cell of its tables in doubt, where a whole source tells columns less surely than its letters. */
export function doubtedTables(form: PrintedForm, doubt: string): PrintedForm {
  return { ...form, tableI: form.tableI?.map(doubted) ?? null, tableII: form.tableII?.map(doubted) ?? null };

  function doubted<Column extends string>(row: PrintedRow<Column>): PrintedRow<Column> {
    const cells: PrintedRow<Column>["cells"] = { ...row.cells };
    for (const [column, cell] of Object.entries(row.cells) as [Column, PrintedCell | undefined][]) {
      if (cell && (cell.text !== "" || cell.marks.length > 0)) cells[column] = { doubt, ...cell };
    }
    return { ...row, cells };
  }
}
