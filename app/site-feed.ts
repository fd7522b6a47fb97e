import { siteUrl } from "@/app/site-url";
import { rememberFeed, webSubHub } from "@/app/websub/known-feeds";
import { answer } from "@/lib/representations/answers";
import { type AtomEntry, atomFeed } from "@/lib/representations/atom";
import { hubLinks } from "@/lib/representations/links";
import { inFormat } from "@/lib/urls";

type SiteFeed = {
  title: string;
  /** The path of the view. */
  url: string;
  updated: string;
  entries: AtomEntry[];
};

/** A view as an Atom feed, with the addresses of this site. */
export function siteFeed({ url, ...feed }: SiteFeed): Response {
  const self = inFormat(url, "atom");
  rememberFeed(self);
  const [selfUrl, hub] = [siteUrl() + self, webSubHub()];
  return answer(atomFeed({ ...feed, url: siteUrl() + url, selfUrl, hub }), "atom", { link: hubLinks(selfUrl, hub) });
}
