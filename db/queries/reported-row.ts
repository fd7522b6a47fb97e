import type { filingRow } from "@/db/schema";
import type { ROW_FIELDS } from "@/lib/record/filing-fields";
import type { Field, ReportedRow } from "@/lib/record/reported-row";

type StoredRow = typeof filingRow.$inferSelect;
type FieldColumn = {
  [K in keyof typeof ROW_FIELDS]: (typeof ROW_FIELDS)[K]["isField"] extends true ? K : never;
}[keyof typeof ROW_FIELDS];

type Place = "accessionNumber" | "tableNumber" | "line" | "kind";

/** A stored row for pages. Values that no typed column can hold are shown as filed. Columns that were not read are empty. */
export function reportedRow(row: Pick<StoredRow, Place> & Partial<StoredRow>): ReportedRow {
  const field = (column: FieldColumn): Field => ({
    value: row[column] ?? row.spelling?.[column] ?? null,
    footnotes: row[`${column}Footnotes`] ?? [],
  });
  const { accessionNumber, tableNumber, line, lineIsFiled = true, kind, equitySwapInvolved = null } = row;
  return {
    accessionNumber,
    tableNumber,
    line,
    lineIsFiled,
    kind,
    securityTitle: field("securityTitle"),
    conversionOrExercisePrice: field("conversionOrExercisePrice"),
    transactionDate: field("transactionDate"),
    deemedExecutionDate: field("deemedExecutionDate"),
    transactionFormType: row.transactionFormType ?? null,
    transactionCode: row.transactionCode ?? null,
    equitySwapInvolved,
    transactionCodingFootnotes: row.transactionCodingFootnotes ?? [],
    timeliness: field("timeliness"),
    transactionShares: field("transactionShares"),
    transactionTotalValue: field("transactionTotalValue"),
    pricePerShare: field("pricePerShare"),
    acquiredDisposedCode: field("acquiredDisposedCode"),
    exerciseDate: field("exerciseDate"),
    expirationDate: field("expirationDate"),
    underlyingSecurityTitle: field("underlyingSecurityTitle"),
    underlyingSecurityShares: field("underlyingSecurityShares"),
    underlyingSecurityValue: field("underlyingSecurityValue"),
    sharesOwnedFollowing: field("sharesOwnedFollowing"),
    valueOwnedFollowing: field("valueOwnedFollowing"),
    directOrIndirect: field("directOrIndirect"),
    natureOfOwnership: field("natureOfOwnership"),
    rowFootnotes: row.rowFootnotes ?? [],
    unread: row.unread ?? [],
    uncertain: row.uncertain ?? [],
  };
}
