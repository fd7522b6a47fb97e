import { cache } from "react";
import { type NotShown, readPastDay, viewOrReason } from "@/app/as-of";
import { loadIssuerClusters } from "@/app/issuers/[cik]/clusters";
import { FORMER, type IssuerQuery, readIssuerQuery } from "@/app/issuers/[cik]/query";
import { loadRoster } from "@/app/issuers/[cik]/roster";
import { loadIssuerTotals } from "@/app/issuers/[cik]/totals";
import { lastTwelveMonths, loadIssuerTrades } from "@/app/issuers/[cik]/trades";
import { loadLeftOut } from "@/app/left-out";
import { loadListExtras } from "@/app/list-extras";
import { countBroader } from "@/app/nothing-found";
import { loadRowMarks } from "@/app/row-marks";
import { askedParams } from "@/app/search-params";
import { findIssuer } from "@/db/queries/issuer";
import { findIssuerLateness } from "@/db/queries/issuer-lateness";
import { countFilings, countListed, listFilings } from "@/db/queries/list-filings";
import { listSplits } from "@/db/queries/list-splits";
import { findPartyNames } from "@/db/queries/party-names";
import { listSeats } from "@/db/queries/roster";
import { type Db, database } from "@/db/server/client";
import { clusterPeople } from "@/lib/clusters/cluster-people";
import { clusterRuleParams } from "@/lib/clusters/cluster-rule";
import { printCursor } from "@/lib/filters/cursor";
import { describeFilter, type PartyNames } from "@/lib/filters/describe-filter";
import { type FilingFilter, filterUrl, NO_FILTER } from "@/lib/filters/filing-filter";
import { AS_OF_PARAM, ROSTER_PARAM } from "@/lib/filters/page-filters";
import { relaxedFilters } from "@/lib/filters/relaxed-filters";
import { parseCik } from "@/lib/record/cik";
import { orderDay } from "@/lib/record/order-day";
import { filingsUrl, issuerUrl, transactionsUrl } from "@/lib/urls";
import { formatDate, newYorkDate } from "@/lib/values/dates";
import type { Issuer, IssuerView } from "@/lib/views/issuer";
import type { ListExtras } from "@/lib/views/lists";

const LATEST = 10;
const INSIDERS_SHOWN = 50;

type IssuerPage = { view: IssuerView; extras: ListExtras };

/** Cached per request, because the page and its metadata both load it. */
export const findIssuerPage = cache(async (text: string): Promise<IssuerPage | NotShown | null> => {
  const cik = parseCik(text);
  if (cik === null) return null;
  const query = readIssuerQuery(await askedParams());
  const nothing = "This database has no filing on this issuer from that day or earlier.";
  return viewOrReason(query.asOf, nothing, () => loadIssuerPage(cik, query));
});

/** What the page shows besides its view: names and small charts. */
const loadIssuerPage = (cik: string, query: IssuerQuery): Promise<IssuerPage | null> =>
  inRecord(cik, query, async (db, asOf) => {
    const view = await loadSections(db, cik, query, asOf);
    return view && { view, extras: await loadExtras(db, view) };
  });

/**
 * An issuer's page, as of a day if the address has one. Null when no filing that was known then reports on this CIK.
 * @throws CannotReadAsOf, TooManyPastDays
 */
export const loadIssuerView = (cik: string, query: IssuerQuery): Promise<IssuerView | null> =>
  inRecord(cik, query, (db, asOf) => loadSections(db, cik, query, asOf));

/** Reads the present record, or the one as of the day that is asked for. */
export function inRecord<T>(
  cik: string,
  query: IssuerQuery,
  read: (db: Db, asOf: IssuerView["asOf"]) => Promise<T>,
): Promise<T> {
  const { asOf: day, filter, rule, showsFormer } = query;
  if (day === null) return read(database(), null);
  const params = [...clusterRuleParams(rule), ...(showsFormer ? [openFormer] : [])];
  const presentUrl = filterUrl(issuerUrl(cik), filter, Object.fromEntries(params));
  return readPastDay(day, { kind: "issuer", cik }, (db, doubts) => read(db, { day, ...doubts, presentUrl }));
}

