import Big from "big.js";

const spelling = /^[+-]?(\d+(,\d{3})*(\.\d*)?|\.\d+)$/;

/** In characters: far longer than any filed number, and far below the limit of PostgreSQL's numeric. */
export const LONGEST_NUMBER = 500;

/** A decimal as filed (`.5`, `+5`, `1,000`, `13200.5000`), exact; `null` if it is missing or not a plain decimal. */
export const parseDecimal = (text: string | null): Big | null => {
  const trimmed = text?.trim() ?? "";
  if (trimmed.length > LONGEST_NUMBER || !spelling.test(trimmed)) return null;
  return new Big(trimmed.replaceAll(",", "").replace(/^\+/, "").replace(/\.$/, ""));
};

/** The exact sum of the values that are known; `null` if none is. */
export const sumOfKnown = (values: readonly (string | null)[]): string | null => {
  const known = values.map(parseDecimal).filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total.plus(value), new Big(0)).toFixed();
};
