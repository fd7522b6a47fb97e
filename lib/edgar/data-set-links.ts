import type { EdgarAddress } from "@/lib/edgar/addresses";
import { parseQuarter, printQuarter, type Quarter } from "@/lib/values/quarter";

export type DataSetLink = { quarter: Quarter; address: EdgarAddress };

/** The quarterly data sets that the SEC's page links to, oldest first, each quarter once. */
export function dataSetLinks(html: string): DataSetLink[] {
  const links = new Map<string, DataSetLink>();
  for (const [, href] of html.matchAll(/href\s*=\s*["']([^"']+_form345\.zip)["']/gi)) {
    const path = (href ?? "").replace(/^https?:\/\/[^/]+/i, "");
    const quarter = parseQuarter(/\/(\d{4}q[1-4])_form345\.zip$/i.exec(path)?.[1] ?? "");
    if (!quarter || !path.startsWith("/") || path.startsWith("//")) continue;
    const key = printQuarter(quarter);
    if (!links.has(key)) links.set(key, { quarter, address: { site: "www", path } });
  }
  return [...links.values()].sort((a, b) => printQuarter(a.quarter).localeCompare(printQuarter(b.quarter)));
}
