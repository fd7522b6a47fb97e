import Big from "big.js";
import { securityName } from "@/lib/holdings/holding-line";
import type { Implausible } from "@/lib/record/implausible";
import type { ReportedRow, TableNumber } from "@/lib/record/reported-row";
import { keyOfRow } from "@/lib/record/row-key";
import { dayNumber } from "@/lib/values/calendar-day";
import { groupBy } from "@/lib/values/group-by";
import { causeOf, implausiblePrice } from "./faults";

/** What a row says about its price. A rebuild reads millions of these, so it contains only what is needed. */
export type PricedRow = {
  accessionNumber: string;
  tableNumber: TableNumber;
  line: number;
  code: string | null;
  date: string | null;
  /** The title of the shares, or of those that underlie a derivative. */
  security: string | null;
  price: string | null;
  shares: string | null;
  underlyingShares: string | null;
  exercisePrice: string | null;
  hasPriceNote: boolean;
};

/** A row, with other facts derived about it. */
export type JudgedRow = {
  row: PricedRow;
  /** Whether its price is not in US dollars. */
  isForeign: boolean;
  /** What its own filing contradicts. */
  marked: Implausible | null;
  isSuperseded: boolean;
  /** Whether its balance follows from the one before, so that no split came between. */
  isConsistent: boolean;
};

export const pricedRow = (row: ReportedRow): PricedRow => ({
  accessionNumber: row.accessionNumber,
  tableNumber: row.tableNumber,
  line: row.line,
  code: row.transactionCode,
  date: row.transactionDate.value,
  security: (row.tableNumber === "I" ? row.securityTitle : row.underlyingSecurityTitle).value,
  price: row.pricePerShare.value,
  shares: row.transactionShares.value,
  underlyingShares: row.underlyingSecurityShares.value,
  exercisePrice: row.conversionOrExercisePrice.value,
  hasPriceNote: row.pricePerShare.footnotes.length > 0,
});

/** Other trades count as evidence up to this many days before and after. */
export const DAYS_APART = 30;

/** No price moves this far in this time, and hardly any ADS represents this many shares. */
const TIMES = 50;

/** Trades for less are often not at a market price: founders' shares, or shares back to the issuer at cost. */
const LEAST_PURCHASE = 1;

type Trade = {
  key: string;
  source: JudgedRow;
  security: string;
  day: number;
  /** Floats, because a rebuild compares millions of prices and a factor of fifty needs no more. */
  price: number;
  shares: number;
};

/**
 * The rows of an issuer whose price is far above all other trades in the same security within days, by row key. Prices that
 * are too low are not found, because shares often change hands at nominal prices.
 */
export function outlyingPrices(rows: readonly JudgedRow[]): Map<string, Implausible> {
  const found = new Map<string, Implausible>();
  for (const trades of groupBy(rows.flatMap(tradeOf), ({ security }) => security).values()) {
    for (const [key, implausible] of otherReports(trades)) found.set(key, implausible);
    // An implausible price is not evidence, and we may find more once it is left out.
    for (let size = -1; size < found.size; ) {
      size = found.size;
      for (const [key, implausible] of judgeAll(trades, found)) found.set(key, implausible);
    }
  }
  return found;
}

/** Other reports of a trade that one filing contradicts. */
function otherReports(trades: readonly Trade[]): [string, Implausible][] {
  if (trades.every(({ source }) => source.marked === null)) return [];
  const amounts = ({ day, price, shares }: Trade) => `${day} ${price} ${shares}`;
  const marks = new Map(
    trades.map((trade) => [amounts(trade), trade.source.marked] as const).filter(([, marked]) => marked),
  );
  return trades.flatMap((trade): [string, Implausible][] => {
    const marked = trade.source.marked === null && marks.get(amounts(trade));
    if (!marked) return [];
    return [
      [trade.key, { ...marked, reason: "another report", comparedWith: { ...marked.comparedWith, footnoteId: null } }],
    ];
  });
}

