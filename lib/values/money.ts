import type Big from "big.js";
import { parseDecimal } from "./decimal";
import { formatDecimal, formatShares, minus } from "./decimals";

const dollars = (text: string) => (text.startsWith(minus) ? `${minus}$${text.slice(1)}` : `$${text}`);

/** Prices and values are in US dollars, unless a footnote states another currency (ISO 4217 code). */
type Options = { currency?: string | null };

/** "$7.20", or "CAD 7.20". */
const money = (text: string, { currency = null }: Options): string =>
  currency === null
    ? dollars(text)
    : text.startsWith(minus)
      ? `${minus}${currency} ${text.slice(1)}`
      : `${currency} ${text}`;

/** Rounding must not turn a value into zero. If it would, we show cents, or else all digits. */
const rounded = (value: Big, places: number): string => {
  if (value.eq(0)) return "0";
  const enough = [places, 2].find((count) => !value.round(count).eq(0));
  return formatDecimal(value, enough);
};

/**
 * A price per share: two decimals in lists ("$18.40"), as filed on the filing's own page ("$39.0616"). A reported price of zero
 * is "$0" in lists. Text that is not a decimal is returned as filed.
 */
export const formatPrice = (
  price: string | null,
  { asFiled = false, ...options }: Options & { asFiled?: boolean } = {},
): string | null => {
  const value = parseDecimal(price);
  if (!value) return price;
  return money(asFiled ? (formatShares(price, { asFiled }) ?? "") : rounded(value, 2), options);
};

/** A value in whole dollars, "$486,529", or with cents if under a dollar. */
export const formatValue = (value: string | null, options: Options = {}): string | null => {
  const amount = parseDecimal(value);
  return amount ? money(rounded(amount, 0), options) : value;
};

type Scale = { size: string; letter: string; word: string };

const scales: Scale[] = [
  { size: "1e12", letter: "T", word: "trillion" },
  { size: "1e9", letter: "B", word: "billion" },
  { size: "1e6", letter: "M", word: "million" },
];

const million = 1_000_000;

/** "3.1" and its scale, or `null` under a million. From 999,950 a value counts as a million. */
const scaled = (value: Big): { digits: string; scale: Scale } | null => {
  for (const scale of scales) {
    const inScale = value.div(scale.size).round(1);
    if (inScale.abs().gte(1)) return { digits: formatDecimal(inScale, 1), scale };
  }
  return null;
};

const compact = (value: Big): string => {
  const large = scaled(value);
  if (large && value.abs().gte(million - 500)) return `${large.digits}${large.scale.letter}`;
  if (value.abs().gte(9_950)) return `${formatDecimal(value.div(1000), 0)}K`;
  if (value.abs().gte(1_000)) return `${formatDecimal(value.div(1000), 1)}K`;
  return rounded(value, 0);
};

/** A sum for summaries: "$3.1M", "$486K", "$950". */
export const formatSummary = (value: string | null): string | null => {
  const amount = parseDecimal(value);
  return amount ? dollars(compact(amount)) : value;
};

/** A sum for headlines: "$38.4 million"; under a million in whole dollars. */
export const formatSummaryInWords = (value: string | null): string | null => {
  const amount = parseDecimal(value);
  if (!amount) return value;
  const large = scaled(amount);
  if (large && amount.abs().gte(million - 500)) return dollars(`${large.digits} ${large.scale.word}`);
  return dollars(rounded(amount, 0));
};
