import type { AsyncLocalStorage } from "node:async_hooks";

/** What the guard in front of Next (`scripts/request-guard.mjs`) knows of the request that is being answered. */
export type GuardedRequest = {
  /** Whether a whole page is asked for, and not the data from which Next's router in the browser renders it. */
  isForMarkup: boolean;
  /** The query as it was sent, with its `?`: Next renames and drops some parameters before anyone sees them. */
  search: string;
};

const shared: typeof globalThis & { section16Request?: AsyncLocalStorage<GuardedRequest> } = globalThis;

/** Undefined where there is no guard: in `next dev` and in tests. */
export const guardedRequest = (): GuardedRequest | undefined => shared.section16Request?.getStore();
