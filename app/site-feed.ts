import { siteUrl } from "@/app/site-url";
import { rememberFeed, webSubHub } from "@/app/websub/known-feeds";
import { type AtomEntry, atomFeed } from "@/lib/representations/atom";
import { inFormat } from "@/lib/urls";

type SiteFeed = {
  title: string;
  /** The path of the view. */
  url: string;
  updated: string;
  entries: AtomEntry[];
};

/** A view as an Atom feed, with the addresses of this site. */
export function siteFeed({ url, ...feed }: SiteFeed): string {
  const self = inFormat(url, "atom");
  rememberFeed(self);
  return atomFeed({ ...feed, url: siteUrl() + url, selfUrl: siteUrl() + self, hub: webSubHub() });
}
