import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/server/client";
import { MOST_IN_SITEMAP } from "@/lib/representations/sitemap";

const AT_ONCE = 5_000;

/** Months with filings, such as `2013-07`, newest first. Reads one line of an index for each. */
export async function listMonthsWithFilings(db: Db): Promise<string[]> {
  const { rows } = await db.execute<{ month: string }>(sql`
    with recursive months as (
      (select date_trunc('month', ordered_at, 'UTC') as month from filing order by ordered_at desc limit 1)
      union all
      select (select date_trunc('month', ordered_at, 'UTC') from filing
        where ordered_at < months.month order by ordered_at desc limit 1)
      from months where months.month is not null)
    select to_char(month at time zone 'UTC', 'YYYY-MM') as month from months where month is not null`);
  return rows.map(({ month }) => month);
}

/** Accession numbers of a month, newest first. The busiest month has fewer filings than fit in a sitemap. */
export async function* streamFilingsOfMonth(db: Db, month: string): AsyncGenerator<string[]> {
  const from = `${month}-01T00:00:00Z`;
  let last: { ordered_at: string; accession_number: string } | undefined;
  for (let count = 0; count < MOST_IN_SITEMAP; count += AT_ONCE) {
    const before: SQL = last
      ? sql`(ordered_at, accession_number) < (${last.ordered_at}::timestamptz, ${last.accession_number})`
      : sql`ordered_at < ${from}::timestamptz + interval '1 month'`;
    const { rows } = await db.execute<{ ordered_at: string; accession_number: string }>(sql`
      select ordered_at::text, accession_number from filing
      where ordered_at >= ${from}::timestamptz and ${before}
      order by ordered_at desc, accession_number desc limit ${AT_ONCE}`);
    yield rows.map(({ accession_number }) => accession_number);
    last = rows.at(-1);
    if (rows.length < AT_ONCE) return;
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
