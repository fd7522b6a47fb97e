import { asc, eq } from "drizzle-orm";
import { indexDay } from "@/db/schema";
import type { Db } from "@/db/server/client";

let known: { days: string; set: ReadonlySet<string> } = { days: "", set: new Set() };

/**
 * Days without a list of filings: EDGAR was closed, whatever the calendar says. It returns the same set until there are new days,
 * because each set gets a calendar of business days.
 */
export async function findClosures(db: Db): Promise<ReadonlySet<string>> {
  const found = await db
    .select({ day: indexDay.day })
    .from(indexDay)
    .where(eq(indexDay.state, "absent"))
    .orderBy(asc(indexDay.day));
  const days = found.map(({ day }) => day).join(" ");
  if (days !== known.days) known = { days, set: new Set(found.map(({ day }) => day)) };
  return known.set;
}
