import { type SQL, sql } from "drizzle-orm";
import { ownerSeat } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { MOST_SIGNED_FILINGS } from "@/lib/derive/owner-seats";
import { isInCapitals } from "@/lib/names/confirming-signatures";
import { isEntityName } from "@/lib/names/names";
import { type NamedOwner, type ReadingNames, readingNames } from "@/lib/record/filing-names";

/** Null if they are not derived yet. */
type Signed = { cik: string; signed: string[] | null };

/** The names of owners in reading order, where a signature on one of their filings confirms it. */
export async function findReadingNames(
  db: Db,
  owners: readonly NamedOwner[],
  /** Reads only filings on this issuer, so that no other issuer's filing changes its page. */
  issuerCik: string | null = null,
): Promise<ReadingNames> {
  const ciks = new Set(owners.flatMap(({ cik, name }) => (cik && name && !isEntityName(name) ? cik : [])));
  if (ciks.size === 0) return {};
  const signatures = new Map<string, string[]>();
  const add = ({ cik, signed }: Signed) => signatures.set(cik, [...(signatures.get(cik) ?? []), ...(signed ?? [])]);
  const seats = await signedInSeats(db, issuerCik, [...ciks]);
  seats.forEach(add);
  const underived = new Set(seats.flatMap(({ cik, signed }) => (signed === null ? cik : [])));
  const unread = [...ciks].filter((cik) => underived.has(cik) || !signatures.has(cik));
  if (unread.length > 0) (await signedOnFilings(db, issuerCik, unread)).forEach(add);
  for (const signed of signatures.values()) signed.sort((a, b) => Number(isInCapitals(a)) - Number(isInCapitals(b)));
  return readingNames(owners, signatures);
}

/** What is derived from the signatures on each owner's filings, the seat with the newest filing first. */
const signedInSeats = (db: Db, issuerCik: string | null, ciks: string[]): Promise<Signed[]> =>
  rowsOf(
    db,
    sql`select cik, signed from ${ownerSeat}
      where cik = any(${sql.param(ciks)}::text[])
        ${issuerCik === null ? sql`` : sql`and issuer_cik = ${issuerCik}`}
      order by cik, last_at desc, accession_number desc`,
  );

/** The spellings on some of each owner's filings, the most frequent first. */
const signedOnFilings = (db: Db, issuerCik: string | null, ciks: string[]): Promise<Signed[]> =>
  rowsOf(
    db,
    sql`select cik, array_agg(name order by n desc, name) as signed
    from (
      select asked.cik, s.name, count(*) as n
      from unnest(${sql.param(ciks)}::text[]) as asked (cik)
      cross join lateral (
        select accession_number from filing_owner o ${
          issuerCik === null ? sql`` : sql`join filing f using (accession_number)`
        }
        where o.cik = asked.cik ${issuerCik === null ? sql`` : sql`and f.issuer_cik = ${issuerCik}`}
        order by accession_number desc limit ${MOST_SIGNED_FILINGS}) as newest
      join signature s using (accession_number)
      where s.name is not null group by 1, 2
    ) as spellings group by cik`,
  );

const rowsOf = async (db: Db, query: SQL): Promise<Signed[]> => (await db.execute<Signed>(query)).rows;
