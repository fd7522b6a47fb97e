import type { DerivedRow } from "./derived-filing";
import type { ReportedRow, TableNumber } from "./reported-row";
import { isUnsure } from "./unsure-row";

type Row = { row: ReportedRow; derived: DerivedRow };

/** Why totals leave out a row of any code because of its figures; null if they count it. */
export function whyLeftOut({ row, derived }: Row): "implausible" | "unsure" | "currency" | null {
  if (derived.implausible !== null) return "implausible";
  if (isUnsure(row)) return "unsure";
  return (derived.trade?.currency ?? null) === null ? null : "currency";
}

/** How a row counts among purchases (code P) and sales (code S): in one of the sums, or separately for a reason. */
export type CountedTrade = {
  table: TableNumber;
  side: "bought" | "sold" | null;
  apart: "letter" | ReturnType<typeof whyLeftOut>;
};

/** Null for a row that is neither. Every sum and every chart of purchases and sales follows this rule. */
export function countedTrade({ row, derived }: Row): CountedTrade | null {
  const { kind, tableNumber: table, transactionCode: code } = row;
  const isTrade = code === "P" || code === "S";
  if (kind !== "transaction" || !(isTrade || row.unread.includes("transactionCode"))) return null;
  const reason = whyLeftOut({ row, derived });
  if (reason !== null) return { table, side: null, apart: reason };
  const agrees = row.acquiredDisposedCode.value === (code === "P" ? "A" : "D");
  return agrees
    ? { table, side: code === "P" ? "bought" : "sold", apart: null }
    : { table, side: null, apart: "letter" };
}
