import { sql } from "drizzle-orm";
import type { Db } from "@/db/server/client";
import { isEntityName } from "@/lib/names/names";
import { type NamedOwner, type ReadingNames, readingNames } from "@/lib/record/filing-names";

/** The filings of an owner whose signatures are read. More would hardly confirm more names, and a page lists many owners. */
const MOST_FILINGS = 20;
/** The same for all owners of an issuer. */
const MOST_FILINGS_OF_ISSUER = 500;

/** The names of owners in reading order, where a signature on one of their filings confirms it: one query for all of them. */
export async function findReadingNames(
  db: Db,
  owners: readonly NamedOwner[],
  /** Reads only the newest filings on this issuer, so that no other issuer's filing changes its page. */
  issuerCik: string | null = null,
): Promise<ReadingNames> {
  const ciks = new Set(owners.flatMap(({ cik, name }) => (cik && name && !isEntityName(name) ? cik : [])));
  if (ciks.size === 0) return {};
  const asked = sql`unnest(${sql.param([...ciks])}::text[]) as asked (cik)`;
  const theirs =
    issuerCik === null
      ? sql`${asked} cross join lateral (
          select accession_number from filing_owner o
          where o.cik = asked.cik order by accession_number desc limit ${MOST_FILINGS}) as newest`
      : sql`(
          select accession_number from filing where issuer_cik = ${issuerCik}
          order by ordered_at desc, accession_number desc limit ${MOST_FILINGS_OF_ISSUER}
        ) as newest join filing_owner o using (accession_number) join ${asked} on asked.cik = o.cik`;
  // The most frequent spelling first; one in capitals only if there is no other.
  const { rows } = await db.execute<{ cik: string; signed: string[] }>(sql`
    select cik, array_agg(name order by name = upper(name), n desc, name) as signed
    from (
      select asked.cik, s.name, count(*) as n
      from ${theirs} join signature s using (accession_number)
      where s.name is not null group by 1, 2
    ) as spellings group by cik`);
  return readingNames(owners, new Map(rows.map(({ cik, signed }) => [cik, signed])));
}
