import { sql } from "drizzle-orm";
import type { Db } from "@/db/server/client";

/**
 * The channel that tells caches about committed filings. A message is a position in the log of the primary, a space, and the accession
 * numbers or “many”. A cache that reads a replica must wait until the replica has reached the position (`pg_last_wal_replay_lsn()`), or
 * it would keep the old state. Replicas themselves send no notifications.
 */
const FILINGS_CHANNEL = "section16_filings";

/** PostgreSQL accepts 8,000 bytes per message; longer lists become “many”. */
const MOST_NAMED = 200;
const EVERY_MS = 500;

/** Call after the commit. */
export const announce = (db: Db, filings: string) =>
  db.execute(sql`select pg_notify(${FILINGS_CHANNEL}, pg_current_wal_insert_lsn()::text || ' ' || ${filings}::text)`);

/**
 * Tells running sites which filings changed, at most twice a second. Not in each filing's own transaction, because a commit that
 * notifies waits for every other.
 */
export function announceFilings(db: Db) {
  let waiting: string[] = [];
  let timer: NodeJS.Timeout | null = null;
  let sending: Promise<unknown> = Promise.resolve();
  const send = () => {
    timer = null;
    const payload = waiting.length > MOST_NAMED ? "many" : waiting.join(" ");
    waiting = [];
    sending = announce(db, payload).catch(() => undefined);
  };
  return {
    add(accessionNumber: string) {
      waiting.push(accessionNumber);
      timer ??= setTimeout(send, EVERY_MS);
    },
    async end() {
      if (timer) {
        clearTimeout(timer);
        send();
      }
      await sending;
    },
  };
}
