import type { AmendmentBasis, AmendmentLink } from "@/lib/record/derived-filing";
import type { Filing, FilingEntry } from "@/lib/record/filing";
import { isAmendment } from "@/lib/record/form-name";
import { compareText } from "@/lib/values/compare-text";
import { newYorkClock } from "@/lib/values/new-york-time";
import { once } from "@/lib/values/once";
import { type ComparedRow, comparedRows } from "./compared-row";
import { rowsInCommon } from "./rows-in-common";

export type AmendmentLinks = {
  /** By accession number, for every amendment, even if we know nothing about its original. */
  links: ReadonlyMap<string, AmendmentLink>;
  /** The last amendment of an original or of an earlier amendment. */
  amendedBy: ReadonlyMap<string, string>;
};

/**
 * Finds what each amendment among connected filings amends. The SEC's forms give the day of the original and never its number.
 */
export function amendmentLinks(entries: readonly FilingEntry[]): AmendmentLinks {
  const links = new Map<string, AmendmentLink>();
  const amendments = amendmentsInOrder(entries);
  if (amendments.length === 0) return { links, amendedBy: new Map() };
  const candidatesOf = candidates(entries);
  const chains = new Map<string, string[]>();
  const rootOf = (accessionNumber: string) => links.get(accessionNumber)?.amends ?? accessionNumber;
  const rowsOf = rememberedRows();
  for (const amendment of amendments) {
    const fits = candidatesOf(amendment.filing).flatMap((earlier): Fit[] => {
      const fit = fitOf(amendment, earlier, () => rowsInCommon(rowsOf(amendment), rowsOf(earlier)));
      return fit ? [{ ...fit, root: rootOf(earlier.filing.accessionNumber) }] : [];
    });
    const link = linkFrom(fits);
    const { accessionNumber } = amendment.filing;
    links.set(accessionNumber, link);
    if (link.amends !== null) chains.set(link.amends, [...(chains.get(link.amends) ?? [link.amends]), accessionNumber]);
  }
  return { links, amendedBy: lastOfChains(chains) };
}

const inFilingOrder = ({ filing: a }: FilingEntry, { filing: b }: FilingEntry): number =>
  compareText(a.orderedAt, b.orderedAt) || compareText(a.accessionNumber, b.accessionNumber);

/** The amendments among filings, in filing order. */
export const amendmentsInOrder = (entries: readonly FilingEntry[]): FilingEntry[] =>
  entries.filter(({ filing }) => isAmendment(filing.documentType)).sort(inFilingOrder);

function rememberedRows(): (entry: FilingEntry) => ComparedRow[] {
  const known = new Map<string, ComparedRow[]>();
  return (entry) => {
    const { accessionNumber } = entry.filing;
    const rows = known.get(accessionNumber) ?? comparedRows(entry);
    known.set(accessionNumber, rows);
    return rows;
  };
}

function lastOfChains(chains: ReadonlyMap<string, readonly string[]>): Map<string, string> {
  const amendedBy = new Map<string, string>();
  for (const chain of chains.values()) {
    const last = chain.at(-1);
    if (last !== undefined) for (const earlier of chain.slice(0, -1)) amendedBy.set(earlier, last);
  }
  return amendedBy;
}

/** `4` of a `4` and a `4/A`. */
const familyOf = ({ documentType }: Filing): string | null => documentType?.match(/^([345])(?:\/A)?$/)?.[1] ?? null;

/** CIKs of the owners, sorted; null if one is unknown, because then nobody can tell who they are. */
function knownOwners({ owners }: Filing): string[] | null {
  const ciks = new Set(owners.map(({ cik }) => cik));
  return ciks.size === 0 || ciks.has(null) ? null : [...ciks].flatMap((cik) => cik ?? []).sort();
}

/** New York is four or five hours behind UTC: from five in the morning UTC on, both have the same day. */
const newYorkDay = (instant: string): string =>
  instant.slice(11, 13) >= "05" ? instant.slice(0, 10) : newYorkClock(Date.parse(instant)).day;

/** The days that may count as the day of filing: EDGAR dates a filing of the evening to the next day. */
const filingDays = ({ filingDate, filedAt }: Filing): string[] => [
  ...new Set([filingDate, filedAt === null ? null : newYorkDay(filedAt)].filter((day) => day !== null)),
];

/** The keys under which candidates for a filing are found: each owner with the period, and each owner with the day of filing. */
function* placesOf(filing: Filing, days: readonly string[]): Generator<string> {
  const family = familyOf(filing);
  const owners = knownOwners(filing);
  if (family === null || owners === null || filing.issuer.cik === null) return;
  for (const owner of owners) {
    const place = `${filing.issuer.cik} ${family} ${owner}`;
    if (filing.periodOfReport !== null) yield `${place} for ${filing.periodOfReport}`;
    for (const day of days) yield `${place} on ${day}`;
  }
}

