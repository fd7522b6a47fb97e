import { noteText } from "@/lib/footnotes/vocabulary/note-text";
import type { PriceReading } from "@/lib/record/derived-filing";
import type { Field } from "@/lib/record/reported-row";
import type { PriceRange } from "@/lib/record/stated-facts";
import { parseDecimal } from "@/lib/values/decimal";
import { remembered } from "@/lib/values/remembered";
import { readPriceRanges } from "./price-ranges";
import { readWeightedAverage } from "./weighted-average";

const MOST_TEXTS = 2_000;

/** Many rows of a filing cite the same note. */
const isAverage = remembered((text) => readWeightedAverage(noteText(text)) !== null, MOST_TEXTS);

/** The ranges of prices that a note states. */
export const statedRanges = remembered(
  (text): readonly PriceRange[] => readPriceRanges(noteText(text))?.value ?? [],
  MOST_TEXTS,
);

/**
 * What the notes of a reported price say about it. A range counts only if they state one low and one high with the price in
 * between; otherwise a typing error in the filing would become a figure of ours.
 */
export function priceReading(
  { value, footnotes }: Field,
  notes: Readonly<Record<string, string>>,
): PriceReading | null {
  let reading: PriceReading | null = null;
  const ranges: { range: PriceRange; footnoteId: string }[] = [];
  for (const footnoteId of footnotes) {
    const text = notes[footnoteId];
    if (text === undefined) continue;
    if (isAverage(text)) reading ??= { isAverage: true, range: null, footnoteId };
    for (const range of statedRanges(text)) ranges.push({ range, footnoteId });
  }
  const [found, another] = ranges;
  if (!found || another || !isWithin(value, found.range)) return reading;
  return { isAverage: reading !== null, ...found };
}

function isWithin(price: string | null, { low, high }: PriceRange): boolean {
  const [at, from, to] = [price, low, high].map(parseDecimal);
  return Boolean(at && from && to && at.gte(from) && at.lte(to));
}
