import { sql } from "drizzle-orm";
import type { Db } from "@/db/server/client";

/** The channel that tells a running site about committed filings. */
export const FILINGS_CHANNEL = "section16_filings";

/** PostgreSQL accepts 8,000 bytes per message; longer lists become “many”. */
const MOST_NAMED = 200;
const EVERY_MS = 500;

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
