import { pattern } from "@/lib/values/pattern";

const UNITS = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen"
).split(" ");
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const NUMERALS = new Map([
  ...UNITS.map((name, value): [string, number] => [name, value]),
  ...TENS.map((name, index): [string, number] => [name, 10 * (index + 2)]),
  ["hundred", 100],
]);

const units = UNITS.slice(1).reverse();
/** The pattern of a number in words. */
export const numeral = pattern()`
  (?:${units}[\s-]+)? hundred (?:[\s-]+(?:and[\s-]+)?(?:${TENS}|${units}))? | ${TENS} (?:[\s-]+${units})? | ${units}
`;
/** The pattern of a number in figures or words, or both, as in "two (2)". The number is in its group. */
export const amount = pattern()`(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|${numeral}) (?:\s*\(\d+\))?`;

/** A number that a pattern above matched, in figures, with decimals as written. */
export function amountValue(written: string): string {
  if (/\d/.test(written)) return written.replaceAll(",", "");
  const words = written.toLowerCase().split(/[\s-]+/);
  const numbers = words.map((word) => NUMERALS.get(word)).filter((number) => number !== undefined);
  return String(numbers.reduce((sum, number) => (number === 100 ? Math.max(sum, 1) * 100 : sum + number), 0));
}
