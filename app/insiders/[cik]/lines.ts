import { transactionsModel } from "@/components/listing/transactions-model";
import { type FilingFilter, NO_FILTER } from "@/lib/filters/filing-filter";
import { countedRows, standingRows } from "@/lib/holdings/standing-rows";
import { inTradeOrder } from "@/lib/lists/in-trade-order";
import { matchingRows, replacedRows } from "@/lib/lists/matching-rows";
import { type TransactionLine, transactionLines } from "@/lib/lists/transaction-lines";
import { entryRows } from "@/lib/record/entry-rows";
import type { FilingEntry } from "@/lib/record/filing";
import type { SeriesRow } from "@/lib/record/row-in-filing";
import { sumTrades, type TradeSums } from "@/lib/series/trade-sums";
import type { InsiderQuery } from "@/lib/views/insider";

export type InsiderLines = {
  /** The transactions asked for, in the order asked for. */
  lines: TransactionLine[];
  /** What they come to, each trade once. */
  sums: TradeSums;
  /** All rows that stand, whatever dates and codes are asked for: balances are followed over all time. */
  rows: SeriesRow[];
  /** Transactions asked for that an amendment has taken the place of: they stand on their filings alone. */
  replaced: number;
};

/** The filings to read for an insider's lines: of all issuers in view, over all time. */
export const filingsInView = (cik: string, { issuer }: FilingFilter): FilingFilter => ({
  ...NO_FILTER,
  insider: [{ cik }],
  issuer,
});

/** Makes the lines of an insider from the filings in view. */
export function insiderLines(entries: FilingEntry[], { filter, sort }: InsiderQuery): InsiderLines {
  const within = entries.filter((entry) => isFiledWithin(entry, filter));
  const asked = within.map((entry) => askedRows(entry, filter));
  const lines = transactionLines(asked).sort((a, b) => inTradeOrder(b, a));
  return {
    lines: transactionsModel({ lines, sort })
      .getRowModel()
      .rows.map(({ original }) => original),
    sums: sumTrades(countedRows(entryRows(asked.map(({ entry, rows }) => ({ ...entry, rows }))))),
    rows: standingRows(entryRows(entries)),
    replaced: within.reduce((count, entry) => count + replacedRows(entry, filter).length, 0),
  };
}

const askedRows = (entry: FilingEntry, filter: FilingFilter) => ({ entry, rows: matchingRows(entry, filter) });

function isFiledWithin({ filing: { filingDate } }: FilingEntry, { filedFrom, filedTo }: FilingFilter): boolean {
  if (filedFrom === null && filedTo === null) return true;
  return (
    filingDate !== null &&
    (filedFrom === null || filingDate >= filedFrom) &&
    (filedTo === null || filingDate <= filedTo)
  );
}
