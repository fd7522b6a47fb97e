import { type SQL, sql } from "drizzle-orm";
import { type Asked, linesFor } from "@/db/queries/listing";
import { TRADED_ON } from "@/db/queries/sorted-filings";
import { filing, filingOwner, issuer, listing, owner } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { isFiltered } from "@/lib/filters/filing-filter";
import { type ImplausibleColumns, implausibleOf } from "@/lib/record/implausible";
import { describeRelationship, type Relationship } from "@/lib/record/relationship";
import type { Directory, DirectoryTrade, PartyActivity } from "@/lib/views/directory";

/** How many of the other parties are named. The rest are only counted. */
const OTHERS_NAMED = 3;
/** These usually have the newest trade of an issuer and its newest insiders. If not, all filings are read. */
const NEWEST_READ = 30;

const OF = {
  insiders: { own: sql`owner_cik`, other: sql`issuer_cik`, names: issuer, symbol: sql`n.trading_symbol` },
  issuers: { own: sql`issuer_cik`, other: sql`owner_cik`, names: owner, symbol: sql`null::text` },
} as const;

type Found = {
  cik: string;
  is_whole: boolean;
  filings: string;
  last: {
    accession_number: string;
    filing_date: string | null;
    filed_at: string | null;
    period_of_report: string | null;
    ordered_at: string;
    document_type: string | null;
  } | null;
  others: PartyActivity["others"] | null;
  others_in_all: string;
  relationship: Relationship | null;
  trade: (Omit<DirectoryTrade, "implausible"> & { implausible: ImplausibleColumns | null }) | null;
};

/** What some insiders or issuers filed under a filter, by CIK. Only their own lines are read. */
export async function listActivity(
  db: Db,
  directory: Directory,
  ciks: readonly string[],
  asked: Asked,
): Promise<Map<string, PartyActivity>> {
  const { own, other } = OF[directory];
  const lines = await linesFor(db, asked);
  // If a filter names insiders, their lines do not include the others who signed the same filings.
  const others =
    directory === "issuers" && asked.filter.insider.length > 0
      ? sql`select o.cik, max(theirs.ordered_at) as at from theirs join ${filingOwner} o using (accession_number) where o.cik is not null group by 1`
      : sql`select ${other} as cik, max(ordered_at) as at from theirs where ${other} is not null group by 1`;
  const all: Reading = {
    theirs: lines.selectOf(sql`*`, sql`${own} = party.cik`),
    others,
    filings: sql`(select count(*) from (select distinct accession_number from theirs) as filings)`,
    othersInAll: sql`(select count(*) from others)`,
    isWhole: sql`true`,
  };
  const isQuick = directory === "issuers" && !isFiltered(asked.filter);
  const found = await readActivity(db, directory, ciks, isQuick ? { ...all, ...NEWEST } : all);
  const unfinished = found.filter((row) => !row.is_whole).map(({ cik }) => cik);
  const finished = unfinished.length === 0 ? [] : await readActivity(db, directory, unfinished, all);
  return new Map([...found, ...finished].map((row) => [row.cik, activityOf(row, directory)]));
}

/** How the lines of one party are read and counted: parts of a query with `party.cik` and the lines in `theirs`. */
type Reading = Record<"theirs" | "others" | "filings" | "othersInAll" | "isWhole", SQL>;

/** All about an issuer from its newest filings, and counts by index alone. */
const NEWEST: Omit<Reading, "others"> = {
  theirs: sql`
    select ${listing}.* from (
      select accession_number from ${filing} where issuer_cik = party.cik
      order by ordered_at desc, accession_number desc limit ${NEWEST_READ}
    ) as newest join ${listing} using (accession_number)`,
  filings: sql`(select count(*) from ${filing} where issuer_cik = party.cik)`,
  // Steps from each insider in the index to the next.
  othersInAll: sql`(
    with recursive step as (
      (select owner_cik from ${listing} where issuer_cik = party.cik order by owner_cik limit 1)
      union all
      select (
        select owner_cik from ${listing} where issuer_cik = party.cik and owner_cik > step.owner_cik order by owner_cik limit 1
      ) from step where owner_cik is not null
    ) select count(owner_cik) from step)`,
  isWhole: sql`(
    (select count(*) from (select from ${filing} where issuer_cik = party.cik limit ${NEWEST_READ + 1}) as few) <= ${NEWEST_READ}
    or (select count(*) from others where at > (select min(ordered_at) from theirs)) >= ${OTHERS_NAMED}
      and exists (select from theirs where table_number <> ''))`,
};

