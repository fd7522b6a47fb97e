import { setTimeout as sleep } from "node:timers/promises";
import { siteUrl } from "@/app/site-url";
import { findPageState } from "@/db/queries/page-state";
import { database } from "@/db/server/client";
import { shownAt } from "@/lib/requests/page-address";
import { type KnownFeed, knownFeeds, MAIN_FEEDS, webSubHub } from "./known-feeds";

const EVERY = 15_000;
/** The hub reads a feed each time that we announce it, and every filing changes every list. */
const FILTERED_EVERY = 300_000;
const HUB_ANSWERS_WITHIN = 10_000;
const LONGEST_PAUSE = 3_600_000;

/** Tells the hub about changed feeds while the server runs. */
export function startAnnouncing(): void {
  const hub = webSubHub();
  if (hub === null) return;
  for (const path of MAIN_FEEDS) knownFeeds().set(path, { toldAt: 0 });
  void announceForEver(hub);
}

async function announceForEver(hub: string): Promise<never> {
  let failures = 0;
  for (;;) {
    await sleep(Math.min(EVERY * 2 ** failures, LONGEST_PAUSE), undefined, { ref: false });
    try {
      await announceChangedFeeds(hub, Date.now());
      failures = 0;
    } catch (error) {
      // The database client reports a lost connection itself.
      if (error instanceof HubFailed && failures === 0) console.error(error.message);
      failures = error instanceof HubFailed ? failures + 1 : 0;
    }
  }
}

/** The hub did not accept an announcement. */
class HubFailed extends Error {}

/**
 * Tells the hub which of the known feeds have changed since it was last told. A feed that the hub did not accept is announced again next
 * time.
 * @throws HubFailed
 */
export async function announceChangedFeeds(hub: string, now: number): Promise<void> {
  const versions = new Map<string, Promise<string | null>>();
  for (const [path, feed] of [...knownFeeds()]) {
    if (!isDue(path, feed, now)) continue;
    const version = await versionOf(path, versions);
    if (version === null || version === feed.version) continue;
    // Those who have read the feed have at least the first version.
    if (feed.version !== undefined && feed.version !== null) {
      await announce(hub, siteUrl() + path);
      feed.toldAt = now;
    }
    feed.version = version;
  }
}

const isDue = (path: string, { toldAt }: KnownFeed, now: number) =>
  !path.includes("?") || now - toldAt >= FILTERED_EVERY;

/** The version of what a feed shows, as in its ETag. Feeds that show the same, such as all lists, share it. */
function versionOf(path: string, found: Map<string, Promise<string | null>>): Promise<string | null> {
  const [page = "", query] = path.split("?");
  const shown = shownAt(page, query ? `?${query}` : "");
  const key = JSON.stringify(shown);
  const version = found.get(key) ?? findPageState(database(), shown).then((state) => state.version);
  found.set(key, version);
  return version;
}

/**
 * As hubs expect it. The recommendation leaves it open; its predecessor (PubSubHubbub 0.4, section 7) has `hub.url`, and hubs that were
 * written since then often have `hub.topic`, as in subscriptions. Each ignores the other.
 */
async function announce(hub: string, feed: string): Promise<void> {
  let said: string;
  try {
    const { ok, status, body } = await fetch(hub, {
      method: "POST",
      body: new URLSearchParams({ "hub.mode": "publish", "hub.url": feed, "hub.topic": feed }),
      redirect: "manual",
      signal: AbortSignal.timeout(HUB_ANSWERS_WITHIN),
    });
    await body?.cancel();
    if (ok) return;
    said = `it answered ${status}`;
  } catch (error) {
    const { cause, message } = error as Error;
    said = cause instanceof Error ? cause.message : message;
  }
  throw new HubFailed(`The WebSub hub did not accept our announcement: ${said}. We will try again.`);
}
