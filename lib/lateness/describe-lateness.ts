import type { Lateness, RowLateness } from "@/lib/record/derived-filing";

/** A Form 3 is counted from the event that it reports, which is its period of report. */
type CountedFrom = RowLateness["countedFrom"] | "periodOfReport";

export type LatenessInWords = {
  /** `+2d`, or `+11 days` if it was late. */
  mark: string;
  /** To be shown in bold and underlined. */
  isLate: boolean;
  /** The mark as text, for those who cannot see it: "Filed 2 business days after the trade; due 2025-06-12". */
  sentence: string;
};

const WORDS: Record<CountedFrom, { after: string; sameDay: string }> = {
  transactionDate: { after: "the trade", sameDay: "on the day of the trade" },
  deemedExecutionDate: { after: "the deemed execution date", sameDay: "on the deemed execution date" },
  periodOfReport: { after: "the event", sameDay: "on the day of the event" },
};

/** "2 business days after the trade", "on the day of the trade". */
export function filedAfter({ days }: Lateness, countedFrom: CountedFrom = "transactionDate"): string {
  const { after, sameDay } = WORDS[countedFrom];
  return days === 0 ? sameDay : `${days} business ${days === 1 ? "day" : "days"} after ${after}`;
}

export function describeLateness(lateness: Lateness, countedFrom: CountedFrom = "transactionDate"): LatenessInWords {
  const { days, due, late } = lateness;
  return {
    mark: late ? `+${days} days` : `+${days}d`,
    isLate: late,
    sentence: `Filed ${filedAfter(lateness, countedFrom)}; ${late ? "was due" : "due"} ${due}`,
  };
}

/** How many of an insider's filings were late. */
export type LatenessRecord = {
  late: number;
  /** Filings for which we know whether they were late. */
  of: number;
  /** Filings without a known filing date. */
  notKnown: number;
  /** Filings on which nothing had a due date: amendments that only restate, holdings, early reports. */
  notDue: number;
};

export function latenessRecord(
  filings: readonly { lateness: Lateness | null; filedOn: string | null }[],
): LatenessRecord {
  const record = { late: 0, of: 0, notKnown: 0, notDue: 0 };
  for (const { lateness, filedOn } of filings) {
    if (lateness) record.of += 1;
    else if (filedOn === null) record.notKnown += 1;
    else record.notDue += 1;
    if (lateness?.late) record.late += 1;
  }
  return record;
}

/** For use after "Filed late": "1 of 41", "1 of 38; 3 not known", "not known". */
export function describeLatenessRecord({ late, of, notKnown }: LatenessRecord): string | null {
  if (of === 0) return notKnown === 0 ? null : "not known";
  return `${late} of ${of}${notKnown === 0 ? "" : `; ${notKnown} unknown`}`;
}
