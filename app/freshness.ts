import { cache } from "react";
import { findClosures } from "@/db/queries/closures";
import { findSiteState, type SiteState } from "@/db/queries/data-state";
import { database } from "@/db/server/client";
import { bannerInWords, type Freshness, freshnessInWords, freshnessOf } from "@/lib/coverage/freshness";
import type { PageFrame } from "@/lib/requests/guarded-request";

export type SiteFreshness = SiteState & { freshness: Freshness };

/** Cached per request, because the bar and some pages both need it. */
export const loadSiteState = cache((): Promise<SiteState> => findSiteState(database()));

/** Cached per request, because each list asks for them. */
const loadClosures = cache(findClosures);

/** How up to date the data is. */
export async function loadFreshness(now: number): Promise<SiteFreshness> {
  const [state, closures] = await Promise.all([loadSiteState(), loadClosures(database())]);
  return { ...state, freshness: freshnessIn(state, closures, now) };
}

/** The start command has read the settings and a `.env`. */
const freshnessIn = (state: SiteState, closures: ReadonlySet<string>, now: number): Freshness =>
  freshnessOf({ ...state, isContactSet: Boolean(process.env.EDGAR_CONTACT?.trim()) }, now, closures);

/** What every page says about the data, in its bar and at its foot. */
export function frameOf(state: SiteState, closures: ReadonlySet<string>, now: number): PageFrame {
  const freshness = freshnessIn(state, closures, now);
  return {
    freshness: freshnessInWords(freshness, now),
    banner: bannerInWords(freshness),
    hasSample: state.hasSample,
  };
}

/** The same, for when the proxy has not found it, as in `next dev`. */
export const loadFrame = async (now: number): Promise<PageFrame> =>
  frameOf(await loadSiteState(), await loadClosures(database()), now);
