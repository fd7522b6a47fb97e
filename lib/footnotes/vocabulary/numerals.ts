import { pattern } from "@/lib/values/pattern";

const UNITS = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen"
).split(" ");
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const NUMERALS = new Map([
  ...UNITS.map((name, value): [string, number] => [name, value]),
  ...TENS.map((name, index): [string, number] => [name, 10 * (index + 2)]),
]);
const SCALES = new Map([
  ["thousand", 1_000],
  ["million", 1_000_000],
]);

const units = UNITS.slice(1).reverse();
const upToHundred = pattern()`${TENS} (?:[\s-]+${units})? | ${units} | hundred`;
/** The denominators of parts by their names: of "one-third" it is 3. */
export const DENOMINATORS: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["third", 3],
  ["fourth", 4],
  ["quarter", 4],
  ["fifth", 5],
  ["tenth", 10],
  ["twentieth", 20],
  ["hundredth", 100],
  ["thousandth", 1_000],
]);

/**
 * The pattern of a number in words. It is part of dozens of patterns, each several times, and so as short as it can be: V8 no longer
 * optimizes patterns when there is a megabyte of them.
 */
export const numeral = pattern()`
  (?:${upToHundred}) (?:[\s-]+(?:hundred|${[...SCALES.keys()]}) (?:[\s-]+(?:and[\s-]+)?(?:${upToHundred}))?){0,4}
`;
/** "2.5 million", "a dozen": behind a number that is only a part of the one written. Such a number is not read. */
export const isWhole = pattern()`(?!\s+(?:hundred|thousand|million|billion|dozen)\b)`;
/** The pattern of a number in figures or words, or both, as in "two (2)". The number is in its group. */
export const amount = pattern()`(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|${numeral}) ${isWhole} (?:\s*\([\d,]+\))?`;

/** A number that a pattern above matched, in figures, with decimals as written. */
export function amountValue(written: string): string {
  if (/\d/.test(written)) return written.replaceAll(",", "");
  let [whole, below] = [0, 0];
  for (const word of written.toLowerCase().split(/[\s-]+/)) {
    const scale = SCALES.get(word);
    if (scale !== undefined) [whole, below] = [whole + below * scale, 0];
    else if (word === "hundred") below = Math.max(below, 1) * 100;
    else below += NUMERALS.get(word) ?? 0;
  }
  return String(whole + below);
}
