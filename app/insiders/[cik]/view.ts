import { cache } from "react";
import { type NotShown, readPastDay, viewOrReason } from "@/app/as-of";
import { readBalances } from "@/app/insiders/[cik]/balances";
import { insiderQueryUrl, readInsiderQuery } from "@/app/insiders/[cik]/query";
import { type InsiderReading, readInsider } from "@/app/insiders/[cik]/read-insider";
import { insiderLateness, reportingLines, rolesByIssuer, standingOf } from "@/app/insiders/[cik]/record";
import { loadTransactions } from "@/app/insiders/[cik]/transactions";
import { loadLeftOut } from "@/app/left-out";
import { askedParams } from "@/app/search-params";
import { type Db, database } from "@/db/server/client";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { lanesAgainstTotals } from "@/lib/headlines/lanes-and-totals";
import { countedRows } from "@/lib/holdings/standing-rows";
import { insiderPlans } from "@/lib/plans/insider-plans";
import { parseCik } from "@/lib/record/cik";
import { orderDay } from "@/lib/record/order-day";
import { insiderUrl } from "@/lib/urls";
import { earlierOf } from "@/lib/values/compare-text";
import { formatDate, newYorkDate } from "@/lib/values/dates";
import type { InsiderQuery, InsiderView } from "@/lib/views/insider";

/** Cached per request, because the page and its metadata both load it. */
export const findInsiderView = cache(async (text: string): Promise<InsiderView | NotShown | null> => {
  const cik = parseCik(text);
  if (cik === null) return null;
  const asked = readInsiderQuery(await askedParams());
  const nothing = "This database has no filing by this insider from that day or earlier.";
  return viewOrReason(asked.asOf, nothing, () => loadInsiderView(cik, asked, newYorkDate(new Date())));
});

/**
 * An insider's page, as of a day if the address has one. Null when no filing that was known then names this CIK as an owner.
 * @param today the day used to decide whether derivatives have expired
 * @throws CannotReadAsOf, TooManyPastDays
 */
export async function loadInsiderView(cik: string, asked: InsiderQuery, today: string): Promise<InsiderView | null> {
  const { asOf: day } = asked;
  if (day === null) return loadSections(database(), cik, asked, { today, asOf: null });
  const presentUrl = insiderQueryUrl(insiderUrl(cik), { ...asked, after: null, asOf: null });
  return readPastDay(day, { kind: "insider", cik }, (db, doubts) =>
    loadSections(db, cik, asked, { today: day, asOf: { day, ...doubts, presentUrl } }),
  );
}

/** One loader per section. */
async function loadSections(
  db: Db,
  cik: string,
  asked: InsiderQuery,
  { today, asOf }: { today: string } & Pick<InsiderView, "asOf">,
): Promise<InsiderView | null> {
  const { filter } = asked;
  const [reading, leftOut] = await Promise.all([
    readInsider(db, cik, asked),
    loadLeftOut(db, { ...filter, insider: [{ cik }] }),
  ]);
  if (!reading) return null;
  const { insider, name, words, wordsBesidesIssuers, issuers, filings, rows, labels } = reading;
  const { query, transactions, ignored } = await loadTransactions(db, reading);
  const { drawn, heldThen, ...balances } = readBalances(reading, today);
  const lateness = insiderLateness(filings, reading.timeliness);
  const title = `${words === "" ? name : `${name}: ${words}`}${asOf === null ? "" : `, as known on ${formatDate(asOf.day)}`}`;
  const roles = rolesByIssuer(cik, insider.issuers, filings);
  return {
    title,
    url: insiderQueryUrl(insiderUrl(cik), { ...query, after: null }),
    query,
    ignored: [...query.ignored, ...ignored],
    asOf,
    lead: {
      insider,
      name,
      words,
      wordsBesidesIssuers,
      issuers,
      standing: standingOf(cik, issuers, filings),
      roles,
      lateness,
      sums: reading.sums,
      leftOut,
      held: balances.holdings.held,
      openDerivatives: balances.derivatives.ladder.totals,
      heldThen,
      until: lastDayAsked(filter),
      undated: undatedOf(reading),
    },
    toolbar: { cik, filter, issuers: insider.issuers, lastDay: lastDayOf(reading) },
    chart: drawn && {
      series: drawn.series,
      againstTotals: lanesAgainstTotals(drawn.series.timeline.lanes, reading.sumsOf(drawn.issuerCik)),
      insider: name,
      issuer: issuers.find((issuer) => issuer.cik === drawn.issuerCik) ?? null,
      others: drawn.others,
      roles,
      filter,
      wordsBesidesIssuers,
    },
    ...balances,
    transactions: { title, ...transactions },
    plans: { plans: insiderPlans(countedRows(rows)), issuers: labels },
    reporting: reportingLines(issuers, filings, rows),
    lateness: { record: lateness, hasSeveralIssuers: insider.issuers.length > 1 },
  };
}

function lastDayOf({ entries: [newest] }: InsiderReading): string | null {
  return newest ? (newest.filing.filingDate ?? orderDay(newest.filing.orderedAt)) : null;
}

const lastDayAsked = ({ filedTo, tradedTo }: FilingFilter): string | null =>
  filedTo !== null && tradedTo !== null ? earlierOf(filedTo, tradedTo) : (filedTo ?? tradedTo);

/** How many filings a filter on the filing date leaves out because they have none. */
function undatedOf({ asked: { filter }, entries }: InsiderReading): number | null {
  if (filter.filedFrom === null && filter.filedTo === null) return null;
  return entries.filter(({ filing }) => filing.filingDate === null).length;
}
