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
import type { IssuerTotals } from "@/lib/views/issuer";

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

function totalsOf(sums: readonly DaySum[], code: "P" | "S"): IssuerTotals["purchases"] {
  const { rows, shares, value, valueMissing, underPlan } = tradeTotals(sums, code);
  return { events: rows, shares, value, valueMissing, underPlan };
}
