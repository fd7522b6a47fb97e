import { eq, sql } from "drizzle-orm";
import { nameHolds } from "@/db/queries/filing-conditions";
import { listFilingEntries } from "@/db/queries/filing-entries";
import { filing, filingOwner, formerAddress } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { AccessionRange } from "@/lib/filters/search-query";
import type { FilingEntry } from "@/lib/record/filing";
import { COUNTED, type Count, upTo } from "@/lib/values/counts";
import type { SearchExamples } from "@/lib/views/search";

export type FoundFilings = { entries: FilingEntry[]; inAll: Count };

export const NO_FILINGS: FoundFilings = { entries: [], inAll: { count: 0, countAtLeast: 0 } };

type Parties = { issuers: string[]; insiders: string[] };

/**
 * The newest filings on any of these issuers or by any of these owners, and their number. With `words`, also those that name a
 * company or person without a CIK (a scan): no directory has these names.
 */
export async function searchFilings(
  db: Db,
  { issuers, insiders, words = [] }: Parties & { words?: string[] },
  limit: number,
): Promise<FoundFilings> {
  if (issuers.length === 0 && insiders.length === 0 && words.length === 0) return NO_FILINGS;
  const isNamed = words.length === 0 ? sql`false` : isNamedWithoutCik(words);
  const newest = sql`order by ordered_at desc, accession_number desc limit ${limit}`;
  const [{ rows: found }, { rows: counted }] = await Promise.all([
    db.execute<Found>(sql`
      select accession_number from (
        (select accession_number, ordered_at from ${filing} where ${isOn(issuers)} ${newest})
        union
        (select accession_number, ordered_at from ${filing} where ${isBy(insiders)} ${newest})
        union
        (select accession_number, ordered_at from ${filing} where ${isNamed} ${newest})
      ) as found ${newest}`),
    db.execute<Counted>(sql`
      select count(*) as n from (
        (select accession_number from ${filing} where ${isOn(issuers)} limit ${COUNTED + 1})
        union
        (select accession_number from ${filing} where ${isBy(insiders)} limit ${COUNTED + 1})
        union
        (select accession_number from ${filing} where ${isNamed} limit ${COUNTED + 1})
      ) as found`),
  ]);
  return filingHits(db, found, counted);
}

/** The newest filings that are both on one of these issuers and by one of these owners. */
export async function searchFilingsOfBoth(
  db: Db,
  { issuers, insiders }: Parties,
  limit: number,
): Promise<FoundFilings> {
  if (issuers.length === 0 || insiders.length === 0) return NO_FILINGS;
  const isOfBoth = sql`${isOn(issuers)} and ${isBy(insiders)}`;
  const [{ rows: found }, { rows: counted }] = await Promise.all([
    db.execute<Found>(
      sql`select accession_number from ${filing} where ${isOfBoth} order by ordered_at desc, accession_number desc limit ${limit}`,
    ),
    db.execute<Counted>(
      sql`select count(*) as n from (select from ${filing} where ${isOfBoth} limit ${COUNTED + 1}) as found`,
    ),
  ]);
  return filingHits(db, found, counted);
}

const isOn = (issuers: string[]) => sql`${filing.issuerCik} = any(${sql.param(issuers)}::text[])`;
const isBy = (owners: string[]) =>
  sql`${filing.accessionNumber} in (select ${filingOwner.accessionNumber} from ${filingOwner} where ${filingOwner.cik} = any(${sql.param(owners)}::text[]))`;

/** Reads the few filings and owners without a CIK, by an index on them. */
const isNamedWithoutCik = (words: string[]) => sql`${filing.accessionNumber} in (
  select accession_number from filing where issuer_cik is null and ${nameHolds(sql`issuer_name`, words)}
  union
  select accession_number from filing_owner where cik is null and ${nameHolds(sql`name`, words)})`;

type Found = { accession_number: string };
type Counted = { n: string };

async function filingHits(db: Db, found: Found[], counted: Counted[]): Promise<FoundFilings> {
  const numbers = found.map((f) => f.accession_number);
  return { entries: await listFilingEntries(db, numbers), inAll: upTo(Number(counted[0]?.n ?? 0)) };
}

/** Filings with accession numbers in a range, the highest number first. */
export async function listFilingsInRange(db: Db, { from, to }: AccessionRange, limit: number): Promise<FoundFilings> {
  const isInRange = sql`${filing.accessionNumber} between ${from} and ${to}`;
  const [{ rows: found }, { rows: counted }] = await Promise.all([
    db.execute<Found>(
      sql`select accession_number from ${filing} where ${isInRange} order by accession_number desc limit ${limit}`,
    ),
    db.execute<Counted>(
      sql`select count(*) as n from (select from ${filing} where ${isInRange} limit ${COUNTED + 1}) as found`,
    ),
  ]);
  return filingHits(db, found, counted);
}

/** The number under which we have a filing: its own, or the one that replaced a number of ours. */
export async function findHeldNumber(db: Db, accessionNumber: string): Promise<string | null> {
  const [held] = await db
    .select({ accessionNumber: filing.accessionNumber })
    .from(filing)
    .where(eq(filing.accessionNumber, accessionNumber));
  if (held) return held.accessionNumber;
  const [moved] = await db
    .select({ accessionNumber: formerAddress.accessionNumber })
    .from(formerAddress)
    .where(eq(formerAddress.localNumber, accessionNumber));
  return moved?.accessionNumber ?? null;
}

/** An example of something to search for; null in an empty database. It reads only the newest filings. */
export async function findSearchExamples(db: Db): Promise<SearchExamples | null> {
  const { rows } = await db.execute<{
    name: string;
    symbol: string;
    cik: string;
    owner_cik: string | null;
    accession_number: string;
  }>(sql`
    select o.name, f.issuer_trading_symbol as symbol, f.issuer_cik as cik, o.cik as owner_cik, f.accession_number
    from (select * from ${filing} order by ordered_at desc, accession_number desc limit 200) f
    join ${filingOwner} o using (accession_number)
    where f.issuer_trading_symbol ~ '^[A-Z.]{1,6}$' and f.issuer_cik is not null and o.name is not null
      and f.accession_number !~ '^local'
    order by f.ordered_at desc, f.accession_number desc, o.position limit 1`);
  const [found] = rows;
  return found
    ? {
        name: found.name,
        tradingSymbol: found.symbol,
        cik: found.cik,
        insiderCik: found.owner_cik,
        accessionNumber: found.accession_number,
      }
    : null;
}
