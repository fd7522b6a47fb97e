import { readersMaySubscribe } from "@/app/alerts/alert-answers";
import { frameOf } from "@/app/freshness";
import { rememberedBuild } from "@/app/healthz/build-state";
import { importIsAllowed } from "@/app/import/import-setup";
import { siteUrl } from "@/app/site-url";
import { webSubHub } from "@/app/websub/known-feeds";
import { within } from "@/app/within";
import { findPageState } from "@/db/queries/page-state";
import { database, readServers } from "@/db/server/client";
import type { FoundTag, GuardedRequest, PageState } from "@/lib/requests/guarded-request";
import { answersWithData, isPicture, shownAt } from "@/lib/requests/page-address";
import { isTagKnown, pageTag } from "@/lib/requests/page-tag";
import { newYorkClock } from "@/lib/values/new-york-time";

const ANSWER_WITHIN = 5_000;

/**
 * Whether the thing at an address exists, what the frame of a page says, and the tag of what is shown. Call it before the page is drawn:
 * a page that is newer than its tag will be drawn again, but one that is older would stay in caches.
 */
export async function loadPageState(path: string, search: string, now: number): Promise<PageState> {
  const shown = shownAt(path, search);
  const { isThere, version, site, closures } = await within(ANSWER_WITHIN, findPageState(database(), shown));
  const frame = frameOf(site, closures, now);
  const { day, time } = newYorkClock(now);
  const parts = [
    path + search,
    rememberedBuild(),
    // The settings that pages show.
    siteUrl(),
    importIsAllowed(),
    readersMaySubscribe(),
    webSubHub(),
    version,
    // Derivatives expire, and citations have a date of access.
    day,
    !answersWithData(path) && frame,
    // How EDGAR is followed depends on the clock.
    shown.scope === "operations" && [frame, site, time.slice(0, 5)],
  ];
  // If the replica that was read is too far behind, the page says how far.
  const mayBeKept = version !== null && !isPicture(path) && readServers().behindTooFar() === null;
  return { isThere, frame, version, tag: mayBeKept ? pageTag(parts) : null };
}

/** For the guard in front of Next: the tag of what is shown at an address, and whether it is one of the reader's tags. */
export async function findTag(path: string, ifNoneMatch: string, asked: GuardedRequest): Promise<FoundTag> {
  asked.state = loadPageState(path, asked.search, Date.now());
  try {
    const { tag } = await asked.state;
    return { tag, isKnown: tag !== null && isTagKnown(tag, ifNoneMatch) };
  } catch {
    // The proxy awaits the same state, and answers with the reason.
    return { tag: null, isKnown: false };
  }
}
