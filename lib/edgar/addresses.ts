import { type AccessionNumber, parseAccessionNumber } from "@/lib/record/accession-number";
import { type Cik, parseCik, printCik } from "@/lib/record/cik";
import { isBefore, printQuarter, type Quarter, quarterOf } from "@/lib/values/quarter";

/** `www` serves the archive, the feeds and the data sets; `data` serves the submissions files. Their addresses are settings. */
export type EdgarAddress = { site: "www" | "data"; path: string };

const www = (path: string): EdgarAddress => ({ site: "www", path });

const folderOf = (kind: "daily-index" | "full-index", { year, quarter }: Quarter) =>
  `/Archives/edgar/${kind}/${year}/QTR${quarter}`;

/** EDGAR lists the same filings twice, sorted by form and by filer. If one list is damaged, the other may be intact. */
export type IndexKind = "form" | "master";

export const dailyIndexAddress = (day: string, kind: IndexKind) =>
  www(`${folderOf("daily-index", quarterOf(day))}/${kind}.${day.replaceAll("-", "")}.idx`);

export const quarterIndexAddress = (quarter: Quarter, kind: IndexKind) =>
  www(`${folderOf("full-index", quarter)}/${kind}.idx`);

/** The list of files in the folder of an index. */
export const folderListAddress = ({ site, path }: EdgarAddress): EdgarAddress => ({
  site,
  path: path.replace(/[^/]*$/, "index.json"),
});

/** A full submission is in the folder of every filer that it names. */
export const submissionAddress = (cik: string, accessionNumber: string) =>
  www(`/Archives/edgar/data/${cik}/${accessionNumber}.txt`);

export const submissionsFileAddress = (cik: Cik): EdgarAddress => ({
  site: "data",
  path: `/submissions/CIK${printCik(cik)}.json`,
});

/** One of the further files of a filer with many filings. The first file gives its name. */
export const olderSubmissionsAddress = (name: string): EdgarAddress => ({
  site: "data",
  path: `/submissions/${encodeURIComponent(name)}`,
});

export const companyTickersAddress = www("/files/company_tickers.json");

export const FEED_PAGE_SIZE = 100;

/** The newest filings whose form begins with `type`. “4” also returns 424B2. */
export const currentFeedAddress = (type: "3" | "4" | "5", start: number) =>
  www(
    `/cgi-bin/browse-edgar?action=getcurrent&type=${type}&owner=only&count=${FEED_PAGE_SIZE}&start=${start}&output=atom`,
  );

export const dataSetsPageAddress = www("/data-research/sec-markets-data/insider-transactions-data-sets");

export const FIRST_DATA_SET: Quarter = { year: 2006, quarter: 1 };

const dataSetName = (quarter: Quarter) => `${printQuarter(quarter)}_form345.zip`;
const OLDER_FOLDER = "/files/structureddata/data/insider-transactions-data-sets";
const NEWER_FOLDER = "/files/datastandardsinnovation/data/insider-transactions-data-sets";
/** The first quarter that the SEC published in the newer folder. */
const MOVED: Quarter = { year: 2026, quarter: 2 };

/** The known addresses of a data set, the likelier one first. Used if the page that links to the data sets does not help. */
export function knownDataSetAddresses(quarter: Quarter): EdgarAddress[] {
  const folders = isBefore(quarter, MOVED) ? [OLDER_FOLDER, NEWER_FOLDER] : [NEWER_FOLDER, OLDER_FOLDER];
  return folders.map((folder) => www(`${folder}/${dataSetName(quarter)}`));
}

/** The filer and the accession number in an address or path of EDGAR's archive. The filer may be missing. */
export function partsOfArchivePath(text: string): { accessionNumber: AccessionNumber; cik: Cik | null } | null {
  const [, cik, number] =
    /\/data\/(\d{1,10})\/(?:\d{18}\/)?(\d{10}-\d{2}-\d{6}|\d{18})/.exec(text) ??
    /^\s*()(\d{10}-\d{2}-\d{6}|\d{18})\s*$/.exec(text) ??
    [];
  const accessionNumber = parseAccessionNumber(number ?? "");
  return accessionNumber ? { accessionNumber, cik: parseCik(cik ?? "") } : null;
}
