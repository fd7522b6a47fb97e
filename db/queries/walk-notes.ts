import { and, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { filing, searchedNote } from "@/db/schema";
import { anyMark, monthMarks, monthOf } from "@/lib/footnotes/note-marks";

/** What notes are asked for. */
export type AskedNotes = {
  /** The text search that the index answers; null where all notes are asked for. It may find more than `exact` lets pass. */
  index: string | null;
  exact: SQL[];
  /** The months of filings to look in, the newest from behind a page that was shown before. */
  months: { from: number; to: number } | null;
  /** How many are thought to be found. */
  estimate: { index: number; exact: number };
};

/** What was found in a stretch of time. `isTooMuch`: it was given up half-way, and shorter stretches are to be looked at. */
export type Visited = { found: number; isTooMuch: boolean; isDone: boolean };

/** So many are found and put in order together. */
export const FEW = 50_000;
/** One stretch may be so many times as long as the one before. */
const GROWTH = 4;

/**
 * Goes through notes from the newest on, in stretches of months, until enough are seen: what a page costs follows from what it
 * shows, and not from what is found in all. What finds few is looked at all at once.
 * @param goal how many are to be seen
 */
export async function walkNotes(
  db: Db,
  asked: AskedNotes,
  goal: number,
  visit: (condition: SQL, mayBeTooMuch: boolean) => Promise<Visited>,
): Promise<void> {
  const bounds = await monthsOfNotes(db, asked.months);
  if (!bounds) return;
  const total = bounds.to - bounds.from + 1;
  if (asked.estimate.index <= FEW || total === 1) {
    const { isTooMuch } = await visit(conditionOf(asked, null, null), total > 1);
    if (!isTooMuch) return;
  }
  let { to } = bounds;
  let seen = 0;
  let months = clamp(Math.ceil((goal * total) / Math.max(1, asked.estimate.exact)), 1, Math.ceil(total / GROWTH));
  while (to >= bounds.from) {
    const from = Math.max(bounds.from, to - months + 1);
    const visited = await visit(conditionOf(asked, anyMark(monthMarks("ordered", from, to)), null), from < to);
    if (visited.isTooMuch) {
      months = Math.ceil((to - from + 1) / GROWTH);
      continue;
    }
    seen += visited.found;
    to = from - 1;
    const done = bounds.to - to;
    if (visited.isDone || to < bounds.from) return;
    const expected = (seen / done) * total;
    if (expected <= FEW && done * GROWTH >= total) {
      // Fewer than was thought: the rest at once, and without naming all its months to the index.
      const rest = await visit(conditionOf(asked, null, endOf(to)), true);
      if (!rest.isTooMuch) return;
    }
    const needed = seen === 0 ? total : ((goal - seen) / (seen / done)) * 1.2;
    months = clamp(Math.ceil(needed), 1, done * GROWTH);
  }
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** The instant at which a month ends. */
const endOf = (month: number): string => new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 1)).toISOString();

function conditionOf({ index, exact }: AskedNotes, months: string | null, before: string | null): SQL {
  const search = [index, months].filter((part) => part !== null).join(" & ");
  return (
    and(
      search === "" ? undefined : sql`${searchedNote.words} @@ ${search}::tsquery`,
      before === null ? undefined : sql`${searchedNote.orderedAt} < ${before}::timestamptz`,
      ...exact,
    ) ?? sql`true`
  );
}

/** The months in which filings are, within those asked for; null where there are none. */
async function monthsOfNotes(db: Db, within: AskedNotes["months"]): Promise<{ from: number; to: number } | null> {
  const { rows } = await db.execute<{ first: string | null; last: string | null }>(sql`
    select to_char(min(ordered_at) at time zone 'UTC', 'YYYY-MM') as first, to_char(max(ordered_at) at time zone 'UTC', 'YYYY-MM') as last
    from ${filing}`);
  const { first = null, last = null } = rows[0] ?? {};
  if (first === null || last === null) return null;
  const from = Math.max(monthOf(first), within?.from ?? 0);
  const to = Math.min(monthOf(last), within?.to ?? Number.POSITIVE_INFINITY);
  return from <= to ? { from, to } : null;
}

/** How many notes PostgreSQL thinks that a text search finds: what its statistics say of the words. */
export async function estimateNotes(db: Db, search: string | null): Promise<number> {
  const condition = search === null || search === "" ? sql`true` : sql`${searchedNote.words} @@ ${search}::tsquery`;
  const { rows } = await db.execute<{ "QUERY PLAN": { Plan: { "Plan Rows": number } }[] }>(
    sql`explain (format json) select from ${searchedNote} where ${condition}`,
  );
  return rows[0]?.["QUERY PLAN"][0]?.Plan["Plan Rows"] ?? 0;
}
