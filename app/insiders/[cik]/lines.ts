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
  /** The transactions that match the filter, in the order of the address. */
  lines: TransactionLine[];
  /** The sums of these transactions, each trade counted once, and the same for one issuer. */
  sums: TradeSums;
  sumsOf: (issuerCik: string | null) => TradeSums;
  /** All current rows, regardless of dates and codes, because balances are followed over all time. */
  rows: SeriesRow[];
  /** How many matching transactions are superseded. They are shown only on their filings. */
  replaced: number;
};

/** The filings needed for an insider's lines: of all issuers in view, over all time. */
export const filingsInView = (cik: string, { issuer }: FilingFilter): FilingFilter => ({
  ...NO_FILTER,
  insider: [{ cik }],
  issuer,
});

export function insiderLines(entries: FilingEntry[], { filter, sort }: InsiderQuery): InsiderLines {
  const within = entries.filter((entry) => isFiledWithin(entry, filter));
  const asked = within.map((entry) => askedRows(entry, filter));
  const counted = countedRows(entryRows(asked.map(({ entry, rows }) => ({ ...entry, rows }))));
  const lines = transactionLines(asked).sort((a, b) => inTradeOrder(b, a));
  return {
    lines: transactionsModel({ lines, sort })
      .getRowModel()
      .rows.map(({ original }) => original),
    sums: sumTrades(counted),
    sumsOf: (issuerCik) => sumTrades(counted.filter((row) => row.issuerCik === issuerCik)),
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
