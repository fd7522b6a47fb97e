import type { MetadataRoute } from "next";

/** Robots may read pages. Searches are endless, and data files are for people and their scripts. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: ["/search", "/footnotes?", "/*.csv", "/*.json", "/*.ndjson", "/*?*after="],
    },
  };
}
