import { type AccessionNumber, parseAccessionNumber } from "@/lib/record/accession-number";
import { type Cik, parseCik, printCik } from "@/lib/record/cik";
import { isBefore, printQuarter, type Quarter, quarterOf } from "@/lib/values/quarter";

/** `www` holds the archive, feeds and data sets; `data` the submissions files. The settings say where each is. */
export type EdgarAddress = { site: "www" | "data"; path: string };

const www = (path: string): EdgarAddress => ({ site: "www", path });

const folderOf = (kind: "daily-index" | "full-index", { year, quarter }: Quarter) =>
  `/Archives/edgar/${kind}/${year}/QTR${quarter}`;

/** What is listed twice, sorted by form and by filer: where one is damaged, the other may be whole. */
export type IndexKind = "form" | "master";

export const dailyIndexAddress = (day: string, kind: IndexKind) =>
  www(`${folderOf("daily-index", quarterOf(day))}/${kind}.${day.replaceAll("-", "")}.idx`);

export const quarterIndexAddress = (quarter: Quarter, kind: IndexKind) =>
  www(`${folderOf("full-index", quarter)}/${kind}.idx`);

/** What lies in the folder of an index, by name. */
export const folderListAddress = ({ site, path }: EdgarAddress): EdgarAddress => ({
  site,
  path: path.replace(/[^/]*$/, "index.json"),
});

/** A full submission lies under every filer that it names. */
export const submissionAddress = (cik: string, accessionNumber: string) =>
  www(`/Archives/edgar/data/${cik}/${accessionNumber}.txt`);

export const submissionsFileAddress = (cik: Cik): EdgarAddress => ({
  site: "data",
  path: `/submissions/CIK${printCik(cik)}.json`,
});

/** A further file of a filer with many filings, by the name that the first one gives. */
export const olderSubmissionsAddress = (name: string): EdgarAddress => ({
  site: "data",
  path: `/submissions/${encodeURIComponent(name)}`,
});

export const companyTickersAddress = www("/files/company_tickers.json");

export const FEED_PAGE_SIZE = 100;

/** The newest filings whose form begins with `type`: “4” brings 424B2 too. */
export const currentFeedAddress = (type: "3" | "4" | "5", start: number) =>
  www(
    `/cgi-bin/browse-edgar?action=getcurrent&type=${type}&owner=only&count=${FEED_PAGE_SIZE}&start=${start}&output=atom`,
  );

export const dataSetsPageAddress = www("/data-research/sec-markets-data/insider-transactions-data-sets");

export const FIRST_DATA_SET: Quarter = { year: 2006, quarter: 1 };

const dataSetName = (quarter: Quarter) => `${printQuarter(quarter)}_form345.zip`;
const OLDER_FOLDER = "/files/structureddata/data/insider-transactions-data-sets";
const NEWER_FOLDER = "/files/datastandardsinnovation/data/insider-transactions-data-sets";
/** The quarter from which on the SEC publishes in the newer folder. */
const MOVED: Quarter = { year: 2026, quarter: 2 };

/** Where a data set is known to lie, the likelier place first: for when the page that links them does not help. */
export function knownDataSetAddresses(quarter: Quarter): EdgarAddress[] {
  const folders = isBefore(quarter, MOVED) ? [OLDER_FOLDER, NEWER_FOLDER] : [NEWER_FOLDER, OLDER_FOLDER];
  return folders.map((folder) => www(`${folder}/${dataSetName(quarter)}`));
}

/** The filer and the number in an address or path of EDGAR's archive; the filer may be missing. */
export function partsOfArchivePath(text: string): { accessionNumber: AccessionNumber; cik: Cik | null } | null {
  const [, cik, number] =
    /\/data\/(\d{1,10})\/(?:\d{18}\/)?(\d{10}-\d{2}-\d{6}|\d{18})/.exec(text) ??
    /^\s*()(\d{10}-\d{2}-\d{6}|\d{18})\s*$/.exec(text) ??
    [];
  const accessionNumber = parseAccessionNumber(number ?? "");
  return accessionNumber ? { accessionNumber, cik: parseCik(cik ?? "") } : null;
}
