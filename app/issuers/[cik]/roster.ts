import { listFilingEntries } from "@/db/queries/filing-entries";
import { listBalancesSince } from "@/db/queries/line-balances";
import { listRoster, type Seat } from "@/db/queries/roster";
import { NOTHING_TRADED, sumRosterTrades } from "@/db/queries/roster-trades";
import type { Db } from "@/db/server/client";
import { mainLine, rosterHoldings } from "@/lib/holdings/roster-holdings";
import type { Split } from "@/lib/holdings/splits";
import { transactionLines } from "@/lib/lists/transaction-lines";
import { describeRelationship } from "@/lib/record/relationship";
import { rowId } from "@/lib/record/reported-row";
import { keyInFiling, keyOfRow } from "@/lib/record/row-key";
import { holdingLines } from "@/lib/series/holding-panels";
import { monthsBefore, sparkline } from "@/lib/series/sparkline";
import type { RosterInsider } from "@/lib/views/issuer";
import type { DateSpan } from "@/lib/views/party";

/** The length of the line of an insider's largest holding. */
const MONTHS_DRAWN = 24;

type Asked = {
  seats: readonly Seat[];
  /** The trade dates that the sums of purchases and sales cover. Null if no filing has a date. */
  span: DateSpan | null;
  splits: readonly Split[];
  /** The day by which derivatives have expired. */
  today: string;
};

/** The insiders of an issuer, most recent filers first: their holdings, purchases, sales and last trade. */
export async function loadRoster(db: Db, issuerCik: string, { seats: found, span, splits, today }: Asked) {
  const entries = await listRoster(db, issuerCik, found);
  const seats = entries.map(({ lines, ...entry }) => ({ ...entry, holdings: rosterHoldings(lines, today) }));
  const numbers = entries.flatMap(({ lastTrade }) => lastTrade?.filing.accessionNumber ?? []);
  const lastRows = new Map(entries.flatMap(({ lines }) => lines.map(({ id, row }) => [id, keyOfRow(row)] as const)));
  const lastOfMainLines = seats.flatMap(({ holdings }) => lastRows.get(mainLine(holdings)?.holdingLine ?? "") ?? []);
  const ciks = found.map(({ cik }) => cik);
  const [filings, traded, balances] = await Promise.all([
    // Whether a trade was under a plan depends on all rows of its filing.
    listFilingEntries(db, [...new Set(numbers)]),
    span ? sumRosterTrades(db, issuerCik, ciks, span) : null,
    span ? listBalancesSince(db, [...new Set(lastOfMainLines)], { day: monthsBefore(span.to, MONTHS_DRAWN) }) : [],
  ]);
  const trades = transactionLines(filings.map((entry) => ({ entry, rows: entry.rows })));
  const byKey = new Map(trades.map((line) => [line.key, line]));
  const lines = new Map(holdingLines(balances, splits).map((line) => [line.id, line]));
  return seats.map(({ lastTrade, ...entry }): RosterInsider => {
    const line = lines.get(mainLine(entry.holdings)?.holdingLine ?? "");
    return {
      ...entry,
      role: entry.role ?? describeRelationship(entry.owner),
      ...(traded?.get(entry.owner.cik ?? "") ?? NOTHING_TRADED),
      months: line && span ? sparkline(line, span.to, MONTHS_DRAWN) : null,
      lastTrade: lastTrade
        ? (byKey.get(keyInFiling(lastTrade.filing.accessionNumber, rowId(lastTrade.row))) ?? null)
        : null,
    };
  });
}
