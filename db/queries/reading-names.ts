import { sql } from "drizzle-orm";
import type { Db } from "@/db/server/client";
import { isEntityName } from "@/lib/names/names";
import { type NamedOwner, type ReadingNames, readingNames } from "@/lib/record/filing-names";

/** The filings of an owner whose signatures are read. More would hardly confirm more names, and a page lists many owners. */
const MOST_FILINGS = 20;

/** The names of owners in reading order, where a signature on one of their filings confirms it: one query for all of them. */
export async function findReadingNames(db: Db, owners: readonly NamedOwner[]): Promise<ReadingNames> {
  const ciks = new Set(owners.flatMap(({ cik, name }) => (cik && name && !isEntityName(name) ? cik : [])));
  if (ciks.size === 0) return {};
  // The most frequent spelling first; one in capitals only if there is no other.
  const { rows } = await db.execute<{ cik: string; signed: string[] }>(sql`
    select asked.cik, signed.names as signed
    from unnest(${sql.param([...ciks])}::text[]) as asked (cik)
    cross join lateral (
      select array_agg(name order by name = upper(name), n desc, name) as names
      from (
        select s.name, count(*) as n
        from (
          select accession_number from filing_owner o
          where o.cik = asked.cik order by accession_number desc limit ${MOST_FILINGS}
        ) as theirs join signature s using (accession_number)
        where s.name is not null group by s.name
      ) as spellings
    ) as signed
    where signed.names is not null`);
  return readingNames(owners, new Map(rows.map(({ cik, signed }) => [cik, signed])));
}
