import { directoryTitle, loadDirectoryView, readDirectoryQuery } from "@/app/directory-view";
import { paramsOf } from "@/app/search-params";
import { siteUrl } from "@/app/site-url";
import { wholeTable } from "@/app/whole-table";
import type { ListedPartyAnswer } from "@/lib/answers/lists";
import { orderDay } from "@/lib/record/order-day";
import { linkedAnswer, noSuchFormat, unreadableAnswer } from "@/lib/representations/answers";
import { filterRecord, unknownRecord } from "@/lib/representations/filter-record";
import { isTableFormat, TABLE_FORMATS } from "@/lib/representations/table";
import { inFormat, insiderUrl, issuerUrl } from "@/lib/urls";
import type { Directory, DirectoryEntry, DirectoryView } from "@/lib/views/directory";

/** A directory of insiders or issuers in its data formats. */
export async function answerDirectory(directory: Directory, format: string, request: Request): Promise<Response> {
  const asked = readDirectoryQuery(paramsOf(request));
  const unreadable = unreadableAnswer(asked.ignored);
  if (unreadable) return unreadable;
  if (format === "json") return linkedAnswer(request, json(await loadDirectoryView(directory, asked)));
  if (!isTableFormat(format)) return noSuchFormat(format, ["json", ...TABLE_FORMATS]);
  return wholeTable(request, format, {
    title: await directoryTitle(directory, asked.filter),
    header: HEADER,
    cells: (entry) => csvCells(directory, entry),
    record: (entry) => entryRecord(directory, entry),
    batches: () => batchesOf(directory, asked),
  });
}

const entryUrl = (directory: Directory, cik: string) =>
  siteUrl() + (directory === "insiders" ? insiderUrl(cik) : issuerUrl(cik));

const json = (view: DirectoryView) => ({
  title: view.title,
  url: siteUrl() + view.url,
  filter: filterRecord(view.filter),
  ignored: view.ignored,
  count: view.page.count.count,
  countAtLeast: view.page.count.countAtLeast,
  unknown: unknownRecord(view.unknown),
  rows: view.page.entries.map((entry) => entryRecord(view.directory, entry)),
  next: view.next ? siteUrl() + inFormat(view.next, "json") : null,
});

const entryRecord = (
  directory: Directory,
  { others, othersInAll, lastFiling, ...entry }: DirectoryEntry,
): ListedPartyAnswer => ({
  ...entry,
  lastFiling: lastFiling && {
    accessionNumber: lastFiling.accessionNumber,
    documentType: lastFiling.documentType,
    filingDate: lastFiling.filingDate,
    // If the filing date is not known, the day of the signature or the period of report.
    orderedBy: orderDay(lastFiling.orderedAt),
  },
  url: entryUrl(directory, entry.cik),
  ...(directory === "insiders"
    ? { issuers: others, issuersInAll: othersInAll }
    : { insiders: others, insidersInAll: othersInAll }),
});

const HEADER = [
  "cik",
  "name",
  "trading_symbol",
  "filings",
  "last_filing",
  "last_filing_date",
  "related_in_all",
  "url",
  "role",
  "last_trade_code",
  "last_trade_date",
  "last_trade_shares",
  "last_trade_implausible",
];

const csvCells = (directory: Directory, entry: DirectoryEntry) => [
  entry.cik,
  entry.name,
  entry.tradingSymbol,
  String(entry.filings),
  entry.lastFiling?.accessionNumber ?? null,
  entry.lastFiling?.filingDate ?? null,
  String(entry.othersInAll),
  entryUrl(directory, entry.cik),
  entry.role,
  entry.lastTrade?.code ?? null,
  entry.lastTrade?.date ?? null,
  entry.lastTrade?.shares ?? null,
  entry.lastTrade?.implausible?.field ?? null,
];

async function* batchesOf(directory: Directory, asked: ReturnType<typeof readDirectoryQuery>) {
  let cursor = asked.cursor;
  do {
    const { page } = await loadDirectoryView(directory, { ...asked, cursor });
    yield page.entries;
    cursor = page.next;
  } while (cursor);
}
