import { publicSiteUrl } from "@/app/site-url";
import { listPartsOfParties, listSitemapsOfFilings } from "@/db/queries/sitemap";
import { database } from "@/db/server/client";
import { answer, errorAnswer } from "@/lib/representations/answers";
import { sitemapIndex } from "@/lib/representations/sitemap";
import { sitemapUrl } from "@/lib/urls";

/** The index of all sitemaps: of pages, of filings by month, and of insiders and issuers by CIK. */
export async function GET() {
  const site = publicSiteUrl();
  if (site === null)
    return errorAnswer(404, "This site has no sitemap, because SITE_URL does not say where others reach it.");
  const db = database();
  const [filings, insiders, issuers] = await Promise.all([
    listSitemapsOfFilings(db),
    listPartsOfParties(db, "insiders"),
    listPartsOfParties(db, "issuers"),
  ]);
  const parts: [list: string, part: string][] = [
    ["pages", "all"],
    ...insiders.map((part): [string, string] => ["insiders", part]),
    ...issuers.map((part): [string, string] => ["issuers", part]),
    ...filings.map(({ name }): [string, string] => ["filings", name]),
  ];
  return answer(sitemapIndex(parts.map(([list, part]) => site + sitemapUrl(list, part))), "xml");
}

// SITE_URL and the filings are known only at run time.
export const dynamic = "force-dynamic";
