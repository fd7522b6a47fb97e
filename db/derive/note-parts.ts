import type { Pool, PoolClient } from "pg";
import { carriedOnJson, groupByFiling, loadStoredNotes, putFacts } from "@/db/derive/derive-notes";
import { carriedOn, factsLines } from "@/db/derive/note-facts";
import { noteLines } from "@/db/derive/note-lines";
import { replaceWork, takeWork, type WorkPiece } from "@/db/derive/rebuild-work";
import { RowsToCopy } from "@/db/derive/rows-to-copy";
import { statedFacts } from "@/db/schema";
import { isConnectionLoss } from "@/db/server/connection-loss";
import { withoutForeignKeyChecks } from "@/db/server/foreign-key-checks";
import { inTransaction } from "@/db/server/in-transaction";

/** Texts that are read together. */
const TEXTS = 2_000;
/** Memory for sorting texts or filings; more goes to disk. */
const MEMORY = "64MB";

/** A part of all distinct texts, by hash: no text is in two parts. */
export type TextPart = { part: number; parts: number };

/** The filings of a period, without its last instant. */
export type FilingPeriod = { from: string; to: string };

/**
 * Reads the facts of one part of all texts into `stated_facts`, which has none of them yet. Each text is read once, and only a
 * few are in memory at a time. Filings with a text that cannot be read are queued.
 * @param onPart called with the number of notes that have the texts read since the last call
 * @returns how many notes have a text of this part; null if it was stopped, and nothing was stored
 */
export async function readFactsOfPart(
  pool: Pool,
  { id, task }: WorkPiece<TextPart>,
  { signal, onPart }: { signal: AbortSignal; onPart: (notes: number) => void },
): Promise<number | null> {
  try {
    return await inTransaction(pool, async (client) =>
      (await takeWork(client, id)) ? read(client, task, signal, onPart) : 0,
    );
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
    const read = factsLines(rows.map(({ text }) => text));
    odd.push(...read.odd);
    const lines = new RowsToCopy(statedFacts);
    lines.add(read.lines);
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
 * Writes the lines of `searched_note` for the filings of a period, which has none yet. The facts of all texts are stored, except
 * for notes that continue in each other: these are read here. Filings with an error are queued. @returns how many lines were
 * written
 */
export async function writeLinesOf(pool: Pool, { id, task }: WorkPiece<FilingPeriod>): Promise<number> {
  try {
    return await inTransaction(pool, async (client) => ((await takeWork(client, id)) ? write(client, task) : 0));
  } catch (error) {
    if (isConnectionLoss(error)) throw error;
    await replaceWork(pool, id, (client) =>
      client.query(
        `insert into filing_to_derive select accession_number from filing where ordered_at >= $1 and ordered_at < $2
          order by 1 on conflict do nothing`,
        [task.from, task.to],
      ),
    );
    return 0;
  }
}

async function write(client: PoolClient, { from, to }: FilingPeriod): Promise<number> {
  await withoutForeignKeyChecks(client);
  // A period is a small part of the whole, so look its filings up one by one.
  await client.query(`set local work_mem = '${MEMORY}'; set local enable_seqscan = off`);
  const { rows } = await client.query<{ accessionNumber: string }>({
    name: "derive_may_run_on",
    text: `
      select accession_number as "accessionNumber" from filing cross join lateral (
          select text from footnote where footnote.accession_number = filing.accession_number offset 0
        ) as note
        where ordered_at >= $1 and ordered_at < $2 and ${mayRunOn("text")}
      union
      select accession_number from filing where ordered_at >= $1 and ordered_at < $2 and ${mayRunOn("remarks")}`,
    values: [from, to],
  });
  const numbers = rows.map(({ accessionNumber }) => accessionNumber);
  const odd: string[] = [];
  const joined = groupByFiling(await loadStoredNotes(client, numbers)).flatMap((notes) => {
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

/**
 * Matches at least the notes that `joinedNotes` joins: those near the length limit, and those that begin or end with "continued". Most notes
 * have these letters nowhere, which takes less time to find out than to look at both ends.
 */
const mayRunOn = (text: string) => `(
  octet_length(${text}) >= 900
  or (${text} ~ '[Cc][Oo][Nn][Tt]'
    and (left(${text}, 120) ~* 'cont(inu|[''’]?d|\\.)' or right(${text}, 160) ~* 'cont(inu|[''’]?d|\\.)')))`;
