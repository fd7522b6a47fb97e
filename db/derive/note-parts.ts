import type { Pool, PoolClient } from "pg";
import { carriedOnJson, groupByFiling, loadNotes, putFacts } from "@/db/derive/derive-notes";
import { carriedOn, factsLine } from "@/db/derive/note-facts";
import { noteLines } from "@/db/derive/note-lines";
import { RowsToCopy } from "@/db/derive/rows-to-copy";
import { statedFacts } from "@/db/schema";
import { isConnectionLoss } from "@/db/server/connection-loss";
import { withoutForeignKeyChecks } from "@/db/server/foreign-key-checks";
import { inTransaction } from "@/db/server/in-transaction";

/** Texts that are read together. */
const TEXTS = 2_000;
/** For what is gathered of texts or filings together; more goes to disk. */
const MEMORY = "64MB";

/** A part of all different texts, by their hash: no text is in two. */
export type TextPart = { part: number; parts: number };

/** The filings of a stretch of time, the last instant not in it. */
export type Stretch = { from: string; to: string };

/**
 * Reads the facts of one part of all texts into `stated_facts`, which holds none of them. Each text is read once, and few are
 * in memory together. Filings with a text that cannot be read are put on the list of those that wait.
 * @param onPart told how many more notes have the texts that were read
 * @returns how many notes have a text of this part; null where it was stopped, and nothing was done
 */
export async function readFactsOfPart(
  pool: Pool,
  part: TextPart,
  { signal, onPart }: { signal: AbortSignal; onPart: (notes: number) => void },
): Promise<number | null> {
  try {
    return await inTransaction(pool, "begin", (client) => read(client, part, signal, onPart));
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

async function read(
  client: PoolClient,
  { part, parts }: TextPart,
  signal: AbortSignal,
  onPart: (notes: number) => void,
): Promise<number> {
  await client.query(`set local work_mem = '${MEMORY}'; set local cursor_tuple_fraction = 1`);
  await client.query(`
    declare texts no scroll cursor for
    select text, count(*)::int as notes from (
      select text from footnote where text <> '' union all select remarks from filing where remarks <> ''
    ) as note
    where (hashtext(text) & 1023) % ${Math.trunc(parts)} = ${Math.trunc(part)} group by text`);
  let done = 0;
  const odd: string[] = [];
  for (;;) {
    const { rows } = await client.query<{ text: string; notes: number }>(`fetch ${TEXTS} from texts`);
    if (rows.length === 0) break;
    signal.throwIfAborted();
    const lines = new RowsToCopy(statedFacts);
    for (const { text } of rows) {
      try {
        const line = factsLine(text);
        if (line) lines.add([line]);
      } catch {
        odd.push(text);
      }
    }
    await lines.copy(client);
    const notes = rows.reduce((sum, row) => sum + row.notes, 0);
    done += notes;
    onPart(notes);
  }
  await client.query("close texts");
  if (odd.length > 0) await client.query(PUT_ODD_ON_LIST, [odd]);
  return done;
}

const PUT_ODD_ON_LIST = `
  insert into filing_to_derive
  select accession_number from footnote where text = any($1) union select accession_number from filing where remarks = any($1)
  on conflict do nothing`;

/**
 * Writes the lines of `searched_note` for the filings of a stretch of time, of which there are none. The facts of all texts are
 * known; those of notes that run on into each other are read here. Filings where something fails are put on the list of those
 * that wait. @returns how many lines were written
 */
export async function writeLinesOf(pool: Pool, stretch: Stretch): Promise<number> {
  try {
    return await inTransaction(pool, "begin", (client) => write(client, stretch));
  } catch (error) {
    if (isConnectionLoss(error)) throw error;
    await putStretchOnList(pool, stretch);
    return 0;
  }
}

/** All filings of a stretch of time are still to be derived. */
export const putStretchOnList = (client: Pick<Pool, "query">, { from, to }: Stretch) =>
  client.query(
    `insert into filing_to_derive select accession_number from filing where ordered_at >= $1 and ordered_at < $2
      order by 1 on conflict do nothing`,
    [from, to],
  );

async function write(client: PoolClient, { from, to }: Stretch): Promise<number> {
  await withoutForeignKeyChecks(client);
  // A stretch is a small part of all: its filings are looked up, one by one.
  await client.query(`set local work_mem = '${MEMORY}'; set local enable_seqscan = off`);
  const { rows } = await client.query<{ accessionNumber: string }>({
    name: "derive_may_run_on",
    text: `
      select accession_number as "accessionNumber" from filing join footnote using (accession_number)
        where ordered_at >= $1 and ordered_at < $2 and ${mayRunOn("text")}
      union
      select accession_number from filing where ordered_at >= $1 and ordered_at < $2 and ${mayRunOn("remarks")}`,
    values: [from, to],
  });
  const numbers = rows.map(({ accessionNumber }) => accessionNumber);
  const odd: string[] = [];
  const joined = groupByFiling(await loadNotes(client, numbers)).flatMap((notes) => {
    try {
      return carriedOn(notes);
    } catch {
      odd.push(notes[0]?.accessionNumber ?? "");
      return [];
    }
  });
  if (odd.length > 0)
    await client.query("insert into filing_to_derive select unnest($1::text[]) on conflict do nothing", [odd]);
  const texts = joined.flatMap((filing) => filing.texts);
  if (texts.length > 0) await putFacts(client, texts);
  const { rowCount } = await client.query({
    name: "derive_all_searched_notes",
    text: `insert into searched_note ${noteLines("ordered_at >= $2 and ordered_at < $3")}`,
    values: [carriedOnJson(joined.flatMap((filing) => filing.carriedOn)), from, to],
  });
  return rowCount ?? 0;
}

/** What `joinedNotes` looks at: notes near the limit, and what begins or ends with "continued". It finds too much, never too little. */
const mayRunOn = (text: string) => `(
  length(${text}) >= 900
  or left(${text}, 120) ~* 'cont(inu|[''’]?d|\\.)' or right(${text}, 160) ~* 'cont(inu|[''’]?d|\\.)')`;
