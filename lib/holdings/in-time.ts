import { inFilingOrder, type SeriesRow } from "@/lib/record/row-in-filing";
import { compareText } from "@/lib/values/compare-text";

/**
 * The place of a row in time: for an amendment the place of the filing that it amends, and for a restated row the place of the
 * original row.
 */
export type PlaceInTime = { orderedAt: string; accessionNumber: string; line: number };

export const ownPlace = ({ row, filing: { orderedAt, accessionNumber } }: SeriesRow): PlaceInTime => ({
  orderedAt,
  accessionNumber,
  line: row.line,
});

/**
 * Rows in the order in which balances follow each other: by trade date, with a holding after the trades of its filing; then by
 * acceptance; then as filed. A row without a date uses the period of its report.
 */
export function inTime(
  rows: readonly SeriesRow[],
  placeOf: (source: SeriesRow) => PlaceInTime = ownPlace,
): SeriesRow[] {
  const lastTrade = new Map<string, string>();
  for (const { row, filing } of rows) {
    const date = row.transactionDate.value;
    if (row.kind !== "transaction" || date === null) continue;
    if (date > (lastTrade.get(filing.accessionNumber) ?? "")) lastTrade.set(filing.accessionNumber, date);
  }
  const day = ({ row, filing }: SeriesRow): string => {
    const period = filing.periodOfReport ?? filing.filingDate ?? "";
    if (row.kind === "transaction") return row.transactionDate.value ?? period;
    const traded = lastTrade.get(filing.accessionNumber) ?? "";
    return compareText(traded, period) > 0 ? traded : period;
  };
  return rows
    .map((source) => ({ source, day: day(source), place: placeOf(source) }))
    .sort(
      (a, b) =>
        compareText(a.day, b.day) ||
        compareText(a.place.orderedAt, b.place.orderedAt) ||
        compareText(a.place.accessionNumber, b.place.accessionNumber) ||
        compareText(a.source.row.tableNumber, b.source.row.tableNumber) ||
        a.place.line - b.place.line ||
        inFilingOrder(a.source, b.source),
    )
    .map(({ source }) => source);
}
