import { readPriceRanges } from "@/lib/footnotes/price/price-ranges";
import { noteText } from "@/lib/footnotes/vocabulary/note-text";
import { parseDecimal } from "@/lib/values/decimal";
import type { PaperCheck } from "@/paper/form/paper-reading";
import { pointerTo, type RowToCheck } from "./read-row";

/** A price beside a note that gives one range lies within it. */
export function priceChecks(rows: RowToCheck[], notes: ReadonlyMap<string, string>): PaperCheck[] {
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
