import type Big from "big.js";
import { parseDecimal } from "./decimal";

/** U+2212, as wide as a digit and a plus sign. */
export const minus = "−";

const group = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ",");

/** Plain decimal text with grouped thousands and a true minus: "-13200.5" gives "−13,200.5". */
const groupDecimal = (decimal: string): string => {
  const [whole = "", fraction] = decimal.replace("-", "").split(".");
  const sign = decimal.startsWith("-") ? minus : "";
  return `${sign}${group(whole)}${fraction === undefined ? "" : `.${fraction}`}`;
};

/** Grouped text of an exact number, with `places` decimals or as many as it has. */
export const formatDecimal = (value: Big, places?: number): string => groupDecimal(value.toFixed(places));

/**
 * A number of shares. Lists drop trailing zeros ("13,200.5"), and a filing's own page keeps them (`asFiled`, "13,200.5000"). Text
 * that is not a decimal is returned as filed.
 */
export const formatShares = (shares: string | null, { asFiled = false } = {}): string | null => {
  const value = parseDecimal(shares);
  if (!value || shares === null) return shares;
  return asFiled ? groupDecimal(shares.trim().replaceAll(",", "")) : formatDecimal(value);
};

/** A change with its sign: "+7,500", "−7,500". Zero has no sign. */
export const formatSigned = (change: string | null): string | null => {
  const value = parseDecimal(change);
  if (!value) return change;
  return value.gt(0) ? `+${formatDecimal(value)}` : formatDecimal(value.eq(0) ? value.abs() : value);
};

/**
 * Shares of a transaction, signed by the letter in column 4: A "+7,500", D "−7,500". Without a letter the direction is not
 * reported, and the number has no sign.
 */
export const formatSharesChange = (shares: string | null, acquiredDisposedCode: string | null): string | null => {
  const value = parseDecimal(shares);
  if (!value) return shares;
  if (acquiredDisposedCode === "A") return formatSigned(value.toFixed());
  if (acquiredDisposedCode === "D") return formatSigned(value.times(-1).toFixed());
  return formatDecimal(value);
};

const LARGE: readonly (readonly [size: string, word: string])[] = [
  ["1e9", "billion"],
  ["1e6", "million"],
];

/** A sum in a sentence: "7,663", and from a million on with three digits, "10.4 million". */
export function formatCountInWords(count: Big): string {
  for (const [size, word] of LARGE) {
    if (count.gte(size)) return `${formatDecimal(count.div(size).prec(3))} ${word}`;
  }
  return formatDecimal(count);
}
