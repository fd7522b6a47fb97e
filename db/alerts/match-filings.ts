import { eq, sql } from "drizzle-orm";
import type { PoolClient } from "pg";
import { type FoundMatch, findMatches } from "@/db/alerts/find-matches";
import { alert, alertMatch } from "@/db/schema";
import { type Connection, databaseOn } from "@/db/server/client";
import { isConnectionLoss } from "@/db/server/connection-loss";
import { inTransaction } from "@/db/server/in-transaction";
import { GrowingPauses } from "@/lib/alerts/growing-pauses";
import { plural } from "@/lib/values/counts";

/** Filings that are compared together. */
const BATCH = 100;

type Options = {
  /** Of filings that could not be compared. Pass the same ones each time. */
  pauses?: GrowingPauses;
  now?: number;
  /** Also receives how long it will be until we try again, in milliseconds. */
  onFailed?: (accessionNumber: string, error: unknown, pause: number) => void;
  /** Of this many filings at a time. */
  batch?: number;
};

/**
 * Compares every queued filing that has been derived with all active alerts, and stores what matches. What is stored and what leaves the
 * queue is one transaction. A filing that cannot be compared goes to the end of the queue, and is left alone during its pause.
 * @returns how many filings were compared
 */
export async function matchFilings(connection: Connection, options: Options = {}): Promise<number> {
  const { pauses = new GrowingPauses(), now = Date.now(), onFailed = sayFailed, batch = BATCH } = options;
  let done = 0;
  /** How many filings we compare one at a time, to find those of a batch that failed. */
  let singly = 0;
  for (;;) {
    const isSingle = singly > 0 || batch === 1;
    if (singly > 0) singly--;
    try {
      const compared = await matchBatch(connection, isSingle ? 1 : batch, pauses.pausing(now));
      if (compared.length === 0) return done;
      done += compared.length;
      for (const accessionNumber of compared) pauses.forget(accessionNumber);
    } catch (error) {
      if (isConnectionLoss(error)) throw error;
      if (!isSingle) {
        singly = batch;
        continue;
      }
      const accessionNumber = await postpone(connection, pauses.pausing(now));
      if (accessionNumber === null) throw error;
      onFailed(accessionNumber, error, pauses.begin(accessionNumber, now));
    }
  }
}

const MINUTE = 60_000;

const sayFailed = (accessionNumber: string, error: unknown, pause: number) =>
  console.error(
    `Filing ${accessionNumber} could not be compared with alerts. We will try again in ${plural(pause / MINUTE, "minute")}. ` +
      `The error: ${error instanceof Error ? error.message : error}`,
  );

type Queued = { id: string; accessionNumber: string };

/** The filings that have been in the queue for longest, each with all its places in it. Those that are waiting to be derived stay there. */
async function take(client: PoolClient, batch: number, besides: readonly string[]): Promise<Queued[]> {
  const { rows } = await client.query<Queued>(
    `select filing_to_match_id as id, accession_number as "accessionNumber"
    from filing_to_match
    where accession_number in (
      select accession_number from filing_to_match queued
      where accession_number <> all($2)
        and not exists (select from filing_to_derive waits where waits.accession_number = queued.accession_number)
      group by 1 order by min(filing_to_match_id) limit $1)
    for update skip locked`,
    [batch, besides],
  );
  return rows;
}

const matchBatch = ({ pool, db }: Connection, batch: number, besides: readonly string[]): Promise<string[]> =>
  inTransaction(pool, async (client) => {
    const queued = await take(client, batch, besides);
    if (queued.length === 0) return [];
    const numbers = [...new Set(queued.map(({ accessionNumber }) => accessionNumber))];
    const { matches, unreadable } = await findMatches(db, numbers);
    const tx = databaseOn(client);
    await store(tx, matches);
    for (const { alertId, reason } of unreadable)
      await tx
        .update(alert)
        .set({ state: "disabled", stateReason: reason, stateAt: sql`now()` })
        .where(eq(alert.alertId, alertId));
    await client.query("delete from filing_to_match where filing_to_match_id = any($1)", [queued.map(({ id }) => id)]);
    return numbers;
  });

async function store(tx: ReturnType<typeof databaseOn>, matches: readonly FoundMatch[]): Promise<void> {
  const AT_ONCE = 1_000;
  for (let from = 0; from < matches.length; from += AT_ONCE)
    await tx
      .insert(alertMatch)
      .values(matches.slice(from, from + AT_ONCE))
      .onConflictDoNothing();
}

/** Moves the first filing of the queue to its end. */
const postpone = ({ pool }: Connection, besides: readonly string[]): Promise<string | null> =>
  inTransaction(pool, async (client) => {
    const [first] = await take(client, 1, besides);
    if (!first) return null;
    await client.query(
      `with moved as (delete from filing_to_match where accession_number = $1 returning queued_at)
      insert into filing_to_match (accession_number, queued_at) select $1, min(queued_at) from moved`,
      [first.accessionNumber],
    );
    return first.accessionNumber;
  });
