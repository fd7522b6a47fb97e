import { desc, sql } from "drizzle-orm";
import { TALLIES } from "@/db/queries/tallies";
import { filingProblem, ingestRun, refusedDocument } from "@/db/schema";
import type { TallySubject } from "@/db/schema/tally";
import type { Db } from "@/db/server/client";
import type { Following } from "@/lib/coverage/freshness";
import type { DataCounts } from "@/lib/views/data";

/** What the database contains: the latest version of each filing, including rows of amended filings. */
export async function countData(db: Db): Promise<DataCounts> {
  const { rows } = await db.execute<{ subject: TallySubject; n: string }>(
    sql`select subject, sum(n) as n from ${TALLIES} group by subject`,
  );
  const counted = new Map(rows.map(({ subject, n }) => [subject, Number(n)]));
  const n = (subject: TallySubject) => counted.get(subject) ?? 0;
  return {
    filings: n("filing"),
    insiders: n("insider"),
    issuers: n("issuer"),
    transactions: n("transaction"),
    holdings: n("holding"),
    footnotes: n("footnote"),
    problems: n("problem"),
    refused: n("refused"),
  };
}

/** The first and last filing dates. Null if no filing has one. */
export async function findFilingDays(db: Db): Promise<{ first: string; last: string } | null> {
  const { rows } = await db.execute<{ first: string | null; last: string | null }>(sql`
    select min(day)::text as first, max(day)::text as last from (
      select day from ${TALLIES} where subject = 'filing' and day > '-infinity' group by day having sum(n) > 0
    ) as days`);
  const [days] = rows;
  return days?.first && days.last ? { first: days.first, last: days.last } : null;
}

/** Filings by form, schema version or source, most first. */
export async function countFilingsBy(db: Db, fact: "document_type" | "schema_version" | "source") {
  const { rows } = await db.execute<{ value: string | null; filings: string }>(sql`
    select nullif(${sql.identifier(fact)}, '') as value, sum(n) as filings
    from ${TALLIES} where subject = 'filing kind' group by 1 having sum(n) > 0 order by 2 desc, 1`);
  return rows.map(({ value, filings }) => ({ value, filings: Number(filings) }));
}

/** Problems of stored filings, the last found first. Those of one filing keep their order. */
export async function listProblems(db: Db, limit: number) {
  const { rows } = await db.execute<{
    accession_number: string;
    file_name: string;
    page: number | null;
    line: number | null;
    pointer: string | null;
    message: string;
  }>(sql`
    select accession_number, file_name, page, line, pointer, message from (
      select * from ${filingProblem} order by received_at desc, accession_number desc, position desc limit ${limit}
    ) as newest order by received_at desc, accession_number desc, position`);
  return rows.map(({ accession_number, file_name, ...problem }) => ({
    accessionNumber: accession_number,
    fileName: file_name,
    ...problem,
  }));
}

export const listRefused = (db: Db, limit: number) =>
  db
    .select({
      sha256: refusedDocument.sha256,
      fileName: refusedDocument.fileName,
      line: refusedDocument.line,
      message: refusedDocument.message,
      receivedAt: refusedDocument.receivedAt,
    })
    .from(refusedDocument)
    .orderBy(desc(refusedDocument.receivedAt), refusedDocument.fileName)
    .limit(limit);

export const listRuns = (db: Db, limit: number) =>
  db.select().from(ingestRun).orderBy(desc(ingestRun.ingestRunId)).limit(limit);

export type SiteState = {
  /** Whether the filings shown include invented ones. */
  hasSample: boolean;
  /** When the last ingest ended; null if none has. */
  readAt: string | null;
  /** When the last ingest of filings other than the sample ended. */
  loadedAt: string | null;
  /** Null if EDGAR was never followed. */
  following: Following | null;
};

/** What the top bar of every page says about the data. It takes a few index lookups, whatever the size. */
export async function findSiteState(db: Db): Promise<SiteState> {
  const { rows } = await db.execute<SiteStateRow>(SITE_STATE);
  return siteStateOf(rows[0]);
}

export type SiteStateRow = {
  has_sample: boolean;
  read_at: string | null;
  loaded_at: string | null;
  reconciled_through: string | null;
  polled_at: string | null;
  failure: string | null;
  failing_since: string | null;
  paused_until: string | null;
  waiting: string;
};

/** One row, for `siteStateOf`. */
export const SITE_STATE = sql`
  select
    exists (select from filing where is_sample) as has_sample,
    (select max(finished_at) from ingest_run) as read_at,
    (select max(finished_at) from ingest_run where source <> 'sample') as loaded_at,
    f.reconciled_through::text, f.polled_at, f.failure, f.failing_since,
    (select paused_until from edgar_slot) as paused_until,
    (select coalesce(sum(greatest(missing, 0)), 0) from (
      select sum(case when subject = 'listed' then n else -n end) as missing from ${TALLIES}
      where subject in ('listed', 'filing') and not is_sample and source <> 'refused' and day > f.reconciled_through
      group by day) as days) as waiting
  from (select) as one left join follow_position f on true`;

export const siteStateOf = (state: SiteStateRow | undefined): SiteState => ({
  hasSample: state?.has_sample ?? false,
  readAt: isoOf(state?.read_at),
  loadedAt: isoOf(state?.loaded_at),
  following: state?.reconciled_through
    ? {
        reconciledThrough: state.reconciled_through,
        readTo: isoOf(state.polled_at),
        waiting: Number(state.waiting),
        failure: state.failure,
        failingSince: isoOf(state.failing_since),
        pausedUntil: isoOf(state.paused_until),
      }
    : null,
});

const isoOf = (instant: string | null | undefined) => (instant ? new Date(instant).toISOString() : null);
