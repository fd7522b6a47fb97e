import { sql } from "drizzle-orm";
import type { Db } from "@/db/server/client";

let known: { days: string; set: ReadonlySet<string> } = { days: "", set: new Set() };

/** Days without a list of filings, for `closuresOf`: EDGAR was closed, whatever the calendar says. */
export const CLOSURES = sql`(select string_agg(day::text, ' ' order by day) from index_day where state = 'absent')`;

/** The same set until there are new days, because we make a calendar of business days for each set. */
export function closuresOf(found: string | null): ReadonlySet<string> {
  const days = found ?? "";
  if (days !== known.days) known = { days, set: new Set(days.split(" ").filter((day) => day !== "")) };
  return known.set;
}

export async function findClosures(db: Db): Promise<ReadonlySet<string>> {
  const { rows } = await db.execute<{ days: string | null }>(sql`select ${CLOSURES} as days`);
  return closuresOf(rows[0]?.days ?? null);
}
