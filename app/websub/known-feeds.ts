import { guardedRequest } from "@/lib/requests/guarded-request";
import { clustersUrl, filingsUrl, footnotesUrl, inFormat, latestUrl, transactionsUrl } from "@/lib/urls";

/** The WebSub hub that feeds name, or null. The start command has checked the setting. */
export const webSubHub = (): string | null => process.env.WEBSUB_HUB?.trim() || null;

/** A feed that someone has read, and may have subscribed to at the hub. */
export type KnownFeed = {
  /** The version of the page that the hub knows. Undefined until it is found. */
  version?: string | null;
  /** When the hub was told about it, in milliseconds; 0 if never. */
  toldAt: number;
};

/** Any filter is a feed, so we cannot announce all of them. We remember those that were read last. */
const MOST_FEEDS = 200;

// On globalThis, because the instrumentation and the routes each have a copy of this module.
const shared: typeof globalThis & { section16Feeds?: Map<string, KnownFeed> } = globalThis;

/** By path, least recently read first. */
export function knownFeeds(): Map<string, KnownFeed> {
  shared.section16Feeds ??= new Map();
  return shared.section16Feeds;
}

/** The feeds that are announced whether or not anybody has read them since the start. */
export const MAIN_FEEDS: readonly string[] = [
  latestUrl(),
  filingsUrl(),
  transactionsUrl(),
  clustersUrl(),
  footnotesUrl(),
].map((url) => inFormat(url, "atom"));

/** Call when a feed is drawn, in its request. */
export function rememberFeed(path: string): void {
  if (webSubHub() === null) return;
  const feeds = knownFeeds();
  const feed = feeds.get(path) ?? { toldAt: 0 };
  feeds.delete(path);
  feeds.set(path, feed);
  // Anyone who read it has at least this version.
  if (!("version" in feed))
    void guardedRequest()?.state?.then(
      ({ version }) => {
        feed.version ??= version;
      },
      () => undefined,
    );
  const oldest = [...feeds.keys()].find((other) => !MAIN_FEEDS.includes(other));
  if (feeds.size > MOST_FEEDS && oldest !== undefined) feeds.delete(oldest);
}
