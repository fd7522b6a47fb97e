import { dateOf } from "@/lib/paper/cell-values";
import type { TableToken } from "@/lib/paper/text/order/table-tokens";

/** What a trade by these codes does in Table I; by others it may acquire or dispose of. */
const SIGNS: Record<string, "A" | "D"> = { P: "A", M: "A", C: "A", X: "A", A: "A", S: "D", F: "D", D: "D" };

/**
 * Codes in the order they came out, if every one that can only acquire stands at an amount acquired, and every one that can only
 * dispose at one disposed of, and there are some of both: in another order they would not agree.
 */
export function codesBySigns(codes: TableToken[], acquired: TableToken[]): TableToken[] {
  const signs = codes.map(({ cell }) => SIGNS[cell.text]);
  const isBoth = signs.includes("A") && signs.includes("D");
  const agrees = signs.every((sign, at) => sign === undefined || sign === acquired[at]?.cell.text);
  return isBoth && agrees && codes.length === acquired.length ? codes : [];
}

/** Dates in the order they came out, if none is before the one above it: trades are listed by their days. */
export function datesInTime(dates: TableToken[]): TableToken[] {
  const days = dates.map(({ cell }) => dateOf(cell.text) ?? "");
  return days.every((day, at) => at === 0 || (days[at - 1] ?? "") <= day) ? dates : [];
}
