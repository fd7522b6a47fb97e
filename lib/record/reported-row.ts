import type { RowColumn } from "./filing-fields";

/** A value as filed and the ids of its footnotes. Each may be there without the other. */
export type Field = { value: string | null; footnotes: string[] };

export type TableNumber = "I" | "II";
export type RowKind = "transaction" | "holding";

/**
 * One line of Table I or II as filed. Numbers are decimals as text, dates `YYYY-MM-DD` text; `null` is "not reported",
 * never zero. Fields of Table II are empty on Table I rows, and those of a transaction on holdings.
 */
export type ReportedRow = {
  accessionNumber: string;
  tableNumber: TableNumber;
  /** From 1 within the table, transactions and holdings together, in document order. */
  line: number;
  /** False where the source has no order across kinds (the SEC's data sets). */
  lineIsFiled: boolean;
  kind: RowKind;
  securityTitle: Field;
  conversionOrExercisePrice: Field;
  transactionDate: Field;
  deemedExecutionDate: Field;
  transactionFormType: string | null;
  transactionCode: string | null;
  equitySwapInvolved: boolean | null;
  /** Footnotes of `transactionCoding`: they belong to the code. */
  transactionCodingFootnotes: string[];
  timeliness: Field;
  transactionShares: Field;
  transactionTotalValue: Field;
  pricePerShare: Field;
  acquiredDisposedCode: Field;
  exerciseDate: Field;
  expirationDate: Field;
  underlyingSecurityTitle: Field;
  underlyingSecurityShares: Field;
  underlyingSecurityValue: Field;
  sharesOwnedFollowing: Field;
  valueOwnedFollowing: Field;
  directOrIndirect: Field;
  natureOfOwnership: Field;
  /** Footnotes that hang on the row itself. */
  rowFootnotes: string[];
  /** Of a row that was read from paper: columns that could not be read, and those that may be wrong. */
  unread: readonly RowColumn[];
  uncertain: readonly RowColumn[];
};

/** `I-2`: the row's id in addresses. Design prints it `I·2`. */
export const rowId = (row: { tableNumber: TableNumber; line: number }) => `${row.tableNumber}-${row.line}`;
