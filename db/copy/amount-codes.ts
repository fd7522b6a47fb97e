import Big from "big.js";
import { parseDecimal } from "@/lib/values/decimal";

/** The code of an amount that is not known. It is below all others. */
export const NO_AMOUNT = -0x8000;

const [FIRST_POWER, POWERS] = [-3, 16];
const A_POWER = 900;

/** Every number with at most three digits from 0.001 to 10 trillion, ascending. */
const BOUNDS = Float64Array.from(
  { length: POWERS * A_POWER + 1 },
  // From text, because 0.07 is not seven times 0.01.
  (_, at) => Number(`${100 + (at % A_POWER)}e${FIRST_POWER - 2 + Math.floor(at / A_POWER)}`),
);

/**
 * The code of an amount, in two bytes. A bound has an even code, and what lies between two of them has the odd code between theirs.
 * A negative amount has the negative code. Codes therefore compare with that of a bound as the amounts do with the bound.
 * @param amount NaN if it is not known
 */
export function amountCode(amount: number): number {
  if (Number.isNaN(amount)) return NO_AMOUNT;
  const size = Math.abs(amount);
  const code = size === 0 ? 0 : codeOf(size);
  return amount < 0 ? -code : code;
}

function codeOf(size: number): number {
  if (size < (BOUNDS[0] as number)) return 1;
  // Close, because neither the logarithm nor the quotient is exact.
  const power = Math.floor(Math.log10(size));
  const close = (power - FIRST_POWER) * A_POWER + Math.floor(size / 10 ** (power - 2)) - 100;
  let at = Math.max(0, Math.min(close, BOUNDS.length - 1));
  while ((BOUNDS[at] as number) > size) at--;
  while (at + 1 < BOUNDS.length && (BOUNDS[at + 1] as number) <= size) at++;
  return 2 * (at + 1) + (BOUNDS[at] === size ? 0 : 1);
}

/** The code of a bound, as text; null if it is none, so that codes cannot be compared with it. */
export function boundCode(text: string): number | null {
  const amount = parseDecimal(text);
  if (amount === null || amount.c.length > 3) return null;
  const code = amountCode(amount.toNumber());
  return code % 2 === 0 ? code : null;
}

/** The same of an amount as text. */
export const codeOfText = (text: string): number => {
  const amount = parseDecimal(text);
  if (amount === null) return NO_AMOUNT;
  const whole = amount.round(0, Big.roundDown);
  const isRoundedUp = amount.abs().gte(ROUNDED_UP) && !amount.eq(whole);
  return amountCode(isRoundedUp ? whole.toNumber() + amount.s / 2 : amount.toNumber());
};

/** Beyond, a fraction could be rounded up to the next whole number, which may be a bound. Any fraction becomes a half instead. */
const ROUNDED_UP = 10_000_000;

/** SQL for an amount that `amountCode` can read. */
export const readableAmount = (name: string) =>
  `coalesce(case when abs(${name}) >= ${ROUNDED_UP} and ${name} <> floor(${name}) then floor(${name})::double + 0.5
    else ${name}::double end, 'nan'::double)`;
