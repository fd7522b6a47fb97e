import { printCik } from "@/lib/record/cik";

/** All paths of the product are made here. */

export type Format = "json" | "csv" | "ndjson" | "atom" | "xml" | "txt";

export const latestUrl = () => "/";
export const transactionsUrl = () => "/transactions";
export const filingsUrl = () => "/filings";
export const insidersUrl = () => "/insiders";
export const issuersUrl = () => "/issuers";
export const insiderUrl = (cik: string) => `/insiders/${cik}`;
export const issuerUrl = (cik: string) => `/issuers/${cik}`;
export const filingUrl = (accessionNumber: string) => `/filings/${accessionNumber}`;
/** `row` is an id such as `I-2`. */
export const rowUrl = (accessionNumber: string, row: string) => `${filingUrl(accessionNumber)}#${row}`;
/** `footnoteId` is the document's own: `F3`. */
export const footnoteUrl = (accessionNumber: string, footnoteId: string) =>
  `${filingUrl(accessionNumber)}#${footnoteId}`;
/**
 * The page of a filing at one of its rows or notes, for links that others show with a picture: they do not see what follows a `#`. A
 * note has such a page if it has an id, or is the remarks.
 */
export const placePageUrl = (accessionNumber: string, place: string) =>
  `${filingUrl(accessionNumber)}/${place.startsWith("I") ? "rows" : "notes"}/${encodeURIComponent(place)}`;
/** A citation of a filing, or of the row (`I-2`) or note (`F1`) at a place. */
export const citationUrl = (accessionNumber: string, style: string, place?: string) =>
  `${filingUrl(accessionNumber)}/citation/${style}${place ? `?${place.startsWith("I") ? "row" : "note"}=${place}` : ""}`;
/** The file that a filing was read from, as received. */
export const paperFileUrl = (accessionNumber: string) => `${filingUrl(accessionNumber)}/original`;
/** The note or row that words were read from: `0001365555-13-000001#F2`, `…#I-3`, `…#remarks`. */
export const placeUrl = (place: string) => `/filings/${place}`;
/** `rule` is name and value pairs, as in an address. */
export const clustersUrl = (rule: [string, string][] = []) =>
  rule.length === 0 ? "/clusters" : `/clusters?${new URLSearchParams(rule)}`;
/** Lists that answer common questions. */
export const viewsUrl = () => "/views";
/** The newest filings of the insiders and on the issuers that the query names. */
export const watchUrl = () => "/watch";
export const codesUrl = () => "/codes";
export const codeUrl = (code: string) => `/codes/${encodeURIComponent(code)}`;
export const searchUrl = (q?: string) => (q ? `/search?q=${encodeURIComponent(q)}` : "/search");
/** What a search field offers while a reader types. */
export const suggestionsUrl = (q: string) => `/search/suggestions.json?q=${encodeURIComponent(q)}`;
/** The search of all notes and remarks. */
export const footnotesUrl = (q?: string) => (q ? `/footnotes?${new URLSearchParams({ q })}` : "/footnotes");
/** The upload page for paper forms, which is off unless the settings allow it. */
export const importUrl = () => "/import";
export const uploadUrl = () => "/import/upload";
/** A form as read, until it is stored. `sha256` is that of the file. */
export const draftUrl = (sha256: string) => `/import/${sha256}`;
/** The parameter with which a draft says that what was sent was meant for earlier answers. */
export const OUTDATED = "outdated";
export const outdatedDraftUrl = (sha256: string) => `${draftUrl(sha256)}?${OUTDATED}=1`;
/** The uploaded picture or PDF. */
export const draftImageUrl = (sha256: string) => `${draftUrl(sha256)}/image`;
export const draftAnswersUrl = (sha256: string) => `${draftUrl(sha256)}/answers`;
/** The parameter with which a filing says what happened when an uploaded file was stored. Its value is that of the draft. */
export const IMPORTED = "imported";
export const importedFilingUrl = (accessionNumber: string, sha256: string) =>
  `${filingUrl(accessionNumber)}?${IMPORTED}=${sha256}`;
/** What alerts have sent, for anyone who runs the site. */
export const aboutAlertsUrl = () => "/about/alerts";
/** Where readers ask for email about a view. It does not exist unless the settings allow it. */
export const alertsUrl = () => "/alerts";
/** The same, for a view. */
export const askForAlertUrl = (view: string) => `${alertsUrl()}?${new URLSearchParams({ view })}`;
/** The parameter with which the page says that we have asked the reader to confirm. */
export const ASKED = "asked";
export const subscribeUrl = () => `${alertsUrl()}/subscribe`;
/** What a reader can change about an alert. `key` proves that the reader has an email about it. */
export const alertUrl = (id: string, key: string) => `${alertsUrl()}/${id}?key=${key}`;
export const changeAlertUrl = (id: string, key: string) => `${alertsUrl()}/${id}/change?key=${key}`;
export const stopAlertUrl = (id: string, key: string) => `${alertsUrl()}/${id}/stop?key=${key}`;
export const healthUrl = () => "/healthz";
export const openSearchUrl = () => "/opensearch.xml";
export const sitemapIndexUrl = () => "/sitemap.xml";
/** The filings of a month (`2013-07`) or of a part of it, or the parties in a range of CIKs. */
export const sitemapUrl = (list: string, part: string) => `/sitemaps/${list}/${part}.xml`;
export const speculationRulesUrl = () => "/speculation-rules.json";
export const dataUrl = () => "/about/data";
/** A guide for language models (llmstxt.org). */
export const llmsUrl = () => "/llms.txt";
export const openApiUrl = () => "/openapi.json";
/** What each data format has, for people. */
export const apiUrl = () => "/about/api";
/** What the type of an error is called, and where it is explained. */
export const unreadableProblemUrl = () => `${apiUrl()}#unreadable`;
export const methodsUrl = () => "/about/methods";
/** `method` is the id of a section on that page. */
export const methodUrl = (method: string) => `${methodsUrl()}#${method}`;

/** The same view in another format: a suffix on the path, before the query. */
export function inFormat(url: string, format: Format): string {
  const [path = "", query] = url.split("?");
  const named = path === "/" ? "/index" : path;
  return `${named}.${format}${query ? `?${query}` : ""}`;
}

/** What others show, in their pages, of the page of a filing, row, note, insider or issuer. */
export function embedUrl(page: string): string {
  const [, filing, list, place] = page.match(/^(\/filings\/[^/]+)\/(row|note)s\/([^/]+)$/) ?? [];
  return filing === undefined ? `/embed${page}` : `/embed${filing}?${list}=${place}`;
}

/** How to embed the page with a full address, for sites that ask (oembed.com). */
export const oembedUrl = (page: string) => `/oembed?${new URLSearchParams({ url: page })}`;

/**
 * EDGAR's page of a filing, by its number. EDGAR finds it under the CIK of any of its filers. Without one we use the digits
 * before the dash, which identify the submitter.
 */
export function edgarFilingUrl(accessionNumber: string, cik?: string | null): string {
  const folder = accessionNumber.replaceAll("-", "");
  const under = cik ?? accessionNumber.slice(0, 10).replace(/^0+/, "");
  return `https://www.sec.gov/Archives/edgar/data/${under}/${folder}/${accessionNumber}-index.htm`;
}

export const edgarFilerUrl = (cik: string) =>
  `https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=${printCik(cik)}&type=4&owner=include`;

/** EDGAR's own search for companies and persons by name. */
export const edgarNamesUrl = (name: string) =>
  `https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&company=${encodeURIComponent(name)}&type=4&owner=include`;
