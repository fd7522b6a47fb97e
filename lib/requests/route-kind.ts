/** Addresses by route. The part that identifies one filing, person or file is left out, so that there are few kinds. */
const ROUTES: readonly [RegExp, string][] = [
  [/^\/filings\/[^/]+$/, "/filings/[accession]"],
  [/^\/filings\/[^/]+\/original$/, "/filings/[accession]/original"],
  [/^\/filings\/[^/]+\/citation\/[^/]+$/, "/filings/[accession]/citation/[style]"],
  [/^\/filings\/[^/]+\/rows\/[^/]+$/, "/filings/[accession]/rows/[place]"],
  [/^\/filings\/[^/]+\/notes\/[^/]+$/, "/filings/[accession]/notes/[place]"],
  [/^\/insiders\/[^/]+$/, "/insiders/[cik]"],
  [/^\/issuers\/[^/]+$/, "/issuers/[cik]"],
  [/^\/sitemaps\/[^/]+\/[^/]+$/, "/sitemaps/[list]/[part]"],
  [/^\/embed\/(?:insiders|issuers)\/[^/]+$/, "/embed/[list]/[cik]"],
  [/^\/embed\/filings\/[^/]+$/, "/embed/filings/[accession]"],
  [/^\/codes\/[^/]+$/, "/codes/[code]"],
  [/^\/import\/upload$/, "/import/upload"],
  [/^\/import\/[^/]+$/, "/import/[sha256]"],
  [/^\/import\/[^/]+\/image$/, "/import/[sha256]/image"],
  [/^\/import\/[^/]+\/answers$/, "/import/[sha256]/answers"],
  [/^\/alerts\/subscribe$/, "/alerts/subscribe"],
  [/^\/alerts\/[^/]+$/, "/alerts/[id]"],
  [/^\/alerts\/[^/]+\/change$/, "/alerts/[id]/change"],
  [/^\/alerts\/[^/]+\/stop$/, "/alerts/[id]/stop"],
  [/^\/Archives\/edgar\/data\//, "/Archives/edgar/data"],
  [/^\/_next\//, "/_next"],
];

const PICTURE = /\/(?:card\.png|chart\.(?:png|svg))$/;

const FIXED: ReadonlySet<string> = new Set([
  "/",
  "/index",
  "/transactions",
  "/filings",
  "/insiders",
  "/issuers",
  "/codes",
  "/search",
  "/footnotes",
  "/clusters",
  "/views",
  "/watch",
  "/about/alerts",
  "/about/data",
  "/about/methods",
  "/about/api",
  "/import",
  "/alerts",
  "/healthz",
  "/healthz/live",
  "/healthz/ready",
  "/sitemap",
  "/oembed",
  "/mcp",
]);

const FILES: ReadonlySet<string> = new Set([
  "/robots.txt",
  "/opensearch.xml",
  "/speculation-rules.json",
  "/openapi.json",
  "/llms.txt",
  "/icon.svg",
  "/theme.js",
]);

const DATA_FORMAT = /\.(json|csv|ndjson|atom|xml|txt)$/;

/** The kind of an address, for logs and metrics: `/insiders/[cik].csv`; `other` for an unknown path. */
export function routeKind(path: string): string {
  if (FILES.has(path)) return path;
  const [format = ""] = DATA_FORMAT.exec(path) ?? PICTURE.exec(path) ?? [];
  const named = path.slice(0, path.length - format.length);
  if (FIXED.has(named)) return named + format;
  const [, kind] = ROUTES.find(([pattern]) => pattern.test(named)) ?? [];
  if (kind === undefined) return "other";
  return kind === "/_next" || kind === "/Archives/edgar/data" ? kind : kind + format;
}
