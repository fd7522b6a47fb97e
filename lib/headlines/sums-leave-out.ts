import type { TradeSums } from "@/lib/series/trade-sums";

/** What sums of purchases and sales do not hold, in sentences. */
export function sumsLeaveOut({ bought, sold, contradicting, otherCurrency, unsure }: TradeSums): string[] {
  const missing = bought.valueMissing + sold.valueMissing;
  return [
    ...said(
      missing,
      "1 purchase or sale states no price and is in no sum.",
      "purchases and sales state no price and are in no sum.",
    ),
    ...said(
      contradicting,
      "1 purchase or sale is in no sum because its letter A or D contradicts the code.",
      "purchases and sales are in no sum because their letter A or D contradicts the code.",
    ),
    ...said(
      otherCurrency,
      "1 purchase or sale is in no sum because its price is not in US dollars.",
      "purchases and sales are in no sum because their price is not in US dollars.",
    ),
    ...said(
      unsure,
      "1 row read from paper is in no sum because a figure of it is unread or uncertain.",
      "rows read from paper are in no sum because a figure of them is unread or uncertain.",
    ),
  ];
}

const said = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [count === 1 ? one : `${count.toLocaleString("en-US")} ${many}`];
