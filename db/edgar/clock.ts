import { setTimeout as wait } from "node:timers/promises";

/** Time and chance, to be replaced in tests. */
export type Clock = {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Rejects with the signal's reason when it is aborted meanwhile. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** From 0 up to 1. */
  random: () => number;
};

export const realClock: Clock = {
  now: Date.now,
  sleep: async (ms, signal) => {
    await wait(Math.max(0, ms), undefined, { signal });
  },
  random: Math.random,
};
