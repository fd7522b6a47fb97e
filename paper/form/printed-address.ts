import type { PrintedCell } from "./printed-form";

/** City, state and zip of one printed line, as far as we can separate them. */
export type PrintedAddress = {
  city: string | null;
  /** A code of two characters. */
  state: string | null;
  /** A state or country in words, which newer pages print in place of its code. */
  stateDescription: string | null;
  zip: string | null;
};

const CODE_AND_ZIP = /^([A-Z][A-Z0-9])(?:\s+(\S.*))?$/;
const WORDS_AND_ZIP = /^([^\d]*[^\d\s])(?:\s+(\S*\d.*))?$/;

/**
 * `MT. PLEASANT, MI 48858` and `LONDON, UNITED KINGDOM W1J 5PT`. Null if the line has no comma before the state, because nothing
 * else shows where the city ends.
 */
export function printedAddress({ text }: PrintedCell): PrintedAddress | null {
  const comma = text.lastIndexOf(",");
  if (comma < 0) return null;
  const city = text.slice(0, comma).trim() || null;
  const rest = text.slice(comma + 1).trim();
  if (rest === "") return { city, state: null, stateDescription: null, zip: null };
  const coded = CODE_AND_ZIP.exec(rest);
  if (coded) return { city, state: coded[1] ?? null, stateDescription: null, zip: coded[2] ?? null };
  const worded = WORDS_AND_ZIP.exec(rest);
  if (worded) return { city, state: null, stateDescription: worded[1] ?? null, zip: worded[2] ?? null };
  return { city, state: null, stateDescription: null, zip: rest };
}
