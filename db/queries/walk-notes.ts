import { and, type SQL, sql } from "drizzle-orm";
import type { Stretch } from "@/db/queries/note-conditions";
import { filing, searchedNote } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { anyMark, FIRST_MONTH, LAST_MONTH, monthMarks, monthOf, startOf } from "@/lib/note-search/note-marks";

/** What notes are asked for. */
export type AskedNotes = {
  /** The text search that the index answers; null where all notes are asked for. */
  index: string | null;
  /** What is asked of each note that the index finds. */
  exact: SQL[];
  /** Where in time they are; null for anywhere. */
  within: Stretch | null;
  /** The month behind which none are. */
  last?: number;
};

/** What was found in a stretch of time. */
type Visited = {
  found: number;
  /** It was given up half-way: shorter stretches are to be looked at. */
  isTooMuch: boolean;
  /** What is shown is complete: others are only counted. */
  isFull: boolean;
  isDone: boolean;
};

/** How far a walk goes at once. A test makes them small. */
export const WALK = {
  /** So many are put in order together, at most. */
  few: 30_000,
  /** So many are counted together: most are not looked at, but the index finds them. */
  countable: 300_000,
  /** The newest filings, which tell how often something is found. */
  newest: 3_000,
  /** A stretch may be so many times as long as all before it. */
  growth: 4,
  /** Beginnings of words that stand for more notes are looked for in what the rest of a search has found. */
  frequent: 100_000,
};

/** Looks at the notes that meet a condition, of which there may be very many unless `isBounded`. */
type Visit = (condition: SQL, isBounded: boolean) => Promise<Visited>;

/**
 * Goes through notes from the newest on, in stretches of months, until enough are seen: what a page costs follows from what it
 * shows, and not from what is found in all.
 * @param goal how many are to be seen
 */
export async function walkNotes(db: Db, asked: AskedNotes, goal: number, visit: Visit): Promise<void> {
  const { within } = asked;
  if (!within) return void (await walkMonths(db, asked, goal, visit));
  const outside = { ...asked, index: together(asked.index, within.outside) };
  const newer = await visit(conditionOf(outside, sql`ordered_at >= ${startOf(within.to + 1)}::timestamptz`), true);
  if (newer.isDone) return;
  if (within.from <= within.to && (await walkMonths(db, asked, goal, visit))) return;
  await visit(
    conditionOf(outside, sql`ordered_at < ${startOf(Math.min(within.from, within.to + 1))}::timestamptz`),
    true,
  );
}

/** @returns whether enough were seen */
async function walkMonths(db: Db, asked: AskedNotes, goal: number, visit: Visit): Promise<boolean> {
  const bounds = await monthsOfNotes(db, asked);
  if (!bounds) return false;
  const isBeforeAll = asked.within === null ? null : sql`ordered_at >= ${startOf(asked.within.from)}::timestamptz`;
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
      // Without naming its months to the index, which then finds those of other times too.
      const rest = await visit(
        conditionOf(asked, sql`ordered_at < ${startOf(to + 1)}::timestamptz`, isBeforeAll),
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

/** A text search whose parts are all met; null where there is none. */
export const together = (...parts: (string | null | undefined)[]): string | null =>
  parts
    .flatMap((part) => part ?? [])
    .map((part) => `(${part})`)
    .join(" & ") || null;

const conditionOf = ({ index, exact }: AskedNotes, ...more: (SQL | null)[]): SQL =>
  and(
    index === null ? undefined : sql`${searchedNote.words} @@ ${index}::tsquery`,
    ...more.map((condition) => condition ?? undefined),
    ...exact,
  ) ?? sql`true`;

/**
 * The months in which filings are, within those asked for, and that in which the newest begin; null where there are none.
 * `ofAll` are the months of all filings.
 */
async function monthsOfNotes(
  db: Db,
  { within, last = LAST_MONTH }: AskedNotes,
): Promise<{ from: number; newest: number; to: number; ofAll: number } | null> {
  const lastAsked = Math.min(last, within?.to ?? LAST_MONTH);
  const month = (instant: SQL) => sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM')`;
  const { rows } = await db.execute<{ first: string | null; newest: string | null; last: string | null }>(sql`
    select ${month(sql`min(ordered_at)`)} as first, ${month(sql`max(ordered_at)`)} as last, (
      select ${month(sql`ordered_at`)} from ${filing}
      where ordered_at < ${startOf(lastAsked + 1)}::timestamptz order by ordered_at desc offset ${WALK.newest} limit 1
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

/** How many notes PostgreSQL thinks that a text search finds: what its statistics say of the words. */
export async function estimateNotes(db: Db, search: string): Promise<number> {
  const { rows } = await db.execute<{ "QUERY PLAN": { Plan: { "Plan Rows": number } }[] }>(
    sql`explain (format json) select from ${searchedNote} where words @@ ${search}::tsquery`,
  );
  return rows[0]?.["QUERY PLAN"][0]?.Plan["Plan Rows"] ?? 0;
}
