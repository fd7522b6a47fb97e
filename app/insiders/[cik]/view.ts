import { filingsInView, insiderLines } from "@/app/insiders/[cik]/lines";
import { type InsiderQuery, insiderQueryUrl } from "@/app/insiders/[cik]/query";
import { standardColumns } from "@/components/listing/transactions-model";
import { database } from "@/db/client";
import { listAllFilings } from "@/db/queries/all-filings";
import { findInsider, type Insider } from "@/db/queries/insider";
import { findPartyNames } from "@/db/queries/party-names";
import { listSignatureNames } from "@/db/queries/signature-names";
import type { FilingEntry } from "@/lib/edgar/filing";
import { describeFilter } from "@/lib/filters/describe-filter";
import type { IgnoredValue } from "@/lib/filters/filing-filter";
import type { Count } from "@/lib/format/counts";
import { issuerLabel } from "@/lib/format/issuer-label";
import { readingName } from "@/lib/format/names";
import { orderDay } from "@/lib/format/order-day";
import { type LastBalance, lastBalances } from "@/lib/holdings/last-balances";
import type { InsiderSeries } from "@/lib/series/insider-series";
import { seriesByIssuer } from "@/lib/series/series-by-issuer";
import { rowKey } from "@/lib/series/series-row";
import type { TradeSums } from "@/lib/series/trade-sums";
import type { TransactionLine } from "@/lib/series/transaction-lines";
import { insiderUrl } from "@/lib/urls";

export const PAGE_SIZE = 50;
/** Of an insider with more filings than these the page shows the newest; the CSV has all. */
export const MOST_FILINGS = 1_000;
const COUNTED = 10_000;

export type InsiderView = {
  insider: Insider;
  /** In reading order where a signature confirms it, else as filed. */
  name: string;
  title: string;
  /** The canonical address of this view, without the page's cursor. */
  url: string;
  /** As asked for, columns left out where they are the standard ones. */
  query: InsiderQuery;
  ignored: IgnoredValue[];
  /** The filter in words, and what it asks for besides issuers; empty for nothing. */
  words: string;
  wordsBesidesIssuers: string;
  /** The issuers in view, most filings first. */
  issuers: Insider["issuers"];
  /** The day of the last filing in view. */
  lastDay: string | null;
  /** Null where no row has a date. */
  series: InsiderSeries | null;
  sums: TradeSums;
  /** Last reported balances of the issuers in view, whatever dates and codes are asked for. */
  balances: LastBalance[];
  /** How many filings were read, where there are more; null where all were. */
  readOnly: number | null;
  /** Amendments in view, left out of sums, charts and balances. */
  amendmentsLeftOut: number;
  /** Filings without a filing date, left out by a filter on it; null where none is set. */
  undated: number | null;
  /** Ids of the columns that show. */
  columns: readonly string[];
  lines: TransactionLine[];
  count: Count;
  isFirstPage: boolean;
  /** The address of the next page. */
  next: string | null;
};

/** Everything of an insider's page; null when no filing names this CIK as an owner. */
export async function loadInsiderView(cik: string, asked: InsiderQuery): Promise<InsiderView | null> {
  const db = database();
  const insider = await findInsider(db, cik);
  if (!insider) return null;
  const { filter } = asked;
  const [{ entries, isCut }, signatures, names] = await Promise.all([
    listAllFilings(db, filingsInView(cik, filter), { limit: MOST_FILINGS }),
    listSignatureNames(db, cik),
    findPartyNames(db, filter),
  ]);
  const { lines, sums, rows, chains, amendmentsLeftOut } = insiderLines(entries, asked);

  const issuers = issuersInView(insider, entries);
  const standard = standardColumns(issuers.length > 1);
  const query = asked.columns.join() === standard.join() ? { ...asked, columns: [] } : asked;
  const url = (after: string | null) => insiderQueryUrl(insiderUrl(cik), { ...query, after });
  const place = placeBehind(query.after, lines);
  const page = lines.slice(place.at, place.at + PAGE_SIZE);
  const last = lines.length > place.at + PAGE_SIZE ? page.at(-1) : undefined;

  const name = (insider.name && readingName(insider.name, signatures)) ?? insider.name ?? `CIK ${cik}`;
  const words = describeFilter(filter, names);
  const traded = { from: filter.tradedFrom, to: filter.tradedTo };
  const askedFor = new Set(lines.map(({ key }) => key));
  const labels = new Map(issuers.map((issuer) => [issuer.cik, issuerLabel(issuer) ?? "no issuer named"]));
  return {
    insider,
    name,
    title: words === "" ? name : `${name}: ${words}`,
    url: url(null),
    query,
    ignored: [...query.ignored, ...place.ignored],
    words,
    wordsBesidesIssuers: describeFilter({ ...filter, issuer: [] }, names),
    issuers,
    lastDay: entries[0] ? (entries[0].filing.filingDate ?? orderDay(entries[0].filing.orderedAt)) : null,
    series: seriesByIssuer(rows, { traded, labels, isMarked: (row) => askedFor.has(rowKey(row)) }),
    sums,
    balances: lastBalances(chains, rows),
    readOnly: isCut ? entries.length : null,
    amendmentsLeftOut,
    undated:
      filter.filedFrom === null && filter.filedTo === null
        ? null
        : entries.filter(({ filing }) => filing.filingDate === null).length,
    columns: query.columns.length > 0 ? query.columns : standard,
    lines: page,
    count:
      isCut || lines.length > COUNTED
        ? { count: null, countAtLeast: Math.min(lines.length, COUNTED) }
        : { count: lines.length, countAtLeast: lines.length },
    isFirstPage: place.at === 0,
    next: last ? url(last.key.replace("#", ".")) : null,
  };
}

function issuersInView(insider: Insider, entries: FilingEntry[]): Insider["issuers"] {
  const seen = new Set(entries.map(({ filing: { issuer } }) => issuer.cik ?? `name ${issuer.name}`));
  return insider.issuers.filter(({ cik, name }) => seen.has(cik ?? `name ${name}`));
}

/** Where a page begins. A line that the list does not hold is no place in it. */
function placeBehind(after: string | null, lines: TransactionLine[]): { at: number; ignored: IgnoredValue[] } {
  if (after === null) return { at: 0, ignored: [] };
  const found = lines.findIndex(({ key }) => key === after.replace(".", "#"));
  if (found >= 0) return { at: found + 1, ignored: [] };
  return { at: 0, ignored: [{ kind: "value", name: "after", value: after, reason: "not a line of this list" }] };
}
