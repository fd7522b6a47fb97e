import type { supersessions } from "@/lib/amendments/supersessions";
import { ownPlace, type PlaceInTime } from "@/lib/holdings/in-time";
import type { FilingEntry } from "@/lib/record/filing";
import { rowKey, type SeriesRow } from "@/lib/record/row-in-filing";

/** After every row of the original: what an amendment adds to it. */
const ADDED = 1_000;

/**
 * The place in time of each row. What an amendment restates or adds happened at the time of the original, not when it was
 * corrected.
 */
export function placesInTime(
  entries: readonly FilingEntry[],
  { links, supersededBy }: ReturnType<typeof supersessions>,
): (source: SeriesRow) => PlaceInTime {
  if (links.size === 0) return ownPlace;
  const filings = new Map(entries.map(({ filing }) => [filing.accessionNumber, filing]));
  const restatedLine = new Map<string, number>();
  for (const [original, by] of supersededBy) {
    const line = Number(original.slice(original.lastIndexOf("-") + 1));
    restatedLine.set(by, Math.min(line, restatedLine.get(by) ?? line));
  }
  return (source) => {
    const root = filings.get(links.get(source.filing.accessionNumber)?.amends ?? "");
    if (!root) return ownPlace(source);
    const { orderedAt, accessionNumber } = root;
    return { orderedAt, accessionNumber, line: restatedLine.get(rowKey(source)) ?? ADDED + source.row.line };
  };
}