function judgeAll(trades: readonly Trade[], known: ReadonlyMap<string, Implausible>): [string, Implausible][] {
  const evidence = trades
    .filter((trade) => isEvidence(trade) && !known.has(trade.key))
    .sort((one, other) => one.day - other.day);
  const lowest = evidence.reduce((least, { price }) => Math.min(least, price), Number.POSITIVE_INFINITY);
  return trades.flatMap((trade): [string, Implausible][] => {
    if (trade.price < lowest * TIMES || trade.source.marked || known.has(trade.key)) return [];
    const implausible = judge(trade, evidence);
    return implausible ? [[trade.key, implausible]] : [];
  });
}

function tradeOf(source: JudgedRow): Trade[] {
  const { row, isForeign } = source;
  // If a footnote mentions the price, we know the currency only of purchases and sales.
  const isRead = row.code === "P" || row.code === "S" || !row.hasPriceNote;
  if (isForeign || !isRead) return [];
  const day = dayNumber(row.date);
  const [price, shares] = [Number(row.price ?? "0"), Number(row.shares ?? "0")];
  // A derivative on one share does not cost more than the share.
  const underlying = row.tableNumber === "I" ? shares : Number(row.underlyingShares ?? "0");
  if (day === null || !(price > 0 && shares > 0 && underlying > 0)) return [];
  const security = securityName(row.security);
  return [{ key: keyOfRow(row), source, security, day, price: (price * shares) / underlying, shares }];
}

/** Rows at market prices: purchases, sales, and shares withheld at their value. */
const MARKET_CODES: ReadonlySet<string | null> = new Set(["P", "S", "F"]);

const isEvidence = ({ source: { row, isSuperseded, marked } }: Trade): boolean =>
  row.tableNumber === "I" && !isSuperseded && marked === null && MARKET_CODES.has(row.code);

function judge(trade: Trade, evidence: readonly Trade[]): Implausible | null {
  const others = within(evidence, trade.day).filter((other) => isOtherTrade(other, trade));
  const prices = others.map(({ price }) => price).sort((a, b) => a - b);
  const [highest, median] = [prices.at(-1), prices[prices.length >> 1]];
  if (highest === undefined || median === undefined || trade.price < highest * TIMES) return null;
  const { row } = trade.source;
  const strike = Number(row.exercisePrice ?? "0");
  if (row.tableNumber === "II" && trade.price < strike * TIMES) return null;
  const filed = { price: new Big(trade.price), shares: new Big(trade.shares) };
  const cause = causeOf(filed, new Big(median), isRoughly);
  const isExplained = cause === "total" || cause === "swapped";
  if (!isExplained && !isMarket(trade, others, prices)) return null;
  const each = new Big(median);
  return implausiblePrice("other trades", filed, each, { cause, trades: others.length });
}

/** The trades within `DAYS_APART` days of a day. `trades` are sorted by day. */
function within(trades: readonly Trade[], day: number): Trade[] {
  let [low, high] = [0, trades.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((trades[middle]?.day ?? 0) < day - DAYS_APART) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < trades.length && (trades[end]?.day ?? 0) <= day + DAYS_APART) end++;
  return trades.slice(low, end);
}

const isRoughly = (figure: Big, other: Big): boolean => figure.lt(other.times(1.5)) && figure.times(1.5).gt(other);

/** Another filing, and not a second report of the same trade. */
const isOtherTrade = (other: Trade, { source: { row }, day, price, shares }: Trade): boolean =>
  other.source.row.accessionNumber !== row.accessionNumber &&
  (other.day !== day || other.price !== price || other.shares !== shares);

/** Whether several trades agree on a price, and no split can have come between them and this one. */
function isMarket({ day, source }: Trade, others: readonly Trade[], prices: readonly number[]): boolean {
  const [lowest = 0, highest = 0] = [prices[0], prices.at(-1)];
  const witnesses = new Set(others.flatMap(witnessOf));
  const isBetween = others.some((other) => other.day <= day) && others.some((other) => other.day >= day);
  return witnesses.size > 1 && highest <= lowest * 3 && (isBetween || source.isConsistent);
}

/** Purchases at one price may be one placement, so that price counts once. */
function witnessOf({ source: { row }, price }: Trade): string[] {
  if (row.code !== "P") return [row.accessionNumber];
  return price >= LEAST_PURCHASE ? [String(price)] : [];
}
