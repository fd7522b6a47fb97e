import type { Filing } from "@/lib/record/filing";

const ORDINALS = new Map(
  "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ").map((word, index) => [word, index + 1]),
);
const COUNTS = "two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}";
const part = new RegExp(
  `\\b(${[...ORDINALS.keys()].join("|")}|\\d{1,2})(?:st|nd|rd|th)? of (?:the )?(?:${COUNTS})\\b`,
  "i",
);
const speaksOfFilings = /\b(?:filings?|forms?|reports?|parts?)\b/i;

/** Which part of a report the remarks say a filing is: "the second of five Form 4s", "Filing 2 of 5". */
export function partOfReport(remarks: string | null): number | null {
  if (remarks === null || !speaksOfFilings.test(remarks)) return null;
  const ordinal = part.exec(remarks)?.[1]?.toLowerCase();
  if (ordinal === undefined) return null;
  return ORDINALS.get(ordinal) ?? Number(ordinal);
}

/**
 * The report that each filing is, or is a part of, by accession number. A form has room for thirty rows, and longer reports
 * are filed in parts by the same owners. Rows of two parts are never one trade, even if they are equal.
 * @param filings those that state some equal row, in the order of acceptance
 */
export function reportOf(filings: Iterable<Filing>): ReadonlyMap<string, string> {
  const reports = new Map<string, string>();
  const copies = new Map<string, number>();
  for (const { accessionNumber, remarks, owners } of filings) {
    const number = partOfReport(remarks);
    if (number === null) {
      reports.set(accessionNumber, accessionNumber);
      continue;
    }
    const report = owners
      .map(({ cik, name }) => cik ?? name ?? "")
      .sort()
      .join(" ");
    // The same part filed twice is a second report of the same rows.
    const copy = (copies.get(`${report} ${number}`) ?? 0) + 1;
    copies.set(`${report} ${number}`, copy);
    reports.set(accessionNumber, `${report} ${copy}`);
  }
  return reports;
}
