import type { TradeSums, TradeTotals } from "@/lib/series/trade-sums";
import { formatSummaryInWords } from "@/lib/values/money";
import { formatPart } from "@/lib/values/percent";
import { upperFirst } from "@/lib/values/upper-first";
import { sumsLeaveOut } from "./sums-leave-out";

/** A headline such as "Insiders bought $38.4 million and sold $214.9 million". Null if there were neither purchases nor sales. */
export function tradesHeadline(bought: TradeTotals, sold: TradeTotals): string | null {
  const parts = [said("bought", bought), said("sold", sold)].filter((part) => part !== null);
  return parts.length === 0 ? null : `Insiders ${parts.join(" and ")}`;
}

function said(verb: string, { rows, value, valueMissing }: TradeTotals): string | null {
  if (rows === 0) return null;
  return valueMissing === rows ? `${verb} at prices not reported` : `${verb} ${formatSummaryInWords(value)}`;
}

/** What totals cover. A phone, which has room for the finding alone, says so at the foot of the list. */
export const TOTALS_COVER = "Totals cover codes P and S in Table I. Each trade counts once, as last amended.";

/** What a headline's sums include and leave out: the part under a plan, rows without a price, contradictions. */
export function tradesStandfirst(sums: TradeSums): string[] {
  const { sold } = sums;
  const part = sold.underPlan === "0" ? null : formatPart(sold.underPlan, sold.value);
  return [...(part ? [`${upperFirst(part)} of the value sold was under 10b5-1 plans.`] : []), ...sumsLeaveOut(sums)];
}
