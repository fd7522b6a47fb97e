import { desc, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { filingProblem, ingestRun, refusedDocument } from "@/db/schema";

export type DataCounts = {
  filings: number;
  insiders: number;
  issuers: number;
  transactions: number;
  holdings: number;
  footnotes: number;
  problems: number;
  refused: number;
};

/** What the database holds: the latest version of each filing, rows of amended filings included. Reads every table. */
export async function countData(db: Db): Promise<DataCounts> {
  const { rows } = await db.execute<Record<keyof DataCounts, string>>(sql`
    select
      (select count(*) from filing) as filings,
      (select count(*) from owner) as insiders,
      (select count(*) from issuer) as issuers,
      (select count(*) from filing_row where kind = 'transaction') as transactions,
      (select count(*) from filing_row where kind = 'holding') as holdings,
      (select count(*) from footnote) as footnotes,
      (select count(*) from filing_problem) as problems,
      (select count(*) from refused_document) as refused`);
  const counted = rows[0];
  const n = (name: keyof DataCounts) => Number(counted?.[name] ?? 0);
  return {
    filings: n("filings"),
    insiders: n("insiders"),
    issuers: n("issuers"),
    transactions: n("transactions"),
    holdings: n("holdings"),
    footnotes: n("footnotes"),
    problems: n("problems"),
    refused: n("refused"),
  };
}

/** Filings by a fact of theirs, most first: form, schema version, source. */
export async function countFilingsBy(db: Db, fact: "document_type" | "schema_version" | "source") {
  const { rows } = await db.execute<{ value: string | null; filings: string }>(
    sql`select ${sql.identifier(fact)} as value, count(*) as filings from filing group by 1 order by 2 desc, 1`,
  );
  return rows.map(({ value, filings }) => ({ value, filings: Number(filings) }));
}

/** Problems of stored filings, newest filing first. */
export async function listProblems(db: Db, limit: number) {
  const { rows } = await db.execute<{
    accession_number: string;
    file_name: string;
    page: number | null;
    line: number | null;
    pointer: string | null;
    message: string;
  }>(sql`
    select p.accession_number, p.file_name, p.page, p.line, p.pointer, p.message
    from ${filingProblem} p join filing f using (accession_number)
    order by f.ordered_at desc, p.accession_number, p.position limit ${limit}`);
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
  /** Whether made-up filings are among those shown. */
  hasSample: boolean;
  /** When the last ingest ended; null when none did. */
  readAt: string | null;
};

/** What the top bar of every page says of the data. Three looks at indexes, whatever the size. */
export async function findSiteState(db: Db): Promise<SiteState> {
  const { rows } = await db.execute<{ has_sample: boolean; read_at: string | null }>(sql`
    select
      exists (select from filing where is_sample) as has_sample,
      (select max(finished_at) from ingest_run) as read_at`);
  const [state] = rows;
  return {
    hasSample: state?.has_sample ?? false,
    readAt: state?.read_at ? new Date(state.read_at).toISOString() : null,
  };
}
