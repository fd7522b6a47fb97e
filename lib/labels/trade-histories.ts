import type { TradeHistory } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import { listedDay } from "@/lib/record/order-day";
import type { ReportedRow, TableNumber } from "@/lib/record/reported-row";
import { keyOfRow } from "@/lib/record/row-key";
import { dayNumber } from "@/lib/values/calendar-day";
import { jointLabel, type KnownTrade, tradeLabels } from "./trade-label";

type Place = { accessionNumber: string; tableNumber: TableNumber; line: number };
type Trade = KnownTrade & { row: ReportedRow; isPurchase: boolean; owners: readonly string[] };

/**
 * How the purchases and sales in some connected filings compare with the trades that their owners reported before: these include all filings
 * of each owner on the issuer. Prices and numbers of shares do not matter, so trades that totals leave out because of these figures
 * count. Several reports of a trade count for each of their owners, and have the same label. Superseded rows do not count, but they
 * show since when a trade was known.
 */
export function tradeHistories(
  entries: readonly FilingEntry[],
  supersededBy: ReadonlyMap<string, string>,
): (Place & TradeHistory)[] {
  const trades = marketTrades(entries, supersededBy);
  if (trades.length === 0) return [];
  const histories = historiesOf(trades);
  return trades.flatMap(({ row, date, isPurchase, owners }) => {
    const own = owners.flatMap((cik) => histories.get(cik) ?? []);
    const year = Number(date.slice(0, 4));
    return {
      accessionNumber: row.accessionNumber,
      tableNumber: row.tableNumber,
      line: row.line,
      ...jointLabel(own.map(({ labelOf }) => labelOf(year))),
      isFirst: isPurchase && own.every(({ purchases }) => purchases[0] === date),
      isFirstInTwoYears:
        isPurchase && own.every(({ purchases }) => boughtBefore(purchases, date) <= twoYearsBefore(date)),
    };
  });
}

/** Those of owners with a CIK, whose dates are possible. */
function marketTrades(entries: readonly FilingEntry[], supersededBy: ReadonlyMap<string, string>): Trade[] {
  const trades = new Map<string, Trade>();
  const before: { by: string; knownOn: string }[] = [];
  for (const { filing, rows } of entries) {
    if (filing.issuer.cik === null || !rows.some(isMarketTrade)) continue;
    const filed = listedDay(filing).day;
    const owners = [...new Set(filing.owners.flatMap(({ cik }) => cik ?? []))];
    if (filed === null || owners.length === 0) continue;
    for (const row of rows) {
      if (!isMarketTrade(row)) continue;
      const key = keyOfRow(row);
      const by = supersededBy.get(key);
      const date = dateBefore(row, filed);
      if (by !== undefined) before.push({ by, knownOn: filed });
      else if (date !== null)
        trades.set(key, { row, date, knownOn: filed, isPurchase: row.transactionCode === "P", owners });
    }
  }
  for (const { by, knownOn } of before) {
    const trade = trades.get(by);
    if (trade && knownOn < trade.knownOn) trade.knownOn = knownOn;
  }
  return [...trades.values()];
}

/** A purchase or sale of shares. Table II reports trades of derivatives. */
const isMarketTrade = ({ kind, tableNumber, transactionCode: code, acquiredDisposedCode: { value } }: ReportedRow) =>
  tableNumber === "I" && kind === "transaction" && ((code === "P" && value === "A") || (code === "S" && value === "D"));

/** The trade date. One that is later than the report, or outside the years that we draw, is a typing error. */
export function dateBefore({ transactionDate: { value } }: ReportedRow, filed: string): string | null {
  const date = value?.slice(0, 10) ?? null;
  return date !== null && date <= filed && dayNumber(date) !== null ? date : null;
}

/** @param purchases dates of an owner's purchases, the earliest first @returns the last one before a date, or an empty text */
const boughtBefore = (purchases: readonly string[], date: string): string =>
  purchases.findLast((purchase) => purchase < date) ?? "";

/** The two years before a trade begin after the same day two years earlier. February 29 compares like the day after February 28. */
const twoYearsBefore = (date: string): string => String(Number(date.slice(0, 4)) - 2).padStart(4, "0") + date.slice(4);

type History = {
  labelOf: ReturnType<typeof tradeLabels>;
  /** Dates of purchases, the earliest first. */
  purchases: readonly string[];
};

function historiesOf(trades: readonly Trade[]): ReadonlyMap<string, History> {
  const byOwner = new Map<string, Trade[]>();
  for (const trade of trades) {
    for (const cik of trade.owners) {
      const known = byOwner.get(cik);
      if (known) known.push(trade);
      else byOwner.set(cik, [trade]);
    }
  }
  return new Map(Array.from(byOwner, ([cik, own]) => [cik, historyOf(own)]));
}

function historyOf(trades: readonly Trade[]): History {
  const purchases = [...new Set(trades.flatMap(({ date, isPurchase }) => (isPurchase ? date : [])))].sort();
  return { labelOf: tradeLabels(trades), purchases };
}
