import type { TradeSums, TradeTotals } from "@/lib/series/trade-sums";
import { plural } from "@/lib/values/counts";
import { formatSummary } from "@/lib/values/money";

/** What the sums of purchases and sales leave out, in sentences. */
export function sumsLeaveOut({ bought, sold, derivatives, contradicting, otherCurrency, unsure }: TradeSums): string[] {
  const missing = bought.valueMissing + sold.valueMissing;
  return [
    ...ofDerivatives(derivatives),
    ...said(
      missing,
      "1 purchase or sale has no price and is not included in the totals.",
      "purchases and sales have no price and are not included in the totals.",
    ),
    ...said(
      contradicting,
      "1 purchase or sale is not included because its letter A or D contradicts the code.",
      "purchases and sales are not included because their letter A or D contradicts the code.",
    ),
    ...said(
      otherCurrency,
      "1 purchase or sale is not included because its price is not in US dollars.",
      "purchases and sales are not included because their price is not in US dollars.",
    ),
    ...said(
      unsure,
      "1 row read from paper is not included because a figure is unread or uncertain.",
      "rows read from paper are not included because a figure is unread or uncertain.",
    ),
  ];
}

/** "1 purchase of derivatives in Table II ($60.0M) is not included in the totals, which cover Table I." */
function ofDerivatives({ bought, sold }: TradeSums["derivatives"]): string[] {
  const parts = [inTableII(bought, "purchase"), inTableII(sold, "sale")].filter((part) => part !== null);
  if (parts.length === 0) return [];
  const verb = bought.rows + sold.rows === 1 ? "is" : "are";
  return [`${parts.join(" and ")} of derivatives in Table II ${verb} not included in the totals, which cover Table I.`];
}

function inTableII({ rows, value, valueMissing }: TradeTotals, one: string): string | null {
  if (rows === 0) return null;
  return `${plural(rows, one)}${rows === valueMissing ? "" : ` (${formatSummary(value)})`}`;
}

const said = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [count === 1 ? one : `${count.toLocaleString("en-US")} ${many}`];
