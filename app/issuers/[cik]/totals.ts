import { summarizeTrades } from "@/db/queries/summarize-trades";
import type { Db } from "@/db/server/client";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { sumsOf } from "@/lib/series/day-sum";
import type { TradeTotals } from "@/lib/series/trade-sums";
import type { IssuerTotals } from "@/lib/views/issuer";

export async function loadIssuerTotals(db: Db, filter: FilingFilter): Promise<IssuerTotals> {
  const { bought, sold, derivatives, ...apart } = sumsOf(await summarizeTrades(db, filter));
  return {
    tradedFrom: filter.tradedFrom,
    tradedTo: filter.tradedTo,
    purchases: totalsOf(bought),
    sales: totalsOf(sold),
    derivatives: { purchases: totalsOf(derivatives.bought), sales: totalsOf(derivatives.sold) },
    ...apart,
  };
}

const totalsOf = ({ rows, ...totals }: TradeTotals): IssuerTotals["purchases"] => ({ events: rows, ...totals });
