import { cache } from "react";
import { findClosures } from "@/db/queries/closures";
import { findSiteState, type SiteState } from "@/db/queries/data-state";
import { database } from "@/db/server/client";
import { type Freshness, freshnessOf } from "@/lib/coverage/freshness";

export type SiteFreshness = SiteState & { freshness: Freshness };

/** Cached per request, because the bar and some pages both need it. */
export const loadSiteState = cache((): Promise<SiteState> => findSiteState(database()));

/** Cached per request, because the bar asks for them and so does each list. */
export const loadClosures = cache(findClosures);

/** How up to date the data is, for the bar of every page. The start command has read the settings and a `.env`. */
export async function loadFreshness(now: number): Promise<SiteFreshness> {
  const [state, closures] = await Promise.all([loadSiteState(), loadClosures(database())]);
  const isContactSet = Boolean(process.env.EDGAR_CONTACT?.trim());
  return { ...state, freshness: freshnessOf({ ...state, isContactSet }, now, closures) };
}
