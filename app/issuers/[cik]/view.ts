import type { IssuerQuery } from "@/app/issuers/[cik]/query";
import { loadRoster, type RosterLine } from "@/app/issuers/[cik]/roster";
import { type IssuerTrades, loadIssuerTrades } from "@/app/issuers/[cik]/trades";
import { database } from "@/db/client";
import { findIssuer, type Issuer } from "@/db/queries/issuer";
import { countFilings, listFilings } from "@/db/queries/list-filings";
import { findPartyNames } from "@/db/queries/party-names";
import type { FilingEntry } from "@/lib/edgar/filing";
import { printCursor } from "@/lib/filters/cursor";
import { describeFilter, type PartyNames } from "@/lib/filters/describe-filter";
import { type FilingFilter, filterUrl, type IgnoredValue } from "@/lib/filters/filing-filter";
import type { Count } from "@/lib/format/counts";
import { orderDay } from "@/lib/format/order-day";
import { issuerUrl, transactionsUrl } from "@/lib/urls";

const LATEST = 10;
const INSIDERS_SHOWN = 50;

export type IssuerView = {
  issuer: Issuer;
  name: string;
  title: string;
  /** The canonical address of this view. */
  url: string;
  filter: FilingFilter;
  ignored: IgnoredValue[];
  /** The filter in words; empty for none. */
  words: string;
  /** What it asks for besides trade dates. */
  wordsBesidesDates: string;
  names: PartyNames;
  /** Null where no filing has a date. */
  trades: IssuerTrades | null;
  /** Whatever the filter. */
  roster: { insiders: RosterLine[]; inAll: number };
  latest: FilingEntry[];
  counts: { rows: Count; filings: Count };
  /** The list that goes on where `latest` ends: the screener under the same filter, from its beginning and from there. */
  allUrl: string;
  next: string | null;
};

/** Everything of an issuer's page; null when no filing reports on this CIK. */
export async function loadIssuerView(cik: string, { filter, ignored }: IssuerQuery): Promise<IssuerView | null> {
  const db = database();
  const issuer = await findIssuer(db, cik);
  if (!issuer) return null;
  const lastDay = dayOf(issuer);
  const ofIssuer: FilingFilter = { ...filter, issuer: [{ cik }] };
  const [trades, roster, page, counts, names] = await Promise.all([
    lastDay === null ? null : loadIssuerTrades(db, ofIssuer, lastDay),
    loadRoster(db, cik, INSIDERS_SHOWN),
    listFilings(db, ofIssuer, { after: null, limit: LATEST, onlyTransactions: true }),
    countFilings(db, ofIssuer, true),
    findPartyNames(db, filter),
  ]);
  const name = issuer.name ?? `CIK ${cik}`;
  const words = describeFilter(filter, names);
  return {
    issuer,
    name,
    title: words === "" ? name : `${name}: ${words}`,
    url: filterUrl(issuerUrl(cik), filter),
    filter,
    ignored,
    words,
    wordsBesidesDates: describeFilter({ ...filter, tradedFrom: null, tradedTo: null }, names),
    names,
    trades,
    roster,
    latest: page.entries,
    counts,
    allUrl: filterUrl(transactionsUrl(), ofIssuer),
    next: page.next ? filterUrl(transactionsUrl(), ofIssuer, { after: printCursor(page.next) }) : null,
  };
}

function dayOf({ last }: Issuer): string | null {
  if (!last) return null;
  return last.filingDate ?? orderDay(last.orderedAt);
}
