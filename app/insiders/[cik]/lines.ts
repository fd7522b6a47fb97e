import type { InsiderQuery } from "@/app/insiders/[cik]/query";
import { transactionsModel } from "@/components/listing/transactions-model";
import type { FilingEntry } from "@/lib/edgar/filing";
import { type FilingFilter, NO_FILTER } from "@/lib/filters/filing-filter";
import { matchingRows } from "@/lib/filters/matching-rows";
import { type HoldingChain, holdingChains } from "@/lib/holdings/holding-line";
import { rowChecks } from "@/lib/holdings/row-checks";
import { countedEntries } from "@/lib/series/counted-entries";
import { entryRows } from "@/lib/series/entry-rows";
import { inTradeOrder } from "@/lib/series/in-trade-order";
import type { SeriesRow } from "@/lib/series/series-row";
import { sumTrades, type TradeSums } from "@/lib/series/trade-sums";
import { type TransactionLine, transactionLines } from "@/lib/series/transaction-lines";
import { rowsUnderPlan } from "@/lib/series/under-plan";

export type InsiderLines = {
  /** The transactions asked for, in the order asked for. */
  lines: TransactionLine[];
  /** What they come to, amendments left out. */
  sums: TradeSums;
  /** All rows of the filings that count, whatever dates and codes are asked for: balances are followed over all time. */
  rows: SeriesRow[];
  /** The same rows, line by line. */
  chains: HoldingChain[];
  amendmentsLeftOut: number;
};

/** The filings to read for an insider's lines: of all issuers in view, over all time. */
export const filingsInView = (cik: string, { issuer }: FilingFilter): FilingFilter => ({
  ...NO_FILTER,
  insider: [{ cik }],
  issuer,
});

/** Makes the lines of an insider from the filings in view. */
export function insiderLines(entries: FilingEntry[], { filter, sort }: InsiderQuery): InsiderLines {
  const { counted, leftOut } = countedEntries(entries);
  const rows = entryRows(counted);
  const asked = entries.filter((entry) => isFiledWithin(entry, filter)).map((entry) => askedRows(entry, filter));
  const chains = holdingChains(rows);
  const lines = transactionLines(asked, rowChecks(chains, rows)).sort((a, b) => inTradeOrder(b, a));
  const counting = new Set(counted.map(({ filing }) => filing));
  return {
    lines: transactionsModel({ lines, sort })
      .getRowModel()
      .rows.map(({ original }) => original),
    sums: sumTrades(
      entryRows(asked.filter(({ entry }) => counting.has(entry.filing)).map(({ entry, rows }) => ({ ...entry, rows }))),
      rowsUnderPlan(rows),
    ),
    rows,
    chains,
    amendmentsLeftOut: leftOut.length,
  };
}

const askedRows = (entry: FilingEntry, filter: FilingFilter) => ({ entry, rows: matchingRows(entry.rows, filter) });

function isFiledWithin({ filing: { filingDate } }: FilingEntry, { filedFrom, filedTo }: FilingFilter): boolean {
  if (filedFrom === null && filedTo === null) return true;
  return (
    filingDate !== null &&
    (filedFrom === null || filingDate >= filedFrom) &&
    (filedTo === null || filingDate <= filedTo)
  );
}
