import { loadPageState } from "@/app/page-state";
import { paramsOf } from "@/app/search-params";
import { siteUrl } from "@/app/site-url";
import { findIssuerNames, findOwnerNames } from "@/db/queries/party-names";
import { database } from "@/db/server/client";
import { embedCode, embedOf } from "@/lib/embeds/embed-code";
import { parseCik } from "@/lib/record/cik";
import { errorAnswer, jsonAnswer } from "@/lib/representations/answers";
import { cardUrl } from "@/lib/requests/card-address";
import { thingInPath } from "@/lib/requests/page-address";

/** How another site shows a page of ours (oembed.com). */
export async function GET(request: Request) {
  const params = new Map(paramsOf(request));
  const format = params.get("format") ?? "json";
  if (format !== "json") return errorAnswer(501, "oEmbed answers are JSON. Ask with format=json, or without a format.");
  const asked = params.get("url") ?? "";
  const site = siteUrl();
  const path = asked.startsWith(`${site}/`) ? asked.slice(site.length).split("#", 1)[0] : undefined;
  const embed = path === undefined ? null : embedOf(path, await findNameAt(path));
  const [page = "", search = ""] = embed?.page.split(/(?=\?)/) ?? [];
  const isThere = embed !== null && (await loadPageState(page, search, Date.now())).isThere;
  if (!embed || !isThere)
    return errorAnswer(404, `Only filings, rows, footnotes, insiders and issuers at ${site} can be embedded.`);
  const width = atMost(640, params.get("maxwidth"));
  const height = atMost(embed.height, params.get("maxheight"));
  return jsonAnswer({
    version: "1.0",
    type: "rich",
    provider_name: "Section 16",
    provider_url: site,
    html: embedCode(site, { ...embed, height }),
    width,
    height,
    thumbnail_url: site + cardUrl(embed.page),
    thumbnail_width: 1200,
    thumbnail_height: 630,
    cache_age: 3600,
  });
}

/** The present name of an insider or issuer, on past days too: deriving a past day takes too long for a title. */
async function findNameAt(path: string): Promise<string | null> {
  const thing = thingInPath(path.split("?", 1)[0] ?? "");
  const cik = thing && parseCik(thing.name);
  if (!cik) return null;
  if (thing.directory === "insiders") return (await findOwnerNames(database(), [cik])).get(cik) ?? null;
  if (thing.directory === "issuers") return (await findIssuerNames(database(), [cik])).get(cik)?.name ?? null;
  return null;
}

function atMost(usual: number, most: string | null | undefined): number {
  return most && /^\d{1,5}$/.test(most) ? Math.min(usual, Math.max(Number(most), 1)) : usual;
}
