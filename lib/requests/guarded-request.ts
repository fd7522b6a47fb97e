import type { AsyncLocalStorage } from "node:async_hooks";

/** What the guard in front of Next (`scripts/request-guard.mjs`) knows about the current request. */
export type GuardedRequest = {
  /** True for a request for a whole page, false for the data from which Next's router renders it in the browser. */
  isForMarkup: boolean;
  /** The query as sent, with its `?`. Next renames and drops some parameters before we can see them. */
  search: string;
  /** Whether the request can be repeated, because it changes nothing. */
  isReading: boolean;
  /** The position in the database's log of what the reader has just stored, from a cookie, or null. */
  seen: string | null;
  /** Set when a database server was lost while another one answers. The guard then has the page drawn again. */
  isLost?: boolean;
  /** What the proxy has found out, once it has. */
  state?: Promise<PageState>;
  /**
   * The tag of this page, if it may be shown to other readers. Set before anything is drawn. A page that could not be drawn in full
   * removes it.
   */
  tag?: string | null;
  /** Set by a page that could not be drawn in full, although it shows the same to everybody. */
  isIncomplete?: boolean;
};

export type PageState = {
  /** Whether a filing, insider or issuer has a page, under the given name or one that it redirects to. */
  isThere: boolean;
  /** Part of a page's tag, so the page must show exactly this. */
  frame: PageFrame;
  /** The version of what the page shows, apart from its frame. Null if not known. */
  version: string | null;
  /** Null if nobody should keep the page. */
  tag: string | null;
};

/** The tag of what is shown at an address, and whether the reader has it. */
export type FoundTag = Pick<PageState, "tag"> & { isKnown: boolean };

/** What every page says about the data, whatever it shows. */
export type PageFrame = {
  /** How current the data is. Null if that is not known. A narrow bar leaves out `where` and `more`. */
  freshness: { where: string; strong: string; more: string; isBehind: boolean } | null;
  /** Set if EDGAR has not been read for more than a business day. */
  banner: { what: string; so: string } | null;
  hasSample: boolean;
};

/** What the guard shares with what Next compiles. */
export type SharedWithGuard = {
  section16Request?: AsyncLocalStorage<GuardedRequest>;
  section16FindTag?: (path: string, ifNoneMatch: string, asked: GuardedRequest) => Promise<FoundTag>;
};

const shared: typeof globalThis & SharedWithGuard = globalThis;

/** Undefined without a guard: in `next dev` and in tests. */
export const guardedRequest = (): GuardedRequest | undefined => shared.section16Request?.getStore();

/** Something could not be shown in time, or is older than the rest of the page: the next reader may get more. */
export function markIncomplete() {
  const asked = guardedRequest();
  if (asked === undefined) return;
  delete asked.tag;
  asked.isIncomplete = true;
}
