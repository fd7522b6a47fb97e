import { answerAsOf, foundBy, noFeedAsOf } from "@/app/as-of";
import { findIssuerCik } from "@/app/issuers/[cik]/find-issuer-cik";
import { issuerJson } from "@/app/issuers/[cik]/issuer-json";
import { issuerTable } from "@/app/issuers/[cik]/issuer-table";
import { type IssuerQuery, readIssuerQuery } from "@/app/issuers/[cik]/query";
import { loadIssuerView } from "@/app/issuers/[cik]/view";
import { movedTo } from "@/app/moved-to";
import { rowsFeed } from "@/app/rows-feed";
import { paramsOf, searchOf } from "@/app/search-params";
import { parseCik } from "@/lib/record/cik";
import { errorAnswer, linkedAnswer, noSuchFormat, unreadableAnswer } from "@/lib/representations/answers";
import { isTableFormat, TABLE_FORMATS } from "@/lib/representations/table";
import { inFormat, issuerUrl } from "@/lib/urls";

type Context = { params: Promise<{ cik: string; format: string }> };

const FORMATS = ["json", ...TABLE_FORMATS, "atom"] as const;

export async function GET(request: Request, { params }: Context) {
  const { cik: text, format } = await params;
  const search = searchOf(request);
  const known = FORMATS.find((name) => name === format);
  if (!known) return noSuchFormat(format, [...FORMATS]);
  const cik = parseCik(text);
  if (cik !== null && cik !== text) return movedTo(inFormat(issuerUrl(cik), known) + search, 308);

  const query = readIssuerQuery(paramsOf(request));
  const unreadable = unreadableAnswer(query.ignored);
  if (unreadable) return unreadable;
  if (query.asOf !== null && known === "atom") return noFeedAsOf();
  return answerAsOf(() => answerIn(request, known, { text, cik, query, search }));
}

type Asked = { text: string; cik: string | null; query: IssuerQuery; search: string };

async function answerIn(
  request: Request,
  format: (typeof FORMATS)[number],
  { text, cik, query, search }: Asked,
): Promise<Response> {
  // A table has only the transactions, so the other parts of the page are not loaded.
  const table = cik !== null && isTableFormat(format) ? await issuerTable(request, cik, query, format) : null;
  if (table) return table;
  const view = cik === null ? null : await loadIssuerView(cik, query);
  if (!view) {
    const bySymbol = await findIssuerCik(text);
    if (bySymbol !== null) return movedTo(inFormat(issuerUrl(bySymbol), format) + search, 307);
    return errorAnswer(404, `We found no filings on an issuer with the CIK or ticker ${text}${foundBy(query.asOf)}.`);
  }
  if (format === "json") return linkedAnswer(request, issuerJson(view));
  return rowsFeed({ title: view.title, url: view.url, entries: view.latest.entries, filter: view.filters.filter });
}
