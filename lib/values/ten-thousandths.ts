import { parseDecimal } from "./decimal";

export const ONE = 10_000;

/** With four decimals added, the sum of two is still a whole number that a float represents exactly. */
const MOST_DIGITS = 11;
const MOST_DECIMALS = 4;

const DASH = 45;
const DOT = 46;
const ZERO = 48;

/**
 * A decimal as a whole number of ten-thousandths: exact, and without an object, for the millions of rows that derivation adds up.
 * NaN for a text with more digits or another spelling, which `parseDecimal` reads.
 */
export function tenThousandths(text: string | null): number {
  if (text === null) return Number.NaN;
  const isNegative = text.charCodeAt(0) === DASH;
  const start = isNegative ? 1 : 0;
  let digits = 0;
  let number = 0;
  let point = -1;
  for (let at = start; at < text.length; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit >= 0 && digit <= 9) {
      number = number * 10 + digit;
      digits++;
    } else if (digit === DOT - ZERO && point < 0 && digits > 0) point = digits;
    else return Number.NaN;
  }
  const whole = point < 0 ? digits : point;
  const decimals = digits - whole;
  if (digits === 0 || whole > MOST_DIGITS || decimals > MOST_DECIMALS || point === digits) return Number.NaN;
  for (let at = decimals; at < MOST_DECIMALS; at++) number *= 10;
  return isNegative ? -number : number;
}

/** In the format of `Big.toFixed`. */
export function printTenThousandths(number: number): string {
  if (number % ONE === 0) return String(number / ONE);
  const digits = String(Math.abs(number)).padStart(MOST_DECIMALS + 1, "0");
  const decimals = digits.slice(-MOST_DECIMALS).replace(/0+$/, "");
  return `${number < 0 ? "-" : ""}${digits.slice(0, -MOST_DECIMALS)}.${decimals}`;
}

/**
 * A decimal without the zeros, commas and signs of its spelling, so that equal decimals have equal texts. Null if it is not a
 * decimal.
 */
export function decimalText(text: string | null): string | null {
  const number = tenThousandths(text);
  return Number.isNaN(number) ? (parseDecimal(text)?.toFixed() ?? null) : printTenThousandths(number);
}
