import { countIndexed, wantedBetween } from "@/db/edgar/listed-filings";
import { readDays } from "@/db/edgar/read-days";
import { FIRST_XML_DAY } from "@/lib/edgar/section16-form";
import { earlierOf, laterOf } from "@/lib/values/compare-text";
import { plural } from "@/lib/values/counts";
import { isCalendarDate } from "@/lib/values/is-calendar-date";
import { newYorkClock } from "@/lib/values/new-york-time";
import { weekdaysBetween } from "@/lib/values/weekdays";
import { NotPossible, type Outcome, type Work } from "./edgar-command";
import { fetchListed } from "./fetch-listed";

/** `2026-11-01..2026-11-20`, or one day. */
function parseDays(text: string): { from: string; to: string } | null {
  const [from = "", to = from, ...more] = text.trim().split("..");
  const isDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day) && isCalendarDate(day);
  return more.length === 0 && isDay(from) && isDay(to) && from <= to ? { from, to } : null;
}

/** `npm run ingest -- days A..B`: what EDGAR's indexes list for these days. */
export async function ingestDays(work: Work, days: string): Promise<Outcome> {
  const asked = parseDays(days);
  if (!asked)
    throw new NotPossible(`days ${days}: enter a day such as 2026-11-20, or a range such as 2026-11-01..2026-11-20.`);
  const { edgar } = work;
  const today = newYorkClock(edgar.clock.now()).day;
  if (asked.from > today)
    throw new NotPossible(`days ${days}: this is in the future. EDGAR is on New York time, where today is ${today}.`);
  if (asked.to < FIRST_XML_DAY) {
    throw new NotPossible(
      `days ${days}: Forms 3, 4 and 5 have been XML since ${FIRST_XML_DAY}. We do not read older ones.`,
    );
  }
  const from = laterOf(asked.from, FIRST_XML_DAY);
  const to = earlierOf(asked.to, today);

  const update = work.progress(weekdaysBetween(from, to).length, "days");
  const read = await readDays(edgar, from, to, { onProgress: (done, reading) => update(done, reading) });
  const { db } = edgar.connection;
  const outcome = await fetchListed(work, "days", await countIndexed(db, from, to), await wantedBetween(db, from, to));
  const notYet = read.notYet.length > 0 ? ` ${read.notYet.join(", ")}: no index yet.` : "";
  return {
    ...outcome,
    summary: { from, to, daysRead: read.read, daysWithoutIndex: read.closed, notYet: read.notYet, ...outcome.summary },
    report: `${plural(read.read, "day")} read, ${read.closed.length} without an index.${notYet}\n${outcome.report}`,
  };
}
