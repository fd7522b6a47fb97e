import { parseDecimal } from "@/lib/edgar/decimal";
import { inFilingOrder, rowDate, type SeriesRow } from "@/lib/series/series-row";
import { securityName } from "./holding-line";

/**
 * Whether between two rows of a line something moved that reports no balance of its own: then the later balance cannot be
 * checked against the earlier one.
 */
export const isInterrupted = (source: SeriesRow, prior: SeriesRow, among: readonly SeriesRow[]): boolean =>
  among.some((other) => movesUnseen(other, source, prior));

/** A transaction of the same security and form of ownership, between two rows, that reports no balance of its own. */
function movesUnseen(other: SeriesRow, source: SeriesRow, prior: SeriesRow): boolean {
  if (other.row.kind !== "transaction" || parseDecimal(other.row.sharesOwnedFollowing.value) !== null) return false;
  const isSameFamily =
    other.issuerCik === source.issuerCik &&
    other.row.tableNumber === source.row.tableNumber &&
    other.row.directOrIndirect.value === source.row.directOrIndirect.value &&
    securityName(other.row.securityTitle.value) === securityName(source.row.securityTitle.value);
  if (!isSameFamily || !isBefore(other, source)) return false;
  return prior.filing.accessionNumber !== source.filing.accessionNumber || isBefore(prior, other);
}

/** In time, then as filed. What has no date is placed on its own filing alone, by the form's order. */
function isBefore(a: SeriesRow, b: SeriesRow): boolean {
  const [one, other] = [rowDate(a), rowDate(b)];
  if (one !== null && other !== null && one !== other) return one < other;
  const isUndated = one === null || other === null;
  if (isUndated && a.filing.accessionNumber !== b.filing.accessionNumber) return false;
  return inFilingOrder(a, b) < 0;
}
