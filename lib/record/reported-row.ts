import type { RowColumn } from "./filing-fields";

/** A value as filed and the ids of its footnotes. Either can be present without the other. */
export type Field = { value: string | null; footnotes: string[] };

export type TableNumber = "I" | "II";
export type RowKind = "transaction" | "holding";

/**
 * One row of Table I or II as filed. Numbers are decimal text and dates are `YYYY-MM-DD` text; `null` is "not reported", never
 * zero. Rows of Table I leave the fields of Table II empty, and holdings leave those of a transaction empty.
 */
export type ReportedRow = {
  accessionNumber: string;
  tableNumber: TableNumber;
  /** Counted from 1 within the table, for transactions and holdings together, in document order. */
  line: number;
  /** False if the source does not order transactions and holdings together (the SEC's data sets). */
  lineIsFiled: boolean;
  kind: RowKind;
  securityTitle: Field;
  conversionOrExercisePrice: Field;
  transactionDate: Field;
  deemedExecutionDate: Field;
  transactionFormType: string | null;
  transactionCode: string | null;
  equitySwapInvolved: boolean | null;
  /** Footnotes of `transactionCoding`, which belong to the code. */
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
  /** Footnotes of the row itself. */
  rowFootnotes: string[];
  /** For a row read from paper: columns that could not be read, and those that may be wrong. */
  unread: readonly RowColumn[];
  uncertain: readonly RowColumn[];
};

/** `I-2`: the row's id in addresses. Pages show it as `I·2`. */
export const rowId = (row: { tableNumber: TableNumber; line: number }) => `${row.tableNumber}-${row.line}`;
