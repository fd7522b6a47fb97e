import { sql } from "drizzle-orm";
import { IS_UNDERIVABLE } from "@/db/queries/underivable";
import type { Db } from "@/db/server/client";
import { MOST_COUNTED, type NewestFiling, type Queues } from "@/lib/views/data";

/** Pending and failed work. */
export async function countQueues(db: Db): Promise<Queues> {
  const { rows } = await db.execute<{
    to_derive: number;
    underivable: number;
    not_fetched: number;
    edgar_requests: number;
  }>(sql`
    select
      (select count(*)::int from (select from filing_to_derive limit ${MOST_COUNTED}) as waiting) as to_derive,
      (select count(*)::int from filing_to_derive where ${IS_UNDERIVABLE}) as underivable,
      (select count(*)::int from listed_filing l where day >= current_date - 14 and tries > 0 and refusal is null
        and not exists (select from filing f where f.accession_number = l.accession_number)) as not_fetched,
      (select coalesce(sum(requests), 0)::int from edgar_request_count where day >= current_date - 1) as edgar_requests`);
  const [counted] = rows;
  return {
    toDerive: counted?.to_derive ?? 0,
    underivable: counted?.underivable ?? 0,
    notFetched: counted?.not_fetched ?? 0,
    edgarRequests: counted?.edgar_requests ?? 0,
  };
}

/** The newest filing, when EDGAR accepted it, and when we received it; null in an empty database. */
export async function findNewestFiling(db: Db): Promise<NewestFiling | null> {
  const { rows } = await db.execute<{
    accession_number: string;
    filed_at: string | null;
    received_at: string | null;
  }>(sql`
    select accession_number, filed_at, (
      select max(received_at) from raw_document r where r.accession_number = newest.accession_number) as received_at
    from (select * from filing order by ordered_at desc, accession_number desc limit 1) as newest`);
  const [newest] = rows;
  const iso = (instant: string | null) => (instant === null ? null : new Date(instant).toISOString());
  return newest
    ? { accessionNumber: newest.accession_number, filedAt: iso(newest.filed_at), receivedAt: iso(newest.received_at) }
    : null;
}

/** Bytes on disk, with indexes. */
export async function findDatabaseSize(db: Db): Promise<number> {
  const { rows } = await db.execute<{ bytes: string }>(sql`select pg_database_size(current_database()) as bytes`);
  return Number(rows[0]?.bytes ?? 0);
}

/** By status of the answer, since the first request. */
export async function countEdgarRequests(db: Db): Promise<{ status: string; requests: number }[]> {
  const { rows } = await db.execute<{ status: string; requests: string }>(
    sql`select status, sum(requests) as requests from edgar_request_count group by 1 order by 1`,
  );
  return rows.map(({ status, requests }) => ({ status, requests: Number(requests) }));
}
