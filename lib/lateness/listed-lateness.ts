import type { FilingEntry } from "@/lib/record/filing";
import { type LatenessOptions, type RowLateness, rowLateness } from "./lateness";

/**
 * How long after its trade each row of a filing was filed, by row id, for lists without all the filings that show since when the
 * owners had to report. A filing is as late as its latest row, so a row that appears later than its filing is left out.
 */
export function listedLateness(entry: FilingEntry, options: LatenessOptions): Record<string, RowLateness> {
  const whole = entry.derived.lateness;
  if (whole === null) return {};
  return Object.fromEntries(
    Object.entries(rowLateness(entry, options)).filter(
      (found): found is [string, RowLateness] => found[1] !== null && found[1].due >= whole.due,
    ),
  );
}
