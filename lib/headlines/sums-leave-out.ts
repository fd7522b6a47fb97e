import type { TradeSums } from "@/lib/series/trade-sums";

/** What the sums of purchases and sales leave out, in sentences. */
export function sumsLeaveOut({ bought, sold, contradicting, otherCurrency, unsure }: TradeSums): string[] {
  const missing = bought.valueMissing + sold.valueMissing;
  return [
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

const said = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [count === 1 ? one : `${count.toLocaleString("en-US")} ${many}`];