/** One loader per section. */
async function loadSections(
  db: Db,
  cik: string,
  { filter, rule, showsFormer, ignored }: IssuerQuery,
  asOf: IssuerView["asOf"],
): Promise<IssuerView | null> {
  const issuer = await findIssuer(db, cik);
  if (!issuer) return null;
  const lastDay = dayOf(issuer);
  const ofIssuer: FilingFilter = { ...filter, issuer: [{ cik }] };
  const [trades, totals, leftOut, clusters, found, { page, marks }, counts, filings, names, lateness] =
    await Promise.all([
      lastDay === null ? null : loadIssuerTrades(db, ofIssuer, lastDay),
      loadIssuerTotals(db, ofIssuer),
      loadLeftOut(db, ofIssuer),
      loadIssuerClusters(db, cik, rule),
      loadInsiders(db, cik, { lastDay, showsFormer, today: asOf?.day ?? newYorkDate(new Date()) }),
      loadLatest(db, ofIssuer),
      countFilings(db, ofIssuer),
      countListed(db, ofIssuer, false),
      findPartyNames(db, filter),
      findIssuerLateness(db, cik),
    ]);
  const { insiders, splits, now, former } = found;
  const name = issuer.name ?? `CIK ${cik}`;
  const words = describeFilter(filter, names);
  const [ruleParams, openList] = [clusterRuleParams(rule), showsFormer ? [openFormer] : []];
  const past: [string, string][] = asOf === null ? [] : [[AS_OF_PARAM, asOf.day]];
  const kept = [...ruleParams, ...openList, ...past];
  const hrefWith = (params: [string, string][]) => filterUrl(issuerUrl(cik), filter, Object.fromEntries(params));
  return {
    title: `${words === "" ? name : `${name}: ${words}`}${asOf === null ? "" : `, as known on ${formatDate(asOf.day)}`}`,
    url: hrefWith(kept),
    ignored,
    asOf,
    lead: {
      issuer: { ...issuer, insiders: insiders.now + insiders.former },
      name,
      words: describeFilter({ ...filter, tradedFrom: null, tradedTo: null }, names),
      isDated: filter.tradedFrom !== null || filter.tradedTo !== null,
      trades,
      clusters,
      insiders,
    },
    filters: { filter, names, kept },
    months: trades && { name, trades, clusters: clusters.all },
    clusters: { ...clusters, filter, drawn: trades?.drawn ?? null, ruleParams, kept: [...openList, ...past] },
    roster: {
      cik,
      name,
      now: { insiders: now, inAll: insiders.now },
      former: { insiders: former, inAll: insiders.former },
      formerHref: hrefWith([...ruleParams, openFormer, ...past]),
      nowHref: hrefWith([...ruleParams, ...past]),
      until: lastDay,
    },
    splits,
    lateness: { cik, record: lateness },
    latest: {
      name,
      words,
      filter,
      entries: page.entries,
      marks,
      counts,
      relaxed:
        page.entries.length === 0 ? await countBroader(db, broaderLists(cik, filter, names, past), "filing") : [],
      clearHref: filterUrl(issuerUrl(cik), NO_FILTER, Object.fromEntries(past)),
      all: { filings, url: filterUrl(filingsUrl(), ofIssuer) },
      screener: filterUrl(transactionsUrl(), ofIssuer),
      // A list has no past days.
      next:
        page.next && asOf === null ? filterUrl(transactionsUrl(), ofIssuer, { after: printCursor(page.next) }) : null,
    },
    totals,
    leftOut,
  };
}

/** The newest filings with transactions. */
async function loadLatest(db: Db, ofIssuer: FilingFilter) {
  const page = await listFilings(db, ofIssuer, { after: null, limit: LATEST, onlyTransactions: true });
  return { page, marks: await loadRowMarks(db, page.entries) };
}

/** Current and former insiders, and the splits that their balances show. */
async function loadInsiders(
  db: Db,
  cik: string,
  { lastDay, showsFormer, today }: { lastDay: string | null; showsFormer: boolean; today: string },
) {
  const [splits, seats] = await Promise.all([listSplits(db, cik), listSeats(db, cik, INSIDERS_SHOWN)]);
  const asked = { span: lastDay === null ? null : lastTwelveMonths(lastDay), splits, today };
  const [now, former] = await Promise.all([
    loadRoster(db, cik, { ...asked, seats: seats.now.seats }),
    showsFormer ? loadRoster(db, cik, { ...asked, seats: seats.former.seats }) : null,
  ]);
  return { insiders: { now: seats.now.inAll, former: seats.former.inAll }, splits, now, former };
}

/** Filings with transactions in the issuer's securities under each broader filter. */
const broaderLists = (cik: string, filter: FilingFilter, names: PartyNames, past: [string, string][]) =>
  relaxedFilters(filter, names).map(({ filter: other, ...said }) => ({
    ...said,
    href: filterUrl(issuerUrl(cik), other, Object.fromEntries(past)),
    count: (client: Db) => countListed(client, { ...other, issuer: [{ cik }] }, true),
  }));

const loadExtras = (db: Db, { lead, roster, latest, lateness, clusters }: IssuerView) =>
  loadListExtras(latest.entries, {
    db,
    issuerCik: lead.issuer.cik,
    others: [
      ...[...roster.now.insiders, ...(roster.former.insiders ?? [])].map(({ owner }) => owner),
      ...lateness.record.filings.flatMap(({ owners }) => owners),
      ...clusters.all.flatMap((cluster) => clusterPeople(cluster).map(({ owner }) => owner)),
    ],
  });

const openFormer: [string, string] = [ROSTER_PARAM, FORMER];

/** The day of the newest filing. */
export function dayOf({ last }: Pick<Issuer, "last">): string | null {
  if (!last) return null;
  return last.filingDate ?? orderDay(last.orderedAt);
}
