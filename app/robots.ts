import type { MetadataRoute } from "next";
import { publicSiteUrl } from "@/app/site-url";
import { sitemapIndexUrl } from "@/lib/urls";

/** Robots may read pages. Searches, watch lists and past days are endless, and data files and citations are for people and scripts. */
export default function robots(): MetadataRoute.Robots {
  const site = publicSiteUrl();
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: [
        "/search",
        "/footnotes?",
        "/embed/",
        "/watch?",
        "/filings/*/citation/",
        "/*.csv",
        "/*.json",
        "/*.ndjson",
        "/*?*after=",
        "/*?*as_of=",
      ],
    },
    sitemap: site === null ? undefined : site + sitemapIndexUrl(),
  };
}

// SITE_URL is known only at run time.
export const dynamic = "force-dynamic";
