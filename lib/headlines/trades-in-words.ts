import type { TradeSums, TradeTotals } from "@/lib/series/trade-sums";
import { formatSummary } from "@/lib/values/money";
import { formatPart } from "@/lib/values/percent";

/** The numbers of buyers and sellers, if the sums cover several insiders: "seven insiders", "six". */
export type Traders = { bought: string; sold: string };

type Part = { text: string; kind: "words" | "sum" | "remark" };

/** Sums as part of a sentence: "bought $363K in 3 purchases and sold $5.0M in 12 sales (76% of it under a 10b5-1 plan)". */
export function tradesInParts({ bought, sold }: TradeSums, who?: Traders): Part[] {
  if (bought.rows === 0 && sold.rows === 0) return [words("no purchase (code P) or sale (code S) of shares")];
  return [
    ...(bought.rows > 0 ? traded("bought", bought, "purchase", who?.bought) : []),
    ...(bought.rows > 0 && sold.rows > 0 ? [words(" and ")] : []),
    ...(sold.rows > 0 ? traded("sold", sold, "sale", who?.sold) : []),
  ];
}

export const tradesInWords = (sums: TradeSums, who?: Traders): string =>
  tradesInParts(sums, who)
    .map(({ text }) => text)
    .join("");

const words = (text: string): Part => ({ text, kind: "words" });

function traded(verb: string, totals: TradeTotals, one: string, who?: string): Part[] {
  const { rows, value, underPlan, valueMissing, indirect } = totals;
  const plan = underPlan === "0" ? null : formatPart(underPlan, value);
  const remarks = [
    ...(plan === null ? [] : [`${plan} of it under a 10b5-1 plan`]),
    ...(indirect > 0 ? [indirectly(indirect, rows)] : []),
  ];
  return [
    words(`${who ? `${who} ` : ""}${verb} `),
    valueMissing === rows ? words("stock") : { text: formatSummary(value) ?? "", kind: "sum" },
    words(` in ${rows.toLocaleString("en-US")} ${one}${rows === 1 ? "" : "s"}${remarks.length > 0 ? " " : ""}`),
    ...(remarks.length > 0 ? [{ text: `(${remarks.join("; ")})`, kind: "remark" } as const] : []),
  ];
}

/** Others may have traded than the insiders who report it: funds, trusts, family. */
function indirectly(indirect: number, rows: number): string {
  const how = indirect < rows ? `${indirect.toLocaleString("en-US")} of ` : rows === 1 ? "of " : "all of ";
  return `${how}shares held indirectly`;
}
