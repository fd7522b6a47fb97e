import { and, type SQL, sql } from "drizzle-orm";
import type { MonthRange } from "@/db/queries/note-conditions";
import { filing, searchedNote } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { anyMark, FIRST_MONTH, LAST_MONTH, monthMarks, monthOf, startOfMonth } from "@/lib/note-search/note-marks";

/** The notes to find. */
export type AskedNotes = {
  /** The text search for the index; null for all notes. */
  index: string | null;
  /** The condition on each note that the index finds. */
  exact: SQL[];
  /** The period they are in; null for any. */
  within: MonthRange | null;
  /** The month after which there are none. */
  last?: number;
};

/** The notes found in a period. */
type Visited = {
  found: number;
  /** The search was stopped halfway: shorter periods have to be read. */
  isTooMuch: boolean;
  /** The page is complete: other notes are only counted. */
  isFull: boolean;
  isDone: boolean;
};

/** How far a walk goes at once. Tests use small numbers. */
export const WALK = {
  /** The most notes that are sorted together. */
  few: 30_000,
  /** The most notes that are counted together: the index finds them, but most are not read. */
  countable: 300_000,
  /** The newest filings, which show how often something is found. */
  newest: 3_000,
  /** A period may be this many times as long as all before it. */
  growth: 4,
  /** Beginnings of words that match more notes than this are checked in the results of the rest of the search. */
  frequent: 100_000,
};

/** Reads the notes that meet a condition, of which there may be very many unless `isBounded`. */
type Visit = (condition: SQL, isBounded: boolean) => Promise<Visited>;

/**
 * Walks through notes from the newest on, in periods of months, until enough are seen. So the cost of a page depends on what it
 * shows, and not on everything that is found.
 * @param goal how many are to be seen
 */
export async function walkNotes(db: Db, asked: AskedNotes, goal: number, visit: Visit): Promise<void> {
  const { within } = asked;
  if (!within) return void (await walkMonths(db, asked, goal, visit));
  const outside = { ...asked, index: together(asked.index, within.outside) };
  const newer = await visit(conditionOf(outside, sql`ordered_at >= ${startOfMonth(within.to + 1)}::timestamptz`), true);
  if (newer.isDone) return;
  if (within.from <= within.to && (await walkMonths(db, asked, goal, visit))) return;
  await visit(
    conditionOf(outside, sql`ordered_at < ${startOfMonth(Math.min(within.from, within.to + 1))}::timestamptz`),
    true,
  );
}

/** @returns whether enough were seen */
async function walkMonths(db: Db, asked: AskedNotes, goal: number, visit: Visit): Promise<boolean> {
  const bounds = await monthsOfNotes(db, asked);
  if (!bounds) return false;
  const isBeforeAll = asked.within === null ? null : sql`ordered_at >= ${startOfMonth(asked.within.from)}::timestamptz`;
  const total = bounds.to - bounds.from + 1;
  let { to } = bounds;
  let months = to - bounds.newest + 1;
  let seen = 0;
  let mayTryRest = true;
  while (to >= bounds.from) {
    const from = Math.max(bounds.from, to - months + 1);
    const isAll = from === bounds.from && to === bounds.to && asked.within === null && asked.last === undefined;
    const ofMonths = {
      ...asked,
      index: together(asked.index, isAll ? null : anyMark(monthMarks("ordered", from, to))),
    };
    const visited = await visit(conditionOf(ofMonths), from === to || isAll);
    if (visited.isTooMuch) {
      months = Math.ceil((to - from + 1) / WALK.growth);
      continue;
    }
    seen += visited.found;
    to = from - 1;
    if (visited.isDone) return true;
    if (to < bounds.from) return false;
    const done = bounds.to - to;
    if (mayTryRest && (seen / done) * bounds.ofAll <= (visited.isFull ? WALK.countable : WALK.few)) {
      // Without months for the index, so that it also finds notes of other times.
      const rest = await visit(
        conditionOf(asked, sql`ordered_at < ${startOfMonth(to + 1)}::timestamptz`, isBeforeAll),
        false,
      );
      if (!rest.isTooMuch) return rest.isDone;
      mayTryRest = false;
    }
    const needed = seen === 0 ? total : ((goal - seen) / (seen / done)) * 1.2;
    months = Math.min(Math.max(1, Math.ceil(needed)), done * WALK.growth);
  }
  return false;
}

/** A text search that needs all parts; null if there are none. */
export const together = (...parts: (string | null | undefined)[]): string | null =>
  parts
    .flatMap((part) => part ?? [])
    .map((part) => `(${part})`)
    .join(" & ") || null;

export const conditionOf = ({ index, exact }: AskedNotes, ...more: (SQL | null)[]): SQL =>
  and(
    index === null ? undefined : sql`${searchedNote.words} @@ ${index}::tsquery`,
    ...more.map((condition) => condition ?? undefined),
    ...exact,
  ) ?? sql`true`;

/** The first and last month of filings in the requested range; null if there are none. `ofAll` are the months of all filings. */
async function monthsOfNotes(
  db: Db,
  { within, last = LAST_MONTH }: AskedNotes,
): Promise<{ from: number; newest: number; to: number; ofAll: number } | null> {
  const lastAsked = Math.min(last, within?.to ?? LAST_MONTH);
  const month = (instant: SQL) => sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM')`;
  const { rows } = await db.execute<{ first: string | null; newest: string | null; last: string | null }>(sql`
    select ${month(sql`min(ordered_at)`)} as first, ${month(sql`max(ordered_at)`)} as last, (
      select ${month(sql`ordered_at`)} from ${filing}
      where ordered_at < ${startOfMonth(lastAsked + 1)}::timestamptz order by ordered_at desc offset ${WALK.newest} limit 1
    ) as newest
    from ${filing}`);
  const [found] = rows;
  if (!found || found.first === null || found.last === null) return null;
  const from = Math.max(monthOf(found.first), within?.from ?? FIRST_MONTH);
  const to = Math.min(monthOf(found.last), lastAsked);
  if (from > to) return null;
  const newest = found.newest === null ? from : Math.min(to, Math.max(from, monthOf(found.newest)));
  return { from, newest, to, ofAll: monthOf(found.last) - monthOf(found.first) + 1 };
}

/** PostgreSQL's estimate of how many notes a text search finds, from its statistics on words. */
export async function estimateNotes(db: Db, search: string): Promise<number> {
  const { rows } = await db.execute<{ "QUERY PLAN": { Plan: { "Plan Rows": number } }[] }>(
    sql`explain (format json) select from ${searchedNote} where words @@ ${search}::tsquery`,
  );
  return rows[0]?.["QUERY PLAN"][0]?.Plan["Plan Rows"] ?? 0;
}
