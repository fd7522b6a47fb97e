import type { AsyncLocalStorage } from "node:async_hooks";

/** What the guard in front of Next (`scripts/request-guard.mjs`) knows about the current request. */
export type GuardedRequest = {
  /** True for a request for a whole page, false for the data from which Next's router renders it in the browser. */
  isForMarkup: boolean;
  /** The query as sent, with its `?`. Next renames and drops some parameters before we can see them. */
  search: string;
  /** Whether the request can be answered a second time: it changes nothing. */
  isReading: boolean;
  /** The position in the database's log of what the reader has just stored, from a cookie, or null. */
  seen: string | null;
  /** Set when a database server was lost while another one answers. The guard then has the page drawn again. */
  isLost?: boolean;
};

const shared: typeof globalThis & { section16Request?: AsyncLocalStorage<GuardedRequest> } = globalThis;

/** Undefined without a guard: in `next dev` and in tests. */
export const guardedRequest = (): GuardedRequest | undefined => shared.section16Request?.getStore();
