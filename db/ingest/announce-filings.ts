import { sql } from "drizzle-orm";
import type { Db } from "@/db/server/client";

/** The channel on which a running site hears of filings that were committed. */
export const FILINGS_CHANNEL = "section16_filings";

/** PostgreSQL takes 8,000 bytes a message; longer lists are cut to “many”. */
const MOST_NAMED = 200;
const EVERY_MS = 500;

/**
 * Tells running sites which filings changed: not in each filing's own transaction, as a commit that notifies waits for
 * every other, but together, at most twice a second.
 */
export function announceFilings(db: Db) {
  let waiting: string[] = [];
  let timer: NodeJS.Timeout | null = null;
  let sending: Promise<unknown> = Promise.resolve();
  const send = () => {
    timer = null;
    const payload = waiting.length > MOST_NAMED ? "many" : waiting.join(" ");
    waiting = [];
    sending = db.execute(sql`select pg_notify(${FILINGS_CHANNEL}, ${payload})`).catch(() => undefined);
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
