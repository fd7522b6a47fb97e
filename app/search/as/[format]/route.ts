import { loadSearchView, readSearchQuery } from "@/app/search/view";
import { paramsOf } from "@/app/search-params";
import { siteUrl } from "@/app/site-url";
import type { SearchAnswer } from "@/lib/answers/search";
import { linkedAnswer, noSuchFormat, unreadableAnswer } from "@/lib/representations/answers";
import { filingUrl, insiderUrl, issuerUrl } from "@/lib/urls";
import type { SearchView } from "@/lib/views/search";

type Context = { params: Promise<{ format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { format } = await params;
  if (format !== "json") return noSuchFormat(format, ["json"]);
  const asked = readSearchQuery(paramsOf(request));
  return unreadableAnswer(asked.ignored) ?? linkedAnswer(request, json(await loadSearchView(asked)));
}

const json = (view: SearchView): SearchAnswer => ({
  title: view.title,
  url: siteUrl() + view.url,
  query: view.query,
  ignored: view.ignored,
  goesTo: view.goesTo === null ? null : siteUrl() + view.goesTo,
  notHeld: view.notHeld,
  instead: view.instead.map((offer) => ({ ...offer, url: siteUrl() + offer.url })),
  issuers: group(view.issuers, issuerUrl),
  insiders: group(view.insiders, insiderUrl),
  filings: {
    ...view.filings.inAll,
    rows: view.filings.entries.map(({ filing }) => ({ url: siteUrl() + filingUrl(filing.accessionNumber), ...filing })),
  },
});

const group = ({ inAll, hits }: SearchView["issuers"], urlOf: (cik: string) => string): SearchAnswer["issuers"] => ({
  ...inAll,
  rows: hits.map(({ cik, name, tradingSymbol, matchedName, filings, lastFiling }) => ({
    url: siteUrl() + urlOf(cik),
    cik,
    name,
    tradingSymbol,
    matchedName,
    filings,
    lastFiling,
  })),
});
