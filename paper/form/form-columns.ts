import { TABLE_I_COLUMNS, TABLE_II_COLUMNS, type TableIColumn, type TableIIColumn } from "./printed-form";

/** `amountOfEither`: the amount of a row of Table II, as long as we do not know whether it is under (A) or (D). */
export type AnyColumn = TableIColumn | TableIIColumn | "amountOfEither";

/** What a column can contain. */
export type ColumnKind = "text" | "date" | "code" | "flag" | "number" | "acquiredDisposed" | "price" | "directIndirect";

export const COLUMN_KINDS: Record<AnyColumn, ColumnKind> = {
  securityTitle: "text",
  exercisePrice: "price",
  transactionDate: "date",
  deemedExecutionDate: "date",
  code: "code",
  v: "flag",
  amount: "number",
  amountAcquired: "number",
  amountDisposed: "number",
  amountOfEither: "number",
  acquiredDisposed: "acquiredDisposed",
  exerciseDate: "date",
  expirationDate: "date",
  underlyingTitle: "text",
  underlyingShares: "number",
  price: "price",
  owned: "number",
  directOrIndirect: "directIndirect",
  nature: "text",
};

/** The columns of a trade, empty in a row that is a holding. */
export const TRADE_COLUMNS: AnyColumn[] = [
  "transactionDate",
  "deemedExecutionDate",
  "code",
  "v",
  "amount",
  "acquiredDisposed",
  "amountAcquired",
  "amountDisposed",
];

/** Form 3 reports no transactions. */
const FORM_3_TABLE_I: TableIColumn[] = ["securityTitle", "owned", "directOrIndirect", "nature"];
const FORM_3_TABLE_II: TableIIColumn[] = [
  "securityTitle",
  "exerciseDate",
  "expirationDate",
  "underlyingTitle",
  "underlyingShares",
  "exercisePrice",
  "directOrIndirect",
  "nature",
];

/** The columns that a table of this form prints, in order. Form 5 has no V. */
export const printedColumns = {
  I: (form: "3" | "4" | "5" | null): TableIColumn[] =>
    form === "3" ? FORM_3_TABLE_I : TABLE_I_COLUMNS.filter((name) => form !== "5" || name !== "v"),
  II: (form: "3" | "4" | "5" | null): TableIIColumn[] =>
    form === "3" ? FORM_3_TABLE_II : TABLE_II_COLUMNS.filter((name) => form !== "5" || name !== "v"),
};
