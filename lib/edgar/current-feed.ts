import type { ListedFiling } from "@/lib/edgar/index-file";
import { isSection16Form } from "@/lib/edgar/section16-form";
import { childrenNamed, parseXmlTree, type XmlElement } from "@/lib/edgar/xml-tree";
import { accessionNumberInText } from "@/lib/record/accession-number";
import { parseCik } from "@/lib/record/cik";
import { isCalendarDate } from "@/lib/values/is-calendar-date";

export type CurrentFeed = {
  /** Entries of any form and filer. EDGAR repeats a filing for each filer, and matches forms by how they begin. */
  entries: number;
  /** Only Forms 3, 4 and 5, each filing once. */
  filings: ListedFiling[];
  /** The filing date of the oldest entry. */
  oldest: string | null;
  /** Entries that do not say which filing they are for. */
  unreadable: string[];
};

/**
 * Reads EDGAR's feed of current filings (Atom).
 * @returns null for XML that is not an Atom feed
 * @throws NotWellFormed for a truncated feed or an HTML page
 */
export function parseCurrentFeed(xml: string): CurrentFeed | null {
  const feed = parseXmlTree(xml);
  if (feed.name !== "feed") return null;
  const entries = childrenNamed(feed, "entry");
  const filings = new Map<string, ListedFiling>();
  const dates: string[] = [];
  const unreadable: string[] = [];
  for (const entry of entries) {
    const filingDate = filedOn(entry);
    if (filingDate) dates.push(filingDate);
    const documentType = formOf(entry);
    if (documentType !== null && !isSection16Form(documentType)) continue;
    const href = childrenNamed(entry, "link")[0]?.attributes.href ?? "";
    const accessionNumber = accessionNumberInText(`${textOf(entry, "id")} ${href}`);
    const cik = parseCik(/\/data\/(\d{1,10})\//.exec(href)?.[1] ?? "");
    if (!accessionNumber || !cik || documentType === null)
      unreadable.push(textOf(entry, "title") || "an entry without a title");
    else if (!filings.has(accessionNumber))
      filings.set(accessionNumber, { accessionNumber, cik, documentType, filingDate });
  }
  return { entries: entries.length, filings: [...filings.values()], oldest: dates.sort()[0] ?? null, unreadable };
}

const textOf = (entry: XmlElement, name: string) => childrenNamed(entry, name)[0]?.text.trim() ?? "";

function formOf(entry: XmlElement): string | null {
  const term = childrenNamed(entry, "category")[0]?.attributes.term?.trim();
  return term || (/^(\S.*?) - /.exec(textOf(entry, "title"))?.[1] ?? null);
}

function filedOn(entry: XmlElement): string | null {
  const day = /Filed:(?:<\/b>)?\s*(\d{4}-\d{2}-\d{2})/.exec(textOf(entry, "summary"))?.[1];
  return day && isCalendarDate(day) ? day : null;
}
