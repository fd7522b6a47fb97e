import { isSection16Form } from "@/lib/edgar/section16-form";
import { type AccessionNumber, parseAccessionNumber } from "@/lib/record/accession-number";
import { type Cik, parseCik } from "@/lib/record/cik";
import { isCalendarDate } from "@/lib/values/is-calendar-date";
import { readableText } from "@/lib/values/readable-text";
import { shortened } from "@/lib/values/text-limit";

/** A filing as listed in an EDGAR index, feed or submissions file. */
export type ListedFiling = {
  accessionNumber: AccessionNumber;
  /** One of its filers. The submission is in the folder of each. */
  cik: Cik;
  /** Null if a damaged line does not say. The filing may then be of any form. */
  documentType: string | null;
  filingDate: string | null;
};

export type DamagedLine = {
  /** From 1. */
  line: number;
  text: string;
  /** Null if the line does not identify the filing. */
  accessionNumber: AccessionNumber | null;
};

export type IndexFile = {
  /** The number of lines that list a filing of any form. */
  listed: number;
  /** Only forms 3, 4 and 5, and those that may be one. Each filing once, however many filers list it. */
  filings: ListedFiling[];
  damaged: DamagedLine[];
  /** The date given in the header. */
  lastReceived: string | null;
};

const PATH = /edgar\/data\/(\d{1,10})\/(?:\d{18}\/)?(\d{10}-\d{2}-\d{6})\.txt/;
const DATE = /\d{4}-\d{2}-\d{2}|\d{8}/;
const BY_FILER = new RegExp(`^(\\d{1,10})\\|[^|]*\\|([^|]+)\\|(${DATE.source})\\|$`);
// Columns have been widened over the years, and a header may be wrapped, so two spaces mark the end of the form's name.
const BY_FORM = new RegExp(`^(\\S+(?: \\S+)*?)\\s{2,}\\S.*?\\s(\\d{1,10})\\s+(${DATE.source})$`);
const RULE = /^-{20,}\s*$/m;

/** True if a text is one of EDGAR's index files, and not a web page served in its place. */
export const isIndexFile = (text: string) => /^\s*Description:\s+\S/.test(text) && RULE.test(text.slice(0, 4_000));

/**
 * Reads a daily or quarterly index: `form.idx` or `master.idx`. A line that cannot be read completely is listed as damaged; its
 * filing is listed too if the line still identifies it. A line that was broken in two is rejoined.
 */
export function parseIndexFile(text: string): IndexFile {
  const start = endOfHeader(text);
  const filings = new Map<string, ListedFiling>();
  const damaged: DamagedLine[] = [];
  let listed = 0;
  let line = text.slice(0, start).split("\n").length - 1;
  let held: { line: number; text: string } | null = null;

  const giveUpHeld = () => {
    if (held) damaged.push({ line: held.line, text: asDamaged(held.text), accessionNumber: null });
    held = null;
  };
  const add = (filing: ListedFiling) => {
    const known = filings.get(filing.accessionNumber);
    if (!known || (known.documentType === null && filing.documentType !== null))
      filings.set(filing.accessionNumber, filing);
  };

  for (let at = start; at < text.length; ) {
    const end = text.indexOf("\n", at);
    const content = text.slice(at, end < 0 ? text.length : end).trimEnd();
    at = end < 0 ? text.length : end + 1;
    line += 1;
    if (content.trim() === "") continue;

    const path = PATH.exec(content);
    if (!path) {
      giveUpHeld();
      held = { line, text: content };
      continue;
    }
    listed += 1;
    const before = content.slice(0, path.index).trimEnd();
    let read = readLine(before);
    if (!read && held) {
      read = readLine(`${held.text}  ${before.trim()}`);
      if (read) held = null;
    }
    giveUpHeld();

    const cik = parseCik(path[1] ?? "");
    const accessionNumber = parseAccessionNumber(path[2] ?? "");
    if (!cik || !accessionNumber) {
      damaged.push({ line, text: asDamaged(content), accessionNumber });
    } else if (read) {
      if (isSection16Form(read.documentType)) add({ accessionNumber, cik, ...read });
    } else {
      damaged.push({ line, text: asDamaged(content), accessionNumber });
      add({ accessionNumber, cik, documentType: formAtStart(content), filingDate: dateAtEnd(before) });
    }
  }
  giveUpHeld();
  return { listed, filings: [...filings.values()], damaged, lastReceived: lastReceived(text.slice(0, start)) };
}

const asDamaged = (text: string) => readableText(shortened(text));

/** In a damaged line we accept only our own forms: any other text may be a name that shifted to the left. */
function formAtStart(content: string): string | null {
  const word = /^(\S+)\s{2,}/.exec(content)?.[1];
  return word && isSection16Form(word) ? word : null;
}

const dateAtEnd = (before: string) => compactDate(DATE.exec(before.slice(-12))?.[0]);

/** Reads the part of a line before the path. */
function readLine(before: string): { documentType: string; filingDate: string | null } | null {
  const byFiler = BY_FILER.exec(before);
  if (byFiler) return { documentType: byFiler[2]?.trim() ?? "", filingDate: compactDate(byFiler[3]) };
  const byForm = BY_FORM.exec(before);
  return byForm ? { documentType: byForm[1] ?? "", filingDate: compactDate(byForm[3]) } : null;
}

/** The rule under the column names or, without one, the first line that lists a filing. */
function endOfHeader(text: string): number {
  const rule = RULE.exec(text);
  if (rule) {
    const end = text.indexOf("\n", rule.index);
    return end < 0 ? text.length : end + 1;
  }
  const path = text.search(PATH);
  return path < 0 ? text.length : text.lastIndexOf("\n", path) + 1;
}

function compactDate(text: string | undefined): string | null {
  const digits = text?.replaceAll("-", "") ?? "";
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  return isCalendarDate(day) ? day : null;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** `Mar 18, 2020` or `March 31, 2021`. */
function lastReceived(header: string): string | null {
  const [, name, day, year] = /Last Data Received:\s+([A-Za-z]{3})[a-z]*\s+(\d{1,2}),\s+(\d{4})/.exec(header) ?? [];
  const month = MONTHS.indexOf(name?.toLowerCase() ?? "") + 1;
  if (!day || !year || month === 0) return null;
  return compactDate(`${year}${String(month).padStart(2, "0")}${day.padStart(2, "0")}`);
}
