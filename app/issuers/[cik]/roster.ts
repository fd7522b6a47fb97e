import type { Db } from "@/db/client";
import { listFilingEntries } from "@/db/queries/filing-entries";
import { listRoster, type RosterEntry } from "@/db/queries/roster";
import { rowId } from "@/lib/edgar/reported-row";
import { type RosterHoldings, rosterHoldings } from "@/lib/holdings/roster-holdings";
import { type TransactionLine, transactionLines } from "@/lib/series/transaction-lines";

export type RosterLine = Omit<RosterEntry, "balances" | "lastTrade"> & {
  holdings: RosterHoldings;
  lastTrade: TransactionLine | null;
};

/** The insiders of an issuer, those who filed last first, with what they hold and their last trade. */
export async function loadRoster(db: Db, issuerCik: string, limit: number) {
  const { entries, inAll } = await listRoster(db, issuerCik, limit);
  const numbers = entries.flatMap(({ lastTrade }) => lastTrade?.filing.accessionNumber ?? []);
  // Whether a trade was under a plan is told from all rows of its filing.
  const filings = await listFilingEntries(db, [...new Set(numbers)]);
  const lines = transactionLines(
    filings.map((entry) => ({ entry, rows: entry.rows })),
    new Map(),
  );
  const byKey = new Map(lines.map((line) => [line.key, line]));
  return {
    inAll,
    insiders: entries.map(
      ({ balances, lastTrade, ...entry }): RosterLine => ({
        ...entry,
        holdings: rosterHoldings(balances),
        lastTrade: lastTrade
          ? (byKey.get(`${lastTrade.filing.accessionNumber}#${rowId(lastTrade.row)}`) ?? null)
          : null,
      }),
    ),
  };
}
