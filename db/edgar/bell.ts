import type { Clock } from "@/db/edgar/clock";

/** Lets one loop wait for news from another. */
export function bell(clock: Clock) {
  let isRung = false;
  let waiting: AbortController | null = null;
  return {
    ring() {
      isRung = true;
      waiting?.abort();
    },
    /** Waits until it is rung, unless it was since the last wait; at most `ms`. */
    async wait(ms: number, signal?: AbortSignal) {
      signal?.throwIfAborted();
      if (!isRung) {
        const rung = new AbortController();
        const pass = () => rung.abort();
        signal?.addEventListener("abort", pass);
        waiting = rung;
        await clock.sleep(ms, rung.signal).catch(() => undefined);
        signal?.removeEventListener("abort", pass);
        waiting = null;
      }
      isRung = false;
      signal?.throwIfAborted();
    },
  };
}
