import { sql } from "drizzle-orm";
import { TALLIES } from "@/db/queries/tallies";
import type { Db } from "@/db/server/client";
import { MOST_IN_SITEMAP } from "@/lib/representations/sitemap";
import { type FilingsOfDay, type SitemapOfFilings, sitemapsOfFilings } from "@/lib/representations/sitemap-of-filings";

const AT_ONCE = 5_000;

/** How many filings have each filing date. Reads the tallies, so the cost depends on the number of days. */
async function countFilingsByDay(db: Db): Promise<FilingsOfDay[]> {
  const { rows } = await db.execute<{ day: string | null; n: string }>(sql`
    select nullif(day, '-infinity')::text as day, sum(n) as n from ${TALLIES}
    where subject = 'filing' group by 1 having sum(n) > 0`);
  return rows.map(({ day, n }) => ({ day, filings: Number(n) }));
}

/** All sitemaps of filings, newest first. */
export const listSitemapsOfFilings = async (db: Db) => sitemapsOfFilings(await countFilingsByDay(db));

/** Accession numbers in a sitemap, newest first. */
export async function* streamFilings(db: Db, { days, skip }: SitemapOfFilings): AsyncGenerator<string[]> {
  const ofDays = days === null ? sql`filing_date is null` : sql`filing_date between ${days.first} and ${days.last}`;
  // An index has the filings of a day in order. Those without a day must be sorted for each batch, so all are in one.
  const atOnce = days === null ? MOST_IN_SITEMAP : AT_ONCE;
  let last: { day: string | null; accession_number: string } | undefined;
  for (let count = 0; count < MOST_IN_SITEMAP; count += atOnce) {
    const after = last
      ? sql`(filing_date, accession_number) < (${last.day}::date, ${last.accession_number})`
      : sql`true`;
    const { rows } = await db.execute<{ day: string | null; accession_number: string }>(sql`
      select filing_date::text as day, accession_number from filing where ${ofDays} and ${after}
      order by filing_date desc, accession_number desc offset ${last ? 0 : skip} limit ${atOnce}`);
    yield rows.map(({ accession_number }) => accession_number);
    last = rows.at(-1);
    if (rows.length < atOnce) return;
  }
}

export type PartyList = "insiders" | "issuers";

const TABLES = { insiders: sql`owner`, issuers: sql`issuer` };

/** A part has the CIKs of one range of numbers, so that new parties leave the other parts alone. */
const PART = sql`cik::bigint / ${sql.raw(String(MOST_IN_SITEMAP))}`;

/** The parts in which the insiders or issuers are listed. */
export async function listPartsOfParties(db: Db, list: PartyList): Promise<string[]> {
  const { rows } = await db.execute<{ part: string }>(
    sql`select distinct (${PART})::text as part, ${PART} as number from ${TABLES[list]} order by 2`,
  );
  return rows.map(({ part }) => part);
}

export async function* streamPartiesOfPart(db: Db, list: PartyList, part: string): AsyncGenerator<string[]> {
  const { rows } = await db.execute<{ cik: string }>(
    sql`select cik from ${TABLES[list]} where ${PART} = ${part}::bigint order by cik::bigint`,
  );
  yield rows.map(({ cik }) => cik);
}
