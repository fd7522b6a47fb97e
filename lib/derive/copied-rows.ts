import type { Supersessions } from "@/lib/amendments/supersessions";
import { sameTrades } from "@/lib/events/same-trades";
import { type CheckedRow, checkedInPlaceOf } from "@/lib/holdings/line-checks";
import type { FilingEntry } from "@/lib/record/filing";
import { inFilingOrder, rowKey, type SeriesRow } from "@/lib/record/row-in-filing";
import { decimalText } from "@/lib/values/ten-thousandths";

/**
 * Rows that repeat a trade of another connected filing, each with the row that represents the trade on its line: the counted row,
 * or, if an amendment corrected one of them, the corrected row.
 */
export function copiedRows(
  entries: readonly FilingEntry[],
  rows: readonly SeriesRow[],
  { supersededBy, restating }: Supersessions,
): ReadonlyMap<string, string> {
  const copies = new Map<string, string>();
  const reports = new Map<string, string[]>();
  for (const [key, { counted }] of sameTrades(entries, supersededBy)) {
    const known = reports.get(counted);
    if (known) known.push(key);
    else reports.set(counted, [key]);
  }
  let sources: Map<string, SeriesRow> | null = null;
  for (const [counted, keys] of reports) {
    let onLine = counted;
    if (restating.size > 0 && keys.some((key) => restating.has(key))) {
      sources ??= new Map(rows.map((source) => [rowKey(source), source]));
      onLine = lastRestating(keys, restating, sources) ?? counted;
    }
    for (const key of keys) if (key !== onLine) copies.set(key, onLine);
  }
  return copies;
}

function lastRestating(
  keys: readonly string[],
  restating: ReadonlySet<string>,
  sources: ReadonlyMap<string, SeriesRow>,
): string | null {
  const stating = keys
    .flatMap((key) => (restating.has(key) ? (sources.get(key) ?? []) : []))
    .filter(({ row }) => decimalText(row.sharesOwnedFollowing.value) !== null)
    .sort(inFilingOrder);
  const last = stating.at(-1);
  return last ? rowKey(last) : null;
}

/** A repeated trade has the same place on the line as that row, and follows from the same balance. */
export function copiedChecks(
  checked: readonly CheckedRow[],
  copies: ReadonlyMap<string, string>,
  rows: readonly SeriesRow[],
): CheckedRow[] {
  if (copies.size === 0) return [];
  const onLine = new Map(checked.map((row) => [rowKey(row.source), row]));
  return rows.flatMap((source) => {
    const original = onLine.get(copies.get(rowKey(source)) ?? "");
    return original ? [checkedInPlaceOf(original, source)] : [];
  });
}
