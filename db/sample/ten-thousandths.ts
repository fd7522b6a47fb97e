/**
 * A decimal of at most four places as a whole number of ten-thousandths. The ownership schema stores no more places, so
 * shares, prices and dollars all fit, and every sum is exact.
 */
export type TenThousandths = number;

const ONE = 10_000;

export const whole = (count: number): TenThousandths => count * ONE;
export const cents = (count: number): TenThousandths => count * 100;

export const share = (amount: TenThousandths, part: number): TenThousandths => Math.round(amount * part);

/** The part of an amount, rounded to whole shares. */
export const wholePart = (amount: TenThousandths, part: number): TenThousandths =>
  Math.round((amount * part) / ONE) * ONE;

export const toNumber = (amount: TenThousandths) => amount / ONE;

/** `13200`, `39.0616`, `0.5`; with `places`, at least so many: `106150.00`. */
export function decimalText(amount: TenThousandths, places = 0): string {
  const digits = String(amount).padStart(5, "0");
  const fraction = digits.slice(-4).replace(/0+$/, "").padEnd(places, "0");
  const integer = digits.slice(0, -4);
  return fraction === "" ? integer : `${integer}.${fraction}`;
}

/** As notes write it: `1,234.50`. */
export function groupedText(amount: TenThousandths, places = 0): string {
  const [integer = "", fraction] = decimalText(amount, places).split(".");
  const grouped = integer.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

export const dollars = (price: TenThousandths) => `$${groupedText(price, 2)}`;
