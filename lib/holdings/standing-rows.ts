import { rowKey, type SeriesRow } from "@/lib/record/row-in-filing";

/** Rows that no amendment replaced. */
export const standingRows = (rows: readonly SeriesRow[]): SeriesRow[] =>
  rows.filter(({ derived }) => derived.supersededBy === null);

/**
 * Current rows, with each trade once: the report that counts or, if it is not among these rows, the first that is.
 */
export function countedRows(rows: readonly SeriesRow[]): SeriesRow[] {
  const standing = standingRows(rows);
  const chosen = new Map<string, string>();
  for (const source of standing) {
    const counted = source.derived.event?.counted;
    if (counted === undefined) continue;
    const key = rowKey(source);
    if (!chosen.has(counted) || key === counted) chosen.set(counted, key);
  }
  return standing.filter((source) => {
    const counted = source.derived.event?.counted;
    return counted === undefined || chosen.get(counted) === rowKey(source);
  });
}
