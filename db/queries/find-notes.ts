import { and, type SQL, sql } from "drizzle-orm";
import { type AskedNotes, WALK, walkNotes } from "@/db/queries/walk-notes";
import { searchedNote } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { monthOf } from "@/lib/note-search/note-marks";
import type { NoteCursor } from "@/lib/note-search/note-search";
import { compareText } from "@/lib/values/compare-text";
import { COUNTED } from "@/lib/values/counts";
import { instantOf } from "@/lib/values/instant-of";

export type FoundPlaces = {
  /** The notes of one page, in order. */
  places: NoteCursor[];
  /** How many there are; up to one more than the limit of counting. */
  found: number;
};

type Row = { n: string; accession_number: string | null; position: number; ordered_at: string; rank?: number };

const PLACE = sql`accession_number, position, ordered_at`;
const NEWEST_FIRST = sql`ordered_at desc, accession_number desc, position`;

const isBehind = ({ orderedAt, accessionNumber, position }: NoteCursor): SQL =>
  sql`((ordered_at, accession_number) < (${orderedAt}::timestamptz, ${accessionNumber})
    or (ordered_at, accession_number) = (${orderedAt}::timestamptz, ${accessionNumber}) and position > ${position})`;

/** Newest first, one page without a count. */
export async function pageOfNotes(
  db: Db,
  asked: AskedNotes,
  { after, limit }: { after: NoteCursor | null; limit: number },
): Promise<NoteCursor[]> {
  const { places } = await visitNewest(db, after === null ? asked : behind(asked, after), limit, limit);
  return places;
}

const behind = (asked: AskedNotes, after: NoteCursor): AskedNotes => ({
  ...asked,
  exact: [...asked.exact, isBehind(after)],
  last: monthOf(after.orderedAt),
});

/** Newest first: a page, and the number of notes up to 10,000. */
export async function findNewestNotes(
  db: Db,
  asked: AskedNotes,
  { after, limit }: { after: NoteCursor | null; limit: number },
): Promise<FoundPlaces> {
  if (after === null) return visitNewest(db, asked, limit, COUNTED + 1);
  const [places, { found }] = await Promise.all([
    pageOfNotes(db, asked, { after, limit }),
    visitNewest(db, asked, 0, COUNTED + 1),
  ]);
  return { places, found };
}

async function visitNewest(db: Db, asked: AskedNotes, limit: number, counted: number): Promise<FoundPlaces> {
  const places: NoteCursor[] = [];
  let found = 0;
  await walkNotes(db, asked, counted, async (condition, isBounded) => {
    // Once the page is full, the rest is only counted.
    const missing = limit - places.length;
    const most = missing > 0 ? (isBounded ? null : WALK.few + 1) : counted - found;
    const { rows } = await db.execute<Row>(sql`
      with found as materialized (
        select ${PLACE} from ${searchedNote} where ${condition} ${most === null ? sql`` : sql`limit ${most}`}
      )
      select total.n, page.* from (select count(*) as n from found) as total
      left join lateral (select * from found order by ${NEWEST_FIRST} limit ${Math.max(missing, 0)}) as page on true
      order by ${NEWEST_FIRST}`);
    const n = Number(rows[0]?.n ?? 0);
    if (missing > 0 && !isBounded && n > WALK.few) return { found: 0, isTooMuch: true, isFull: false, isDone: false };
    places.push(...placesOf(rows));
    found = Math.min(found + n, counted);
    const isFull = places.length >= limit;
    return { found: n, isTooMuch: false, isFull, isDone: isFull && found >= counted };
  });
  return { places, found };
}

/**
 * Best first among the newest 10,000: notes in which the words appear often and close together. Of equals, the newest first.
 * @param words the search words, without marks
 */
export async function findBestNotes(
  db: Db,
  asked: AskedNotes,
  words: string,
  { after, limit }: { after: NoteCursor | null; limit: number },
): Promise<FoundPlaces> {
  const best: NoteCursor[] = [];
  let found = 0;
  await walkNotes(db, asked, COUNTED + 1, async (condition) => {
    const left = COUNTED - found;
    const isBehindIt =
      after === null || after.rank === null
        ? sql`true`
        : and(sql`rank <= ${after.rank}::float4`, sql`(rank < ${after.rank}::float4 or ${isBehind(after)})`);
    const { rows } = await db.execute<Row>(sql`
      with newest as materialized (
        select ${PLACE}, words from ${searchedNote} where ${condition} order by ${NEWEST_FIRST} limit ${left + 1}
      ), ranked as materialized (
        select ${PLACE}, ts_rank_cd(words, ${words}::tsquery) as rank
        from (select * from newest order by ${NEWEST_FIRST} limit ${left}) as looked_at
      )
      select total.n, page.* from (select count(*) as n from newest) as total
      left join lateral (
        select * from ranked where ${isBehindIt} order by rank desc, ${NEWEST_FIRST} limit ${limit}
      ) as page on true
      order by rank desc, ${NEWEST_FIRST}`);
    best.push(...placesOf(rows));
    const n = Number(rows[0]?.n ?? 0);
    found += n;
    return { found: n, isTooMuch: false, isFull: false, isDone: found > COUNTED };
  });
  return { places: best.sort(bestFirst).slice(0, limit), found: Math.min(found, COUNTED + 1) };
}

const placesOf = (rows: readonly Row[]): NoteCursor[] =>
  rows.flatMap(({ accession_number: accessionNumber, position, ordered_at, rank }) =>
    accessionNumber === null
      ? []
      : [{ accessionNumber, position, orderedAt: instantOf(ordered_at).toISOString(), rank: rank ?? null }],
  );

const bestFirst = (a: NoteCursor, b: NoteCursor): number =>
  (b.rank ?? 0) - (a.rank ?? 0) ||
  compareText(b.orderedAt, a.orderedAt) ||
  compareText(b.accessionNumber, a.accessionNumber) ||
  a.position - b.position;
