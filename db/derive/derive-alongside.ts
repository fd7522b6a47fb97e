import { type DeriveWaitingOptions, deriveWaiting } from "@/db/derive/derive-waiting";
import { analyzeAsFilingsCome } from "@/db/server/analyze-filings";
import type { Connection } from "@/db/server/client";
import { foldTallies } from "@/db/tally/fold-tallies";

const EVERY_MS = 500;
/** Deriving takes at most a tenth of a long ingest. Filings that wait longer are derived together. */
const PAUSE = 9;

type Options = {
  /** Called with the filings that pages can now show. */
  onDerived: (accessionNumbers: readonly string[]) => void;
  onFailed: NonNullable<DeriveWaitingOptions["onFailed"]>;
  /** Called at the end, while the rest is derived, with the filings done and how many there are. */
  onProgress?: DeriveWaitingOptions["onProgress"];
};

/**
 * Derives what an ingest stores, a few filings at a time while it runs and the rest at its end. Filings that failed before are
 * tried again only at the end.
 */
export function deriveAlongside(
  connection: Pick<Connection, "pool">,
  { onDerived, onFailed, onProgress = () => {} }: Options,
) {
  const analyze = analyzeAsFilingsCome(connection.pool);
  let stored: string[] = [];
  let added = 0;
  let isEnding = false;
  let timer: NodeJS.Timeout | null = null;
  let deriving: Promise<void> = Promise.resolve();
  let pause = EVERY_MS;

  const derive = async (onlyFresh: boolean) => {
    const started = performance.now();
    const ready = stored;
    stored = [];
    await analyze(added);
    await deriveWaiting(connection, {
      onlyFresh,
      onFailed,
      onProgress(done, total) {
        if (isEnding) onProgress(done, total);
      },
    });
    await foldTallies(connection.pool);
    pause = Math.max(EVERY_MS, PAUSE * (performance.now() - started));
    onDerived(ready);
  };
  const turn = () => {
    timer = null;
    // A filing that cannot be derived now stays in the queue, and the end of the ingest reports why.
    deriving = derive(true).catch(() => undefined);
  };
  return {
    add(accessionNumber: string) {
      stored.push(accessionNumber);
      added += 1;
      if (timer) return;
      const mine = setTimeout(async () => {
        await deriving;
        // If the ingest has ended in the meantime, `end` derives everything.
        if (timer === mine) turn();
      }, pause);
      timer = mine;
    },
    async end() {
      isEnding = true;
      await analyze(added);
      if (timer) clearTimeout(timer);
      timer = null;
      await deriving;
      await derive(false);
      isEnding = false;
    },
  };
}
