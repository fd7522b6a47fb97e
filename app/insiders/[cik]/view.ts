import { filingsInView, insiderLines } from "@/app/insiders/[cik]/lines";
import { type InsiderQuery, insiderQueryUrl } from "@/app/insiders/[cik]/query";
import {
  type InsiderLateness,
  type InsiderRoles,
  insiderLateness,
  reportingLines,
  rolesByIssuer,
} from "@/app/insiders/[cik]/record";
import { loadRowMarks } from "@/app/row-marks";
import { standardColumns } from "@/components/listing/transactions-model";
import { listAllFilings } from "@/db/queries/all-filings";
import { findOwner, type Insider, insiderOf } from "@/db/queries/insider";
import { type InsiderFiling, listInsiderFilings, listTimelinessMarks } from "@/db/queries/insider-filings";
import { findPartyNames } from "@/db/queries/party-names";
import { listSignatureNames } from "@/db/queries/signature-names";
import { findSplitsByIssuer } from "@/db/queries/splits-by-issuer";
import { database } from "@/db/server/client";
import { describeFilter } from "@/lib/filters/describe-filter";
import type { IgnoredValue } from "@/lib/filters/filing-filter";
import { type DerivativeLadder, derivativeLadder } from "@/lib/holdings/derivative-ladder";
import { type HeldSecurity, heldSecurities } from "@/lib/holdings/held-securities";
import { type LastBalance, lastBalances } from "@/lib/holdings/last-balances";
import { splitsOfLines } from "@/lib/holdings/splits-of-lines";
import { countedRows } from "@/lib/holdings/standing-rows";
import { NO_MARKS } from "@/lib/lists/row-marks";
import type { TransactionLine } from "@/lib/lists/transaction-lines";
import { readingName } from "@/lib/names/names";
import type { ReportingLine } from "@/lib/people/reporting-line";
import { type InsiderPlan, insiderPlans } from "@/lib/plans/insider-plans";
import type { FilingEntry } from "@/lib/record/filing";
import { issuerLabel } from "@/lib/record/issuer-label";
import { orderDay } from "@/lib/record/order-day";
import { rowId } from "@/lib/record/reported-row";
import { rowKey } from "@/lib/record/row-in-filing";
import { heldBefore } from "@/lib/series/held-before";
import type { HoldingLine } from "@/lib/series/holding-panels";
import type { InsiderSeries } from "@/lib/series/insider-series";
import { seriesByIssuer } from "@/lib/series/series-by-issuer";
import type { TradeSums } from "@/lib/series/trade-sums";
import { insiderUrl } from "@/lib/urls";
import type { Count } from "@/lib/values/counts";
import { newYorkDate } from "@/lib/values/dates";

