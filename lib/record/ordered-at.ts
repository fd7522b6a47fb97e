import { newYorkInstant } from "@/lib/values/new-york-time";

/** Sorts after every dated filing. */
const UNDATED = "0001-01-01T00:00:00.000Z";

/** The instant that filings are sorted by, newest first: filed at, else filing date, else signature date, else period. */
export function orderedAt(dates: {
  filedAt: string | null;
  filingDate: string | null;
  signatureDates: (string | null)[];
  periodOfReport: string | null;
}): string {
  const signed = dates.signatureDates.filter((date) => date !== null).sort();
  const day = dates.filingDate ?? signed.at(-1) ?? dates.periodOfReport;
  return dates.filedAt ?? (day ? newYorkInstant(day, "00:00:00") : null) ?? UNDATED;
}

/** Whether a filing is sorted by a date of its own. */
export const isDatedOrder = (orderedAt: string): boolean => orderedAt !== UNDATED;
