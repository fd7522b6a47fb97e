import type { Pool } from "pg";
import { SeededDice } from "@/testing/seeded-dice";

/** Per cent of the footnotes in which words are counted. */
const SAMPLED = 2;
/** How far a pair may deviate from the wanted number, as a share of it. */
const TOLERANCE = 0.25;

/** Pairs of words that about `wanted` footnotes contain: some equally frequent, some of a frequent and a rare word. */
export async function findPairs(
  pool: Pool,
  wanted: number,
  pairs: number,
): Promise<{ words: string; notes: number }[]> {
  const { rows } = await pool.query<{ word: string; share: number }>(`
    with sampled as (select count(*) as notes from searched_note tablesample system (${SAMPLED}) repeatable (16))
    select word, ndoc / notes::float8 as share
    from ts_stat('select words from searched_note tablesample system (${SAMPLED}) repeatable (16)'), sampled
    where word ~ '^[a-z]+$' and ndoc > 5 order by 2 desc`);
  const { rows: totals } = await pool.query<{ notes: number }>("select count(*)::int as notes from searched_note");
  const share = wanted / (totals[0]?.notes ?? 1);
  const dice = new SeededDice(wanted);
  const found = new Map<string, number>();
  for (let tries = 0; tries < pairs * 30 && found.size < pairs; tries++) {
    const first = dice.of(rows);
    const second = closest(rows, share / first.share);
    if (!second || second.word === first.word || first.share < share) continue;
    const words = [first.word, second.word].join(" ");
    if (found.has(words)) continue;
    const { rows: counted } = await pool.query<{ notes: number }>(
      "select count(*)::int as notes from searched_note where words @@ plainto_tsquery('english', $1)",
      [words],
    );
    const notes = counted[0]?.notes ?? 0;
    if (Math.abs(notes - wanted) <= wanted * TOLERANCE) found.set(words, notes);
  }
  return Array.from(found, ([words, notes]) => ({ words, notes }));
}

/** The word with the closest share of footnotes, or null if none is close enough. */
function closest(rows: readonly { word: string; share: number }[], share: number) {
  let best: (typeof rows)[number] | null = null;
  const distance = (row: { share: number }) => Math.abs(Math.log(row.share / share));
  for (const row of rows) if (!best || distance(row) < distance(best)) best = row;
  return best && distance(best) < TOLERANCE ? best : null;
}