export const PAGE_SIZE = 50;
/** Of an insider with more filings than these the page shows the newest; the CSV has all. */
const MOST_FILINGS = 1_000;
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
  /** What the insider was to each issuer, in view or not. */
  roles: InsiderRoles[];
  /** Of all filings, in view or not. */
  lateness: InsiderLateness;
  /** Last reported balances of the issuers in view, whatever dates and codes are asked for. */
  balances: LastBalance[];
  /** The same by security of Table I, added up, and line by line of Table II. */
  held: HeldSecurity[];
  ladder: DerivativeLadder;
  /** Plans of the issuers in view, over all time. */
  plans: InsiderPlan[];
  /** From Form 3 to exit, of each issuer in view. */
  reporting: (ReportingLine & { label: Insider["issuers"][number] })[];
  /** Transactions asked for that an amendment has taken the place of. */
  replaced: number;
  /** Where the one issuer in view stands: whether its newest filing names an officer or director, and its first year. */
  standing: { isInside: boolean; since: string | null };
  /** What the one direct line of the first security stood at three years before its last report. */
  heldThen: { balance: string; years: number; isAdjusted: boolean } | null;
  /** How many filings were read, where there are more; null where all were. */
  readOnly: number | null;
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
  const owner = await findOwner(db, cik);
  if (!owner) return null;
  const { filter } = asked;
  const [filings, { entries, isCut }, signatures, names, timeliness] = await Promise.all([
    listInsiderFilings(db, cik),
    listAllFilings(db, filingsInView(cik, filter), { limit: MOST_FILINGS }),
    listSignatureNames(db, cik),
    findPartyNames(db, filter),
    listTimelinessMarks(db, cik),
  ]);
  const insider = insiderOf(cik, owner, filings);
  const { lines, sums, rows, replaced } = insiderLines(entries, asked);

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
  const balances = lastBalances(rows);
  const shown = [...new Map(page.map(({ entry }) => [entry.filing.accessionNumber, entry])).values()];
  const [marks, splits] = await Promise.all([
    loadRowMarks(db, shown),
    findSplitsByIssuer(
      db,
      issuers.flatMap((issuer) => issuer.cik ?? []),
    ),
  ]);
  const held = heldSecurities(balances, rows, splitsOfLines(rows, splits));
  const labels = new Map(issuers.map((issuer) => [issuer.cik, issuerLabel(issuer) ?? "no issuer named"]));
  const series = seriesByIssuer(rows, { traded, labels, isMarked: (row) => askedFor.has(rowKey(row)), splits });
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
    series,
    sums,
    roles: rolesByIssuer(cik, insider.issuers, filings),
    lateness: insiderLateness(filings, timeliness),
    balances,
    held,
    ladder: derivativeLadder(rows, newYorkDate(new Date()), splits),
    plans: insiderPlans(countedRows(rows)),
    reporting: reportingLines(issuers, filings, rows),
    replaced,
    standing: standingOf(cik, issuers, filings),
    heldThen: issuers.length === 1 ? heldThen(held, series?.lines ?? []) : null,
    readOnly: isCut ? entries.length : null,
    undated:
      filter.filedFrom === null && filter.filedTo === null
        ? null
        : entries.filter(({ filing }) => filing.filingDate === null).length,
    columns: query.columns.length > 0 ? query.columns : standard,
    lines: page.map((line) => ({ ...line, marks: marks[line.row.accessionNumber]?.[rowId(line.row)] ?? NO_MARKS })),
    count:
      isCut || lines.length > COUNTED
        ? { count: null, countAtLeast: Math.min(lines.length, COUNTED) }
        : { count: lines.length, countAtLeast: lines.length },
    isFirstPage: place.at === 0,
    next: last ? url(last.key.replace("#", ".")) : null,
  };
}

function standingOf(
  cik: string,
  issuers: Insider["issuers"],
  filings: readonly InsiderFiling[],
): InsiderView["standing"] {
  const inView = new Set(issuers.map((issuer) => issuer.cik));
  const ofIssuers = filings.filter(({ issuer }) => inView.has(issuer.cik));
  const newest = ofIssuers[0]?.owners.find((owner) => owner.cik === cik);
  const first = ofIssuers.at(-1);
  return {
    isInside: newest?.isDirector === true || newest?.isOfficer === true,
    since: first ? (orderDay(first.orderedAt)?.slice(0, 4) ?? null) : null,
  };
}

const YEARS = 3;

function heldThen([first]: readonly HeldSecurity[], lines: readonly HoldingLine[]): InsiderView["heldThen"] {
  const [direct, ...others] = first?.parts.filter(({ ownership }) => ownership !== "I") ?? [];
  const line = direct && others.length === 0 ? lines.find(({ id }) => id === direct.holdingLine) : undefined;
  const before = line ? heldBefore(line, YEARS) : null;
  return before && { balance: before.balance, years: YEARS, isAdjusted: before.isAdjusted };
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
  return {
    at: 0,
    ignored: [{ kind: "value", name: "after", value: after, reason: "not a holding line in this list" }],
  };
}
