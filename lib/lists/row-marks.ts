import { describeEvent, type EventFiling } from "@/lib/events/describe-event";
import type { RowLateness } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import { keyInFiling } from "@/lib/record/row-key";

/** What a list shows about a row besides what was filed. */
export type RowMarks = {
  /** Null if it has no due date of its own, or a date is unknown. */
  lateness: RowLateness | null;
  /** Null if this row is the only report of its trade. */
  event: EventMark | null;
};

export type EventMark = {
  /** "same trade, counted once" or, for the row that counts, "also in 2 other filings". */
  words: string;
  /** The other filings that report it, in a sentence. */
  sentence: string;
  /** The target of the link: the key of the row that counts, or this row's own key. */
  counted: string;
  isCounted: boolean;
};

/** By accession number, then by row id. */
export type ListMarks = Record<string, Record<string, RowMarks>>;

export const NO_MARKS: RowMarks = { lateness: null, event: null };

/** The marks of a filing's rows by row id. Rows without marks are left out. */
export function rowMarks(
  { filing: { accessionNumber }, derived }: FilingEntry,
  eventFilings: readonly EventFiling[],
): Record<string, RowMarks> {
  const marks: Record<string, RowMarks> = {};
  for (const [id, { event, lateness }] of Object.entries(derived.rows)) {
    if (event === null) {
      if (lateness !== null) marks[id] = { lateness, event };
      continue;
    }
    const isCounted = event.counted === keyInFiling(accessionNumber, id);
    const others = event.filings.length - 1;
    marks[id] = {
      lateness,
      event: {
        words: isCounted
          ? `also in ${others} other ${others === 1 ? "filing" : "filings"}`
          : "same trade, counted once",
        sentence: describeEvent(accessionNumber, event, eventFilings),
        counted: event.counted,
        isCounted,
      },
    };
  }
  return marks;
}
