import type { Connection } from "@/db/client";
import { deriveWaiting } from "@/db/derive/derive-waiting";

const EVERY_MS = 500;
/** Deriving takes its share of a long ingest, not the half of it: what waits longer is derived together. */
const PAUSE = 9;

/**
 * Derives what an ingest stores while it goes on, a few at a time, and the rest at its end.
 * @param onDerived told of the filings that pages may show now
 */
export function deriveAlongside(
  connection: Pick<Connection, "pool">,
  onDerived: (accessionNumbers: readonly string[]) => void,
) {
  let stored: string[] = [];
  let timer: NodeJS.Timeout | null = null;
  let deriving: Promise<void> = Promise.resolve();
  let pause = EVERY_MS;

  const derive = async () => {
    const started = performance.now();
    const ready = stored;
    stored = [];
    await deriveWaiting(connection);
    pause = Math.max(EVERY_MS, PAUSE * (performance.now() - started));
    onDerived(ready);
  };
  const turn = () => {
    timer = null;
    // What cannot be derived now stays on the list, and the end of the ingest says why.
    deriving = derive().catch(() => undefined);
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
      await derive();
    },
  };
}
