import { type DeriveWaitingOptions, deriveWaiting } from "@/db/derive/derive-waiting";
import type { Connection } from "@/db/server/client";
import { foldTallies } from "@/db/tally/fold-tallies";

const EVERY_MS = 500;
/** Deriving takes its share of a long ingest, not the half of it: what waits longer is derived together. */
const PAUSE = 9;

type Options = {
  /** Called with the filings that pages may show now. */
  onDerived: (accessionNumbers: readonly string[]) => void;
  onFailed: NonNullable<DeriveWaitingOptions["onFailed"]>;
};

/**
 * Derives what an ingest stores while it goes on, a few at a time, and the rest at its end. Filings that failed before are
 * tried again at the end alone.
 */
export function deriveAlongside(connection: Pick<Connection, "pool">, { onDerived, onFailed }: Options) {
  let stored: string[] = [];
  let timer: NodeJS.Timeout | null = null;
  let deriving: Promise<void> = Promise.resolve();
  let pause = EVERY_MS;

  const derive = async (onlyFresh: boolean) => {
    const started = performance.now();
    const ready = stored;
    stored = [];
    await deriveWaiting(connection, { onlyFresh, onFailed });
    await foldTallies(connection.pool);
    pause = Math.max(EVERY_MS, PAUSE * (performance.now() - started));
    onDerived(ready);
  };
  const turn = () => {
    timer = null;
    // What cannot be derived now stays on the list, and the end of the ingest says why.
    deriving = derive(true).catch(() => undefined);
  };
  return {
    add(accessionNumber: string) {
      stored.push(accessionNumber);
      timer ??= setTimeout(async () => {
        await deriving;
        turn();
      }, pause);
    },
    async end() {
      if (timer) clearTimeout(timer);
      timer = null;
      await deriving;
      await derive(false);
    },
  };
}
