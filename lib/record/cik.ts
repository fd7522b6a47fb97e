/** A CIK without leading zeros, the form we use everywhere except in a filing's `document`. */
export type Cik = string & { readonly cik: unique symbol };

/** Reads 1 to 10 digits, with or without leading zeros. Returns `null` for anything else, and for zero. */
export function parseCik(text: string): Cik | null {
  const trimmed = text.trim();
  if (!/^\d{1,10}$/.test(trimmed)) return null;
  const digits = trimmed.replace(/^0+/, "");
  return digits === "" ? null : (digits as Cik);
}

/** As EDGAR prints it, with ten digits. */
export const printCik = (cik: string) => cik.padStart(10, "0");
