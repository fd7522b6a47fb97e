import { formatSummaryInWords } from "@/lib/format/money";
import { formatPart } from "@/lib/format/percent";
import type { TradeTotals } from "@/lib/series/day-sum";

/**
 * The finding as a headline: "Insiders bought $38.4 million and sold $214.9 million". Null where neither happened.
 */
export function tradesHeadline(bought: TradeTotals, sold: TradeTotals): string | null {
  const parts = [said("bought", bought), said("sold", sold)].filter((part) => part !== null);
  return parts.length === 0 ? null : `Insiders ${parts.join(" and ")}`;
}

function said(verb: string, { rows, value, valueMissing }: TradeTotals): string | null {
  if (rows === 0) return null;
  return valueMissing === rows ? `${verb} at prices not reported` : `${verb} ${formatSummaryInWords(value)}`;
}

/** What a headline of sums leaves out or adds: the plan's part, and rows without a price. */
export function tradesStandfirst(bought: TradeTotals, sold: TradeTotals): string[] {
  const sentences: string[] = [];
  const part = sold.underPlan === "0" ? null : formatPart(sold.underPlan, sold.value);
  if (part) sentences.push(`${part} of the value sold is on forms with the 10b5-1 box checked.`);
  const missing = bought.valueMissing + sold.valueMissing;
  if (missing > 0) {
    sentences.push(
      missing === 1
        ? "1 purchase or sale has no reported price and is in no sum."
        : `${missing} purchases and sales have no reported price and are in no sum.`,
    );
  }
  return sentences;
}
