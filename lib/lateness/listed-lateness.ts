import type { FilingEntry } from "@/lib/record/filing";
import { type LatenessOptions, type RowLateness, rowLateness } from "./lateness";

/**
 * How long after its trade each row of a filing was filed, by its id, where not all filings are at hand that say since when its
 * owners had to report. A filing is as late as its latest row: one that comes out later than its filing is left out.
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
