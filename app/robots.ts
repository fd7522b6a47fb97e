import type { MetadataRoute } from "next";

/** Pages are open. Searches have no end, and tables as files are for people and their scripts. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/search", "/footnotes?", "/*.csv", "/*.json", "/*?*after="] },
  };
}
