import {
  type FilingMoment,
  listAmended,
  listFormerNumbers,
  listMoments,
  listReplaced,
  listReports,
} from "@/db/alerts/related-filings";
import { listFilingEntries } from "@/db/queries/filing-entries";
import type { Db } from "@/db/server/client";
import type { Matched } from "@/lib/alerts/alert";
import { filedNotes, REMARKS } from "@/lib/footnotes/filed-notes";
import { standingRowsOf } from "@/lib/lists/matching-rows";
import type { FilingEntry } from "@/lib/record/filing";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { keyInFiling, keyOfRow, partsOfKey } from "@/lib/record/row-key";
import { matchedFiling, matchedNote, matchedRow } from "@/lib/representations/matched-record";
import { compareText } from "@/lib/values/compare-text";

/** Something in a filing that an alert may report. */
export type Item = {
  accessionNumber: string;
  /** `0001365555-13-000001#I-2`, `…#F1`, or the accession number alone. */
  key: string;
  what: (isInView: boolean) => Matched;
  /** What it replaced, or repeats from the filing that it amends: latest first. */
  replaced: { key: string; accessionNumber: string; what: () => Matched }[];
  /** Keys of other reports of the same trade, and of what these replaced. */
  others: string[];
  /** Its key while the filing had a number of ours. */
  formerKey?: string;
};

/** Filings with everything that decides whether their contents are new. */
export type FilingsToMatch = {
  moments: ReadonlyMap<string, FilingMoment>;
  /** Current transactions, and filings that never had any. In the order of their filing. */
  rows: Item[];
  /** Footnotes and remarks. */
  notes: Item[];
};

export async function loadFilings(db: Db, accessionNumbers: string[]): Promise<FilingsToMatch> {
  const entries = byOrder(await listFilingEntries(db, accessionNumbers));
  const events = entries.flatMap((entry) => tradesOf(entry).flatMap((row) => eventOf(entry, row) ?? []));
  const [reports, amended, formerNumbers] = await Promise.all([
    listReports(db, events),
    listAmended(db, accessionNumbers),
    listFormerNumbers(db, accessionNumbers),
  ]);
  const reporting = [...reports.values()].flat().map((key) => partsOfKey(key).accessionNumber);
  const replaced = await listReplaced(db, [...new Set([...accessionNumbers, ...reporting])]);
  const ofTrades = entries.flatMap((entry) => tradesOf(entry).flatMap((row) => replaced.get(keyOfRow(row)) ?? []));
  const earlierNumbers = [
    ...new Set([...ofTrades.map((key) => partsOfKey(key).accessionNumber), ...[...amended.values()].flat()]),
  ];
  const [earlier, moments] = await Promise.all([
    listFilingEntries(db, earlierNumbers),
    listMoments(db, [...accessionNumbers, ...earlierNumbers]),
  ]);
  const known = { reports, replaced, amended, earlier: byOrder(earlier).reverse() };
  const named = (items: Item[]) => items.map((item) => withFormerKey(item, formerNumbers));
  return {
    moments,
    rows: named(entries.flatMap((entry) => (hasTransactions(entry) ? rowItems(entry, known) : [filingItem(entry)]))),
    notes: named(entries.flatMap((entry) => noteItems(entry, known))),
  };
}

function withFormerKey(item: Item, formerNumbers: ReadonlyMap<string, string>): Item {
  const former = formerNumbers.get(item.accessionNumber);
  return former === undefined ? item : { ...item, formerKey: item.key.replace(item.accessionNumber, former) };
}

type Known = {
  reports: ReadonlyMap<string, string[]>;
  replaced: ReadonlyMap<string, string[]>;
  amended: ReadonlyMap<string, string[]>;
  /** The latest first. */
  earlier: readonly FilingEntry[];
};

const byOrder = (entries: readonly FilingEntry[]): FilingEntry[] =>
  entries.toSorted(
    ({ filing: a }, { filing: b }) =>
      compareText(a.orderedAt, b.orderedAt) || compareText(a.accessionNumber, b.accessionNumber),
  );

const hasTransactions = ({ rows }: FilingEntry) => rows.some(({ kind }) => kind === "transaction");

const tradesOf = (entry: FilingEntry): ReportedRow[] =>
  standingRowsOf(entry).filter(({ kind }) => kind === "transaction");

const eventOf = ({ derived }: FilingEntry, row: ReportedRow): string | null =>
  derived.rows[rowId(row)]?.event?.counted ?? null;

const rowItems = (entry: FilingEntry, { reports, replaced, earlier }: Known): Item[] =>
  tradesOf(entry).map((row) => {
    const key = keyOfRow(row);
    const before = new Set(replaced.get(key));
    const alike = (reports.get(eventOf(entry, row) ?? "") ?? []).filter((other) => other !== key && !before.has(other));
    return {
      accessionNumber: entry.filing.accessionNumber,
      key,
      what: (isInView) => matchedRow(entry, row, isInView),
      replaced: earlier.flatMap((other) =>
        other.rows
          .filter((each) => before.has(keyOfRow(each)))
          .map((each) => ({
            key: keyOfRow(each),
            accessionNumber: other.filing.accessionNumber,
            what: () => matchedRow(other, each, true),
          })),
      ),
      others: alike.flatMap((other) => [other, ...(replaced.get(other) ?? [])]),
    };
  });

const filingItem = (entry: FilingEntry): Item => ({
  accessionNumber: entry.filing.accessionNumber,
  key: entry.filing.accessionNumber,
  what: (isInView) => ({ ...matchedFiling(entry), isInView }),
  replaced: [],
  others: [],
});

const noteItems = (entry: FilingEntry, { amended, earlier }: Known): Item[] => {
  const { accessionNumber } = entry.filing;
  const chain = new Set(amended.get(accessionNumber));
  const before = earlier.filter(
    ({ filing }) => chain.has(filing.accessionNumber) && filing.orderedAt <= entry.filing.orderedAt,
  );
  return filedNotes(entry).map(({ id, text }) => ({
    accessionNumber,
    key: keyInFiling(accessionNumber, id),
    what: (isInView) => ({ ...matchedNote(entry, id, text), isInView }),
    // A note of an amendment replaces none, but often repeats one.
    replaced: before.flatMap((other) =>
      filedNotes(other)
        .filter((note) => note.text === text && (note.id === REMARKS) === (id === REMARKS))
        .map((note) => ({
          key: keyInFiling(other.filing.accessionNumber, note.id),
          accessionNumber: other.filing.accessionNumber,
          what: () => matchedNote(other, note.id, note.text),
        })),
    ),
    others: [],
  }));
};
