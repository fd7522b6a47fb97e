import { and, between, eq, sql } from "drizzle-orm";
import { filingToDerive, indexDay } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { EDGAR_CLOSURES } from "@/lib/lateness/business-day";
import { federalHoliday } from "@/lib/values/federal-holiday";

/**
 * Records what we learn about days, in one transaction. If a weekday turns out to be one on which EDGAR was closed, or no longer
 * one, filings whose due day this moves are queued.
 * @param from the first day that may be recorded
 * @param to the last
 */
export const noteClosures = (db: Db, from: string, to: string, note: (tx: Db) => Promise<void>): Promise<void> =>
  db.transaction(async (tx) => {
    const before = await listAbsent(tx, from, to);
    await note(tx);
    const after = await listAbsent(tx, from, to);
    for (const day of new Set([...before, ...after])) {
      if (before.has(day) !== after.has(day) && isNews(day)) await deriveAgain(tx, day);
    }
  });

async function listAbsent(db: Db, from: string, to: string): Promise<Set<string>> {
  const days = await db
    .select({ day: indexDay.day })
    .from(indexDay)
    .where(and(eq(indexDay.state, "absent"), between(indexDay.day, from, to)));
  return new Set(days.map(({ day }) => day));
}

/** Holidays and known closures are not business days, whatever EDGAR lists. */
const isNews = (day: string): boolean => federalHoliday(day) === null && !EDGAR_CLOSURES.includes(day);

/**
 * Queues the filings that have one of the days between what they report and the day on which they were filed or due. How many
 * business days that can be is known, so that other rows need not be read.
 */
async function deriveAgain(db: Db, day: string): Promise<void> {
  await db.execute(sql`
    insert into ${filingToDerive}
    select accession_number
    from (
      select accession_number from lateness where due >= ${day}::date
      union select accession_number from filing where filing_date >= ${day}::date
      union select accession_number from filing where filing_date is null and filed_at >= ${day}::date
    ) as near join lateness using (accession_number) join filing using (accession_number)
    where coalesce(filing_date, (filed_at at time zone 'America/New_York')::date) - (days * 2 + 7) <= ${day}::date
      and (period_of_report <= ${day}::date or exists (
        select from filing_row
        where filing_row.accession_number = filing.accession_number and transaction_date <= ${day}::date))
    on conflict do nothing`);
}
