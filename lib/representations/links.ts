import { isDataPath, withoutFormat } from "@/lib/requests/page-address";
import { ASKED_PATH, ASKED_QUERY } from "@/lib/requests/passed-on-headers";
import { openApiUrl } from "@/lib/urls";

/** What describes every answer. */
export const SERVICE_DESCRIPTION = `<${openApiUrl()}>; rel="service-desc"; type="application/json"`;

/**
 * The links of a feed. WebSub (section 4) prefers these to those in the feed. Hubs pass them on with the feed, and some refuse a feed
 * without them.
 */
export function hubLinks(selfUrl: string, hub: string | null): string {
  // As an address, because a header has only ASCII.
  const link = (url: string, rel: string) => `<${new URL(url).href}>; rel="${rel}"`;
  return [link(selfUrl, "self"), ...(hub === null ? [] : [link(hub, "hub")]), SERVICE_DESCRIPTION].join(", ");
}

/** Where a list continues and what came before, as in its JSON. */
export type Pages = { next?: unknown; previous?: unknown };

/**
 * The links of an answer (RFC 8288): its own address, the same as a page, and the pages of a list around it. Its own address is as it was
 * requested, because an answer does not say at which place of the list it begins.
 */
export function linkHeader(request: Request, { next, previous }: Pages = {}): string {
  const { origin, pathname, search } = new URL(request.url);
  const path = request.headers.get(ASKED_PATH) ?? pathname;
  const query = request.headers.get(ASKED_QUERY) ?? search;
  // A URL has no characters that could end the link.
  const self = new URL(path + query, origin);
  const link = (to: unknown, rel: string, type?: string) =>
    typeof to === "string" ? [`<${to}>; rel="${rel}"${type ? `; type="${type}"` : ""}`] : [];
  return [
    ...link(self.pathname + self.search, "self"),
    ...(isDataPath(self.pathname) ? link(withoutFormat(self.pathname) + self.search, "alternate", "text/html") : []),
    ...link(next, "next"),
    ...link(previous, "prev"),
    SERVICE_DESCRIPTION,
  ].join(", ");
}
