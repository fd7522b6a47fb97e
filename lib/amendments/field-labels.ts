import type { ComparedField } from "@/lib/amendments/compare-rows";

/** The form's name for each field of a row. */
export const FIELD_LABELS: Record<ComparedField, string> = {
  securityTitle: "Title of security",
  conversionOrExercisePrice: "Conversion or exercise price",
  transactionDate: "Transaction date",
  deemedExecutionDate: "Deemed execution date",
  transactionFormType: "Form type",
  transactionCode: "Transaction code",
  equitySwapInvolved: "Equity swap involved",
  timeliness: "Timeliness",
  transactionShares: "Amount",
  transactionTotalValue: "Total value",
  pricePerShare: "Price",
  acquiredDisposedCode: "Acquired (A) or disposed of (D)",
  exerciseDate: "Date exercisable",
  expirationDate: "Expiration date",
  underlyingSecurityTitle: "Title of underlying securities",
  underlyingSecurityShares: "Underlying shares",
  underlyingSecurityValue: "Underlying value",
  sharesOwnedFollowing: "Owned following",
  valueOwnedFollowing: "Value owned following",
  directOrIndirect: "Direct (D) or indirect (I)",
  natureOfOwnership: "Nature of indirect ownership",
  row: "Footnotes to the row",
};
