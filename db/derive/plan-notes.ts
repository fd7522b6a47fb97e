import type { ClientBase } from "pg";
import type { FilingPeriod, TextPart } from "@/db/derive/note-parts";
import { planWork } from "@/db/derive/rebuild-work";

/** How many notes there are for each part of the texts. Each part reads all notes once. */
const PART = 1_500_000;
/** With fewer parts, some processes would have nothing to do. */
const LEAST_PARTS = 8;
/** The least number of filings of a period, in whole months: filings of a month are near each other on disk. */
const STRETCH = 10_000;

/** Records the parts of all texts, whose facts are to be read. */
export async function planNotes(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ notes: number }>(
    "select ((select count(*) from footnote) + (select count(*) from filing where remarks <> ''))::int as notes",
  );
  const notes = rows[0]?.notes ?? 0;
  const parts = Math.max(LEAST_PARTS, Math.ceil(notes / PART));
  await planWork(
    client,
    "facts",
    Array.from({ length: parts }, (_, part) => ({
      size: Math.ceil(notes / parts),
      task: { part, parts } satisfies TextPart,
    })),
  );
}

/** Records the periods, each of which is written as one piece into the tables that lists and the search read. */
export async function planPeriods(client: ClientBase): Promise<void> {
  const stretches = await listStretches(client);
  await planWork(client, "listing", stretches);
  await planWork(client, "lines", stretches);
}

/** All of time, oldest first, in periods of whole months with enough filings. */
async function listStretches(client: ClientBase): Promise<{ size: number; task: FilingPeriod }[]> {
  const { rows } = await client.query<{ month: string; filings: number }>(`
    select to_char(date_trunc('month', ordered_at, 'UTC') at time zone 'UTC', 'YYYY-MM-DD"T"00:00:00"Z"') as month,
      count(*)::int as filings
    from filing group by 1 order by 1`);
  const stretches = [{ size: 0, task: { from: "-infinity", to: "infinity" } }];
  for (const { month, filings } of rows) {
    const last = stretches.at(-1);
    if (!last) continue;
    if (last.size < STRETCH) last.size += filings;
    else {
      last.task.to = month;
      stretches.push({ size: filings, task: { from: month, to: "infinity" } });
    }
  }
  return stretches;
}
