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
    /** Waits until the bell rings, at most `ms`. Returns at once if it has rung since the last wait. */
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
