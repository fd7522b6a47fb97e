import { publicSiteUrl } from "@/app/site-url";
import { listPartsOfParties, listSitemapsOfFilings, streamFilings, streamPartiesOfPart } from "@/db/queries/sitemap";
import { type Db, database } from "@/db/server/client";
import { transactionCodes } from "@/lib/record/transaction-codes";
import { answer, errorAnswer, noSuchFormat } from "@/lib/representations/answers";
import { sitemapParts } from "@/lib/representations/sitemap";
import { textStream } from "@/lib/representations/text-stream";
import {
  apiUrl,
  clustersUrl,
  codesUrl,
  codeUrl,
  dataUrl,
  filingUrl,
  footnotesUrl,
  insidersUrl,
  insiderUrl,
  issuersUrl,
  issuerUrl,
  latestUrl,
  methodsUrl,
  transactionsUrl,
  viewsUrl,
} from "@/lib/urls";

type Context = { params: Promise<{ list: string; part: string; format: string }> };

/** A sitemap, read and sent in batches. */
export async function GET(_request: Request, { params }: Context) {
  const { list, part, format } = await params;
  if (format !== "xml") return noSuchFormat(format, ["xml"]);
  const site = publicSiteUrl();
  const urls = site === null ? null : await urlsOf(database(), list, part);
  if (urls === null) return errorAnswer(404, `There is no sitemap ${list}/${part}.`);
  return answer(textStream(sitemapParts(mapped(urls, (path) => site + path))), "xml");
}

async function urlsOf(db: Db, list: string, part: string): Promise<AsyncGenerator<string[]> | null> {
  if (list === "pages" && part === "all") return pages();
  if (list === "filings") {
    const sitemap = (await listSitemapsOfFilings(db)).find(({ name }) => name === part);
    return sitemap ? mapped(streamFilings(db, sitemap), filingUrl) : null;
  }
  if (list !== "insiders" && list !== "issuers") return null;
  const isThere = (await listPartsOfParties(db, list)).includes(part);
  return isThere ? mapped(streamPartiesOfPart(db, list, part), list === "insiders" ? insiderUrl : issuerUrl) : null;
}

async function* pages(): AsyncGenerator<string[]> {
  const lists = [
    latestUrl(),
    transactionsUrl(),
    viewsUrl(),
    clustersUrl(),
    insidersUrl(),
    issuersUrl(),
    footnotesUrl(),
  ];
  yield [...lists, codesUrl(), ...transactionCodes.map(({ code }) => codeUrl(code)), dataUrl(), methodsUrl(), apiUrl()];
}

async function* mapped(batches: AsyncGenerator<string[]>, urlOf: (name: string) => string): AsyncGenerator<string[]> {
  for await (const names of batches) yield names.map(urlOf);
}
