import { printedColumns } from "@/paper/form/form-columns";
import {
  emptyCell,
  type PrintedCell,
  type PrintedForm,
  type PrintedRow,
  type PrintedTableIIRow,
  TABLE_I_COLUMNS,
  TABLE_II_COLUMNS,
  type TableIColumn,
  type TableIIColumn,
} from "@/paper/form/printed-form";
import type { MarkRule } from "@/paper/words/printed-words";
import { joined, placesOfWords } from "@/paper/words/printed-words";
import type { Sheet } from "@/paper/words/sheet";
import { drawnTable, type Headings, printedRows } from "./form-table";

const TITLE = /^1\s?\.?\s*Title of (?:Derivative )?Security/i;

const TABLE_I: Headings<TableIColumn> = [
  ["securityTitle", TITLE],
  ["transactionDate", /^2\s?\.?\s*Transaction Date/i],
  ["deemedExecutionDate", /^2\s?A\.?\s*Deemed/i],
  ["code", /^Code$/i],
  ["code", /^3\s?\.?\s*Transaction Code/i],
  ["v", /^V$/],
  ["amount", /^Amount$/i],
  ["acquiredDisposed", /^\(A\) ?or ?\(D\)$/i],
  ["price", /^Price$/i],
  ["owned", /^[25]\s?\.?\s*Amount of Securities/i],
  ["directOrIndirect", /^[36]\s?\.?\s*Ownership/i],
  ["nature", /^[47]\s?\.?\s*Nature/i],
];

const TABLE_II: Headings<TableIIColumn> = [
  ["securityTitle", TITLE],
  ["exercisePrice", /^[24]\s?\.?\s*Conversion or/i],
  ["transactionDate", /^3\s?\.?\s*Transaction Date/i],
  ["deemedExecutionDate", /^3\s?A\.?\s*Deemed/i],
  ["code", /^Code$/i],
  ["code", /^4\s?\.?\s*Transaction Code/i],
  ["v", /^V$/],
  ["amountAcquired", /^\(A\)$/],
  ["amountDisposed", /^\(D\)$/],
  ["exerciseDate", /^Date Exercis/i],
  ["expirationDate", /^Expiration Date/i],
  ["underlyingTitle", /^Title$/i],
  ["underlyingShares", /^Amount or Number/i],
  ["price", /^8\s?\.?\s*Price/i],
  ["owned", /^9\s?\.?\s*Number/i],
  ["directOrIndirect", /^(?:5|10)\s?\.?\s*Ownership/i],
  ["nature", /^(?:6|11)\s?\.?\s*Nature/i],
];

/** Columns that this form does not print. */
const absentI = (form: "3" | "4" | "5") => TABLE_I_COLUMNS.filter((name) => !printedColumns.I(form).includes(name));
const absentII = (form: "3" | "4" | "5") => TABLE_II_COLUMNS.filter((name) => !printedColumns.II(form).includes(name));

type Area = { top: number; bottom: number };
type TypedColumn = TableIIColumn | "amountOfEither" | "acquiredOrDisposed";

/** Forms from before 2003 have a separate column that says whether an amount was acquired or disposed of. */
const TYPED_II: readonly TypedColumn[] = TABLE_II_COLUMNS.map((name) =>
  name === "amountAcquired" ? "amountOfEither" : name === "amountDisposed" ? "acquiredOrDisposed" : name,
);

/** Column 2A or 3A, the deemed execution date, was added to the form in 2002. */
const typedLayouts = <Column extends string>(sheet: Sheet, area: Area, columns: readonly Column[]) =>
  sheet.words.some(({ text, baseline }) => /^[23]A\./.test(text) && baseline > area.top && baseline < area.bottom)
    ? [columns]
    : [columns.filter((name) => name !== "deemedExecutionDate")];

/** The rows of both tables, and text in them that belongs to no row. Null for a table that is not drawn as one. */
export function formTables(
  sheet: Sheet,
  form: "3" | "4" | "5",
  areas: { tableI: Area | null; tableII: Area | null },
  marks: MarkRule,
): Pick<PrintedForm, "tableI" | "tableII" | "unplaced"> {
  if (sheet.kind === "typed") return typedTables(sheet, form, areas, marks);
  const drawnI = areas.tableI && drawnTable(sheet, areas.tableI, TABLE_I);
  const drawnII = areas.tableII && drawnTable(sheet, areas.tableII, TABLE_II);
  const outside = [drawnI, drawnII].flatMap((table) => table?.outside ?? []);
  const unplaced: PrintedCell[] =
    outside.length === 0 ? [] : [{ text: joined(outside), marks: [], places: placesOfWords(outside) }];
  return {
    tableI: drawnI && printedRows<TableIColumn>(drawnI, absentI(form), marks),
    tableII: drawnII && printedRows<TableIIColumn>(drawnII, absentII(form), marks),
    unplaced,
  };
}

/** The headings of typed forms are broken over lines without cells, so we know their columns by their number. */
function typedTables(
  sheet: Sheet,
  form: "3" | "4" | "5",
  { tableI, tableII }: { tableI: Area | null; tableII: Area | null },
  marks: MarkRule,
): Pick<PrintedForm, "tableI" | "tableII" | "unplaced"> {
  const rows = <Column extends string>(area: Area | null, columns: readonly Column[]): PrintedRow<Column>[] | null => {
    const table = form !== "3" && area && drawnTable(sheet, area, [], typedLayouts(sheet, area, columns));
    return table ? printedRows(table, ["deemedExecutionDate" as Column], marks) : null;
  };
  return {
    tableI: rows(tableI, TABLE_I_COLUMNS),
    tableII: rows(tableII, TYPED_II)?.map(withAmount) ?? null,
    unplaced: [],
  };
}

/** An amount is next to its A or D. If that column has neither, we do not know which it is. */
function withAmount({ cells, unplaced }: PrintedRow<TypedColumn>): PrintedTableIIRow {
  const { acquiredOrDisposed, amountOfEither: amount = emptyCell(), ...own } = cells;
  const isEmpty = amount.text === "" && amount.marks.length === 0;
  const letter = acquiredOrDisposed?.text ?? "";
  if (!isEmpty && !/^[AD]$/.test(letter)) return { cells: { ...own, amountOfEither: amount }, unplaced };
  const [amountAcquired, amountDisposed] = letter === "D" ? [emptyCell(), amount] : [amount, emptyCell()];
  return { cells: { ...own, amountAcquired, amountDisposed }, unplaced };
}
