import type Big from "big.js";
import { type DocumentRow, isObject, nodeAt } from "@/lib/edgar/ownership-document";
import { parseDecimal } from "@/lib/values/decimal";

/** The values of a row that the checks use; null for a value that is missing or unread. */
export type RowToCheck = {
  pointer: string;
  title: string | null;
  date: string | null;
  code: string | null;
  shares: Big | null;
  letter: string | null;
  price: string | null;
  priceNotes: string[];
  underlyingShares: Big | null;
  owned: Big | null;
  /** Security, form of ownership and vehicle: rows that agree on these report one balance. */
  line: string;
};

export const PATHS = {
  shares: ["transactionAmounts", "transactionShares"],
  letter: ["transactionAmounts", "transactionAcquiredDisposedCode"],
  price: ["transactionAmounts", "transactionPricePerShare"],
  owned: ["postTransactionAmounts", "sharesOwnedFollowingTransaction"],
  underlyingShares: ["underlyingSecurity", "underlyingSecurityShares"],
} as const;

export const pointerTo = (row: RowToCheck, field: keyof typeof PATHS) => `${row.pointer}/${PATHS[field].join("/")}`;

export function readRow(row: DocumentRow, pointer: string): RowToCheck {
  const value = (path: readonly string[]): string | null => {
    const node = nodeAt(row, path);
    if (typeof node === "string") return node;
    return isObject(node) && typeof node.value === "string" ? node.value : null;
  };
  const price = nodeAt(row, PATHS.price);
  const notes = isObject(price) && Array.isArray(price.footnotes) ? price.footnotes : [];
  return {
    pointer,
    title: value(["securityTitle"]),
    date: value(["transactionDate"]),
    code: value(["transactionCoding", "transactionCode"]),
    shares: parseDecimal(value(PATHS.shares)),
    letter: value(PATHS.letter),
    price: value(PATHS.price),
    priceNotes: notes.filter((id): id is string => typeof id === "string"),
    underlyingShares: parseDecimal(value(PATHS.underlyingShares)),
    owned: parseDecimal(value(PATHS.owned)),
    line: JSON.stringify(
      [
        ["securityTitle"],
        ["conversionOrExercisePrice"],
        ["exerciseDate"],
        ["expirationDate"],
        ["ownershipNature", "directOrIndirectOwnership"],
        ["ownershipNature", "natureOfOwnership"],
      ].map(value),
    ),
  };
}
