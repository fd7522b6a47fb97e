import { summarizeTrades } from "@/db/queries/summarize-trades";
import type { Db } from "@/db/server/client";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import {
  contradictingTrades,
  type DaySum,
  tradesInOtherCurrency,
  tradeTotals,
  unsureTrades,
} from "@/lib/series/day-sum";

type Totals = {
  /** Trades, each once, whatever number of filings report it. */
  events: number;
  shares: string;
  /** In US dollars, of those that state a price. */
  value: string;
  /** Trades without a price, which `value` lacks. */
  valueMissing: number;
  /** The part of `value` under a 10b5-1 plan. */
  underPlan: string;
};

/** What insiders bought and sold of an issuer, as last amended. */
export type IssuerTotals = {
  tradedFrom: string | null;
  tradedTo: string | null;
  /** Code P, acquired, Table I. */
  purchases: Totals;
  /** Code S, disposed of, Table I. */
  sales: Totals;
  /** In neither: the letter A or D contradicts the code; the price is in another currency. */
  contradicting: number;
  otherCurrency: number;
  /** Rows from paper of which a figure is unread or uncertain. */
  unsure: number;
};

export async function loadIssuerTotals(db: Db, filter: FilingFilter): Promise<IssuerTotals> {
  const sums = await summarizeTrades(db, filter);
  return {
    tradedFrom: filter.tradedFrom,
    tradedTo: filter.tradedTo,
    purchases: totalsOf(sums, "P"),
    sales: totalsOf(sums, "S"),
    contradicting: contradictingTrades(sums),
    otherCurrency: tradesInOtherCurrency(sums),
    unsure: unsureTrades(sums),
  };
}

function totalsOf(sums: readonly DaySum[], code: "P" | "S"): Totals {
  const { rows, shares, value, valueMissing, underPlan } = tradeTotals(sums, code);
  return { events: rows, shares, value, valueMissing, underPlan };
}