async function readActivity(
  db: Db,
  directory: Directory,
  ciks: readonly string[],
  { theirs, others, filings, othersInAll, isWhole }: Reading,
): Promise<Found[]> {
  const { names, symbol } = OF[directory];
  const { rows } = await db.execute<Found>(sql`
    select party.cik, activity.* from unnest(${sql.param(ciks)}::text[]) as party (cik) cross join lateral (
      with theirs as materialized (${theirs}), others as materialized (${others}),
        last as (select accession_number from theirs order by ordered_at desc, accession_number desc limit 1)
      select ${isWhole} as is_whole, ${filings} as filings, ${othersInAll} as others_in_all,
        (select to_jsonb(found) from (
          select accession_number, filing_date, filed_at, period_of_report, ordered_at, document_type
          from last join ${filing} using (accession_number)) as found) as last,
        (select jsonb_agg(jsonb_build_object('cik', cik, 'name', name, 'tradingSymbol', symbol))
          from (select cik, n.name, ${symbol} as symbol from others left join ${names} n using (cik)
            order by at desc, cik limit ${OTHERS_NAMED}) as first) as others,
        (select jsonb_build_object('isDirector', is_director, 'isOfficer', is_officer, 'isTenPercentOwner', is_ten_percent_owner,
            'isOther', is_other, 'officerTitle', officer_title, 'otherText', other_text)
          from last join ${filingOwner} o using (accession_number) where o.cik = party.cik limit 1) as relationship,
        (select jsonb_build_object('accessionNumber', accession_number, 'row', table_number || '-' || line, 'code', transaction_code,
            'hasExercisePrice', exists (
              select from filing_row other where other.accession_number = trade.accession_number and other.table_number = 'II'
                and other.transaction_code = trade.transaction_code and other.conversion_or_exercise_price > 0),
            'date', transaction_date, 'shares', transaction_shares::text, 'acquiredDisposedCode', acquired_disposed_code,
            'sharesOwnedFollowing', shares_owned_following::text,
            'implausible', (
              select jsonb_build_object('field', field, 'reason', reason, 'cause', cause, 'amount', amount::text, 'times', times::text,
                'trades', trades, 'footnoteId', footnote_id)
              from implausible_row of_trade
              where (of_trade.accession_number, of_trade.table_number, of_trade.line) = (trade.accession_number, trade.table_number, trade.line)))
          from (
            select accession_number, table_number, line from theirs where table_number <> ''
            order by ordered_at desc, accession_number desc, ${sql.raw(TRADED_ON)} desc nulls last, table_number, line desc limit 1
          ) as newest join filing_row trade using (accession_number, table_number, line)) as trade
    ) as activity`);
  return rows;
}

function activityOf(row: Found, directory: Directory): PartyActivity {
  const { last } = row;
  return {
    filings: Number(row.filings),
    lastFiling: last
      ? {
          accessionNumber: last.accession_number,
          filingDate: last.filing_date,
          filedAt: last.filed_at === null ? null : new Date(last.filed_at).toISOString(),
          periodOfReport: last.period_of_report,
          orderedAt: new Date(last.ordered_at).toISOString(),
          documentType: last.document_type,
        }
      : null,
    role: directory === "insiders" && row.relationship ? describeRelationship(row.relationship) : null,
    lastTrade: row.trade
      ? { ...row.trade, implausible: row.trade.implausible && implausibleOf(row.trade.implausible) }
      : null,
    others: row.others ?? [],
    othersInAll: Number(row.others_in_all),
  };
}
