import Big from "big.js";
import { isUnderPlan } from "@/lib/plans/plan-of-row";
import { countedTrade } from "@/lib/record/counted-trade";
import { type SeriesRow, uniqueRows } from "@/lib/record/row-in-filing";
import { transactionValue } from "@/lib/record/transaction-value";
import { calendarDate, dayNumber, FIRST_DRAWN, isWeekday, LAST_DRAWN } from "@/lib/values/calendar-day";
import { type Count, upTo } from "@/lib/values/counts";
import { daysBefore } from "@/lib/values/days-before";
import { parseDecimal } from "@/lib/values/decimal";

/** Purchases and sales in a range of days. Values are exact dollars as decimal text and include only trades with a price. */
export type BoughtAndSoldBin = {
  /** First and last day. */
  from: string;
  to: string;
  bought: string;
  boughtUnderPlan: string;
  sold: string;
  soldUnderPlan: string;
  purchases: number;
  sales: number;
  /** Purchases and sales whose price is not reported. They are in the counts but not in the values. */
  priceMissing: number;
};

export type BinUnit = "day" | "month" | "quarter";

export type BoughtAndSold = {
  unit: BinUnit;
  /** Which date decides a trade's bin; by default the trade date. */
  by?: "traded" | "filed";
  bins: BoughtAndSoldBin[];
  /** Purchases and sales counted separately because their letter A or D contradicts the code. */
  contradicting: number;
  /** Trades from paper that are left out because one of their figures is unread or uncertain. */
  unsure?: number;
  /** Trades that are left out because a figure is implausible, and how many of them because of the price. */
  implausible?: { rows: Count; prices: number };
};

type Span = { from: string; to: string };

const monthsInUnit = { month: 1, quarter: 3 };

/** First day of the unit that contains a date. */
export function unitStart(date: string, unit: BinUnit): string {
  if (unit === "day") return date;
  const size = monthsInUnit[unit];
  const month = Math.floor((Number(date.slice(5, 7)) - 1) / size) * size + 1;
  return `${date.slice(0, 5)}${String(month).padStart(2, "0")}-01`;
}

const nextStart = (start: string, unit: BinUnit): string => {
  if (unit === "day") return calendarDate((dayNumber(start) ?? 0) + 1);
  const months = Number(start.slice(5, 7)) - 1 + monthsInUnit[unit];
  const year = Number(start.slice(0, 4)) + Math.floor(months / 12);
  return `${year}-${String((months % 12) + 1).padStart(2, "0")}-01`;
};

const dayBefore = (date: string) => daysBefore(date, 1);

const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);

/** Every unit that touches the span, cut at both ends of the span. For days, weekdays only. */
export function unitSpans({ from, to }: Span, unit: BinUnit): Span[] {
  const spans: Span[] = [];
  const span = { from: later(from, FIRST_DRAWN), to: earlier(to, LAST_DRAWN) };
  for (let start = unitStart(span.from, unit); start <= span.to; start = nextStart(start, unit)) {
    if (unit === "day" && !isWeekday(dayNumber(start) ?? 0)) continue;
    spans.push({ from: later(start, span.from), to: earlier(dayBefore(nextStart(start, unit)), span.to) });
  }
  return spans;
}

type Sums = { bought: Big; boughtUnderPlan: Big; sold: Big; soldUnderPlan: Big } & Pick<
  BoughtAndSoldBin,
  "purchases" | "sales" | "priceMissing"
>;

const noSums = (): Sums => ({
  bought: new Big(0),
  boughtUnderPlan: new Big(0),
  sold: new Big(0),
  soldUnderPlan: new Big(0),
  purchases: 0,
  sales: 0,
  priceMissing: 0,
});

const bin = (span: Span, sums: Sums): BoughtAndSoldBin => ({
  ...span,
  bought: sums.bought.toFixed(),
  boughtUnderPlan: sums.boughtUnderPlan.toFixed(),
  sold: sums.sold.toFixed(),
  soldUnderPlan: sums.soldUnderPlan.toFixed(),
  purchases: sums.purchases,
  sales: sums.sales,
  priceMissing: sums.priceMissing,
});

/**
 * Code P acquired and code S disposed of, Table I, by trade date (or filing date), in every unit of the span. The whole value
 * includes the value under a plan. Implausible rows are left out.
 */
export function boughtAndSold(
  rows: readonly SeriesRow[],
  span: Span,
  { unit, by = "traded" }: { unit: BinUnit; by?: "traded" | "filed" },
): BoughtAndSold {
  const spans = unitSpans(span, unit);
  const sums = new Map(spans.map(({ from }) => [unitStart(from, unit), noSums()]));
  let [contradicting, unsure] = [0, 0];
  const leftOut = { rows: 0, prices: 0 };
  for (const source of uniqueRows(rows)) {
    const trade = countedTrade(source);
    const date = by === "traded" ? source.row.transactionDate.value : source.filing.filingDate;
    if (trade?.table !== "I" || dayNumber(date) === null || date === null || date < span.from || date > span.to)
      continue;
    if (trade.apart === "unsure") unsure++;
    if (trade.apart === "letter") contradicting++;
    if (trade.apart === "implausible") {
      leftOut.rows++;
      if (source.derived.implausible?.field === "pricePerShare") leftOut.prices++;
    }
    if (trade.side === null) continue;
    const start = unitStart(date, unit);
    // A weekend day has its own bin only if something happened on it.
    if (!sums.has(start)) {
      sums.set(start, noSums());
      spans.push({ from: start, to: start });
    }
    const at = sums.get(start) ?? noSums();
    if (trade.side === "bought") at.purchases++;
    else at.sales++;
    const value = parseDecimal(transactionValue(source.row.transactionShares.value, source.row.pricePerShare.value));
    if (value === null) {
      at.priceMissing++;
      continue;
    }
    const isPlanned = isUnderPlan(source.derived);
    if (trade.side === "bought") {
      at.bought = at.bought.plus(value);
      if (isPlanned) at.boughtUnderPlan = at.boughtUnderPlan.plus(value);
    } else {
      at.sold = at.sold.plus(value);
      if (isPlanned) at.soldUnderPlan = at.soldUnderPlan.plus(value);
    }
  }
  const bins = spans
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map((each) => bin(each, sums.get(unitStart(each.from, unit)) ?? noSums()));
  return {
    unit,
    by,
    bins,
    contradicting,
    ...(unsure > 0 ? { unsure } : {}),
    ...(leftOut.rows > 0 ? { implausible: { rows: upTo(leftOut.rows), prices: leftOut.prices } } : {}),
  };
}

/** Whether a bin covers only part of its month or quarter. The caption names such bins. */
export const isPartBin = ({ from, to }: Span, unit: BinUnit): boolean =>
  unit !== "day" && (from !== unitStart(from, unit) || to !== dayBefore(nextStart(unitStart(from, unit), unit)));

/** The exact sum of one of the values over all bins. */
export const totalOf = (
  bins: readonly BoughtAndSoldBin[],
  part: "bought" | "boughtUnderPlan" | "sold" | "soldUnderPlan",
): string => bins.reduce((sum, each) => sum.plus(each[part]), new Big(0)).toFixed();
