import { setTimeout as wait } from "node:timers/promises";

/** Time and chance, which tests replace. */
export type Clock = {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Rejects with the signal's reason if it is aborted in the meantime. */
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
