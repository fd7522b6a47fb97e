import type { OwnershipDocument } from "@/lib/edgar/ownership-document";
import { readPriceRanges } from "@/lib/footnotes/price/price-ranges";
import { noteText } from "@/lib/footnotes/vocabulary/note-text";
import { parseDecimal } from "@/lib/values/decimal";
import { pointerTo, type RowToCheck } from "@/paper/checks/read-row";
import type { PaperCheck } from "@/paper/form/paper-reading";
import { balanceChecks } from "./balance-checks";
import { dateChecks } from "./date-checks";
import { exerciseChecks } from "./exercise-checks";
import { noteChecks } from "./note-checks";
import { readRow } from "./read-row";

/**
 * The checks that a form allows: sums of balances, exercises in both tables, prices in the ranges of their footnotes, and dates.
 */
export function checksOf(document: OwnershipDocument): PaperCheck[] {
  const [tableI, tableII] = (["nonDerivativeTable", "derivativeTable"] as const).map((table) =>
    document[table].map((row, index) => readRow(row, `/${table}/${index}`)),
  );
  const notes = new Map(document.footnotes.map(({ id, text }) => [id ?? "", text ?? ""]));
  const rows = [...(tableI ?? []), ...(tableII ?? [])];
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return [
    ...balanceChecks(tableI ?? []),
    ...balanceChecks(tableII ?? []),
    ...exerciseChecks(tableI ?? [], tableII ?? []),
    ...priceChecks(rows, notes),
    ...noteChecks(document.footnotes),
    ...dateChecks(
      text(document.documentType),
      text(document.periodOfReport),
      rows,
      document.ownerSignature.map(({ signatureDate }) => text(signatureDate)),
    ),
  ];
}

/** A price whose footnote gives one range must be within it. */
function priceChecks(rows: RowToCheck[], notes: ReadonlyMap<string, string>): PaperCheck[] {
  return rows.flatMap((row) => {
    const price = parseDecimal(row.price);
    const ranges = row.priceNotes.flatMap((id) => readPriceRanges(noteText(notes.get(id) ?? ""))?.value ?? []);
    const [range, another] = ranges;
    const [low, high] = [parseDecimal(range?.low ?? null), parseDecimal(range?.high ?? null)];
    if (!price || !range || another || !low || !high) return [];
    const agrees = price.gte(low) && price.lte(high);
    const words = `the price ${row.price} ${agrees ? "lies" : "does not lie"} within ${range.low} to ${range.high} of its note`;
    return [{ pointers: [pointerTo(row, "price")], outcome: agrees ? "confirmed" : "contradicted", message: words }];
  });
}
