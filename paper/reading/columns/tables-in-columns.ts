import {
  emptyCell,
  type PrintedForm,
  type PrintedRow,
  TABLE_I_COLUMNS,
  TABLE_II_COLUMNS,
  type TableIColumn,
  type TableIIColumn,
} from "@/paper/form/printed-form";
import type { SourceLine } from "@/paper/words/source-lines";
import { withAcquiredOrDisposed } from "./acquired-or-disposed";
import { FORM_3_TABLE_I, FORM_3_TABLE_II, TABLE_I, TABLE_II } from "./form-columns";
import { readTableInColumns } from "./read-table-in-columns";
import { tableIISpans, tableISpans } from "./table-headings";

/** The rows of both tables, if only the places of words show their columns. Null for a table that cannot be read in this way. */
export function tablesInColumns(
  form: "3" | "4" | "5",
  lines: { tableI: SourceLine[] | null; tableII: SourceLine[] | null },
  isNote: (mark: string) => boolean,
): Pick<PrintedForm, "tableI" | "tableII" | "unplaced"> {
  const [columnsI, columnsII] = form === "3" ? [FORM_3_TABLE_I, FORM_3_TABLE_II] : [TABLE_I, TABLE_II];
  const tableI =
    lines.tableI && readTableInColumns(lines.tableI, columnsI, (headings) => tableISpans(headings, form), isNote);
  const tableII =
    lines.tableII && readTableInColumns(lines.tableII, columnsII, (headings) => tableIISpans(headings, form), isNote);
  return {
    tableI: tableI
      ? tableI.rows.map(({ spans: _, ...row }) => completed<TableIColumn>(row, TABLE_I_COLUMNS, columnsI))
      : null,
    tableII: tableII
      ? tableII.rows
          .map(withAcquiredOrDisposed)
          .map((row) => completed<TableIIColumn | "amountOfEither">(row, TABLE_II_COLUMNS, columnsII))
      : null,
    unplaced: [tableI, tableII].flatMap((table) => table?.unplaced ?? []),
  };
}

/** A column that this form does not have is an empty cell. */
function completed<Name extends string>(
  row: PrintedRow<Name>,
  all: readonly Name[],
  own: { name: Name }[],
): PrintedRow<Name> {
  const isAbsent = (name: Name) =>
    !own.some((column) => column.name === name || (column.name === "amountOfEither" && name.startsWith("amount")));
  const cells = { ...row.cells };
  for (const name of all.filter(isAbsent)) cells[name] = emptyCell();
  return { ...row, cells };
}
