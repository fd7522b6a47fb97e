import { loadFrame } from "@/app/freshness";
import { publicSiteUrl } from "@/app/site-url";
import { guardedRequest } from "@/lib/requests/guarded-request";

/**
 * The address of the site in structured data. Null if others cannot reach the site, or if its filings are invented: those must not
 * become facts about anyone.
 */
export async function structuredDataSite(): Promise<string | null> {
  const site = publicSiteUrl();
  if (site === null) return null;
  const { hasSample } = (await guardedRequest()?.state)?.frame ?? (await loadFrame(Date.now()));
  return hasSample ? null : site;
}