/** The filings that an amendment may amend: on the same issuer and form, by one of its owners, for its period or of its day. */
function candidates(entries: readonly FilingEntry[]): (amendment: Filing) => FilingEntry[] {
  const byPlace = new Map<string, FilingEntry[]>();
  for (const entry of entries) {
    for (const place of placesOf(entry.filing, filingDays(entry.filing))) {
      const there = byPlace.get(place);
      if (there) there.push(entry);
      else byPlace.set(place, [entry]);
    }
  }
  return (amendment) => {
    const { dateOfOriginalSubmission: day } = amendment;
    const found = new Map<string, FilingEntry>();
    for (const place of placesOf(amendment, day === null ? [] : [day])) {
      for (const entry of byPlace.get(place) ?? []) {
        if (isFiledBefore(entry.filing, amendment)) found.set(entry.filing.accessionNumber, entry);
      }
    }
    return [...found.values()];
  };
}

function isFiledBefore(earlier: Filing, amendment: Filing): boolean {
  const order =
    compareText(earlier.orderedAt, amendment.orderedAt) ||
    compareText(earlier.accessionNumber, amendment.accessionNumber);
  if (order < 0 || isAmendment(earlier.documentType)) return order < 0;
  // If the hours of one day are unknown, the original came first.
  return amendment.filedAt === null && newYorkDay(earlier.orderedAt) === newYorkDay(amendment.orderedAt);
}

/** How well an earlier filing fits: lower is better. */
type Fit = { root: string; level: number; basis: AmendmentBasis; hasSameOwners: boolean; rows: () => number };

function fitOf(amendment: FilingEntry, earlier: FilingEntry, countRows: () => number): Omit<Fit, "root"> | null {
  const dates = fitOfDates(amendment.filing, earlier.filing);
  if (!dates) return null;
  const hasSameOwners = knownOwners(amendment.filing)?.join() === knownOwners(earlier.filing)?.join();
  const rows = once(countRows);
  // A joint owner was added or dropped: only if the dates and the rows say so.
  if (!hasSameOwners && (dates.basis === "owners, form, period and rows" || rows() === 0)) return null;
  if (dates.needsRows && rows() === 0) return null;
  return { ...dates, hasSameOwners, rows };
}

type DatesFit = Pick<Fit, "level" | "basis"> & { needsRows: boolean };

function fitOfDates(amendment: Filing, earlier: Filing): DatesFit | null {
  const { dateOfOriginalSubmission: day, periodOfReport: period } = amendment;
  const days = filingDays(earlier);
  const isOfDay = day !== null && days.includes(day);
  const isOfPeriod = period !== null && period === earlier.periodOfReport;
  if (isOfDay && isOfPeriod) {
    return { level: 1, basis: "owners, form, period and original date", needsRows: false };
  }
  // Some filers give the period instead of the day of the original; a filing of theirs on that day is then unrelated.
  const isSlip = day !== null && day === period;
  if (isOfDay) return { level: isSlip ? 3 : 2, basis: "owners, form and original date", needsRows: isSlip };
  if (!isOfPeriod) return null;
  if (day === null || days.length === 0 || isSlip) {
    return { level: 3, basis: "owners, form and period", needsRows: false };
  }
  return { level: 4, basis: "owners, form, period and rows", needsRows: true };
}

/** The one filing that fits best, with its chain; or why there is none. */
function linkFrom(fits: readonly Fit[]): AmendmentLink {
  const level = Math.min(...fits.map((fit) => fit.level));
  const ofLevel = fits.filter((fit) => fit.level === level);
  const ofSameOwners = ofLevel.filter((fit) => fit.hasSameOwners);
  const best = ofSameOwners.length > 0 ? ofSameOwners : ofLevel;
  const roots = [...new Set(best.map(({ root }) => root))];
  if (roots.length === 0) return { amends: null, basis: "original not held" };
  const root = roots.length === 1 ? roots[0] : rootWithMostRows(roots, fits);
  const fit = best.find((one) => one.root === root);
  return fit ? { amends: fit.root, basis: fit.basis } : { amends: null, basis: "several filings fit" };
}

/** Of several chains, the one that shares most rows with the amendment, if it shares any and no other shares as many. */
function rootWithMostRows(roots: readonly string[], fits: readonly Fit[]): string | undefined {
  const counts = roots.map((root) => ({
    root,
    rows: Math.max(...fits.flatMap((fit) => (fit.root === root ? fit.rows() : []))),
  }));
  const most = Math.max(...counts.map(({ rows }) => rows));
  const leading = counts.filter(({ rows }) => rows === most);
  return most > 0 && leading.length === 1 ? leading[0]?.root : undefined;
}
