import type { AsyncLocalStorage } from "node:async_hooks";

/** What the guard in front of Next (`scripts/request-guard.mjs`) knows about the current request. */
export type GuardedRequest = {
  /** True for a request for a whole page, false for the data from which Next's router renders it in the browser. */
  isForMarkup: boolean;
  /** The query as sent, with its `?`. Next renames and drops some parameters before we can see them. */
  search: string;
};

const shared: typeof globalThis & { section16Request?: AsyncLocalStorage<GuardedRequest> } = globalThis;

/** Undefined without a guard: in `next dev` and in tests. */
export const guardedRequest = (): GuardedRequest | undefined => shared.section16Request?.getStore();
