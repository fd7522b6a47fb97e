/** `0000320193-25-000012`, or `local-` and 12 hex digits of the file's SHA-256 if no number is known. */
export type AccessionNumber = string & { readonly accessionNumber: unique symbol };

const DASHED = /^\d{10}-\d{2}-\d{6}$/;
const DIGITS = /^\d{18}$/;
const LOCAL = /^local-[0-9a-f]{12}$/;

/** Reads a number as the SEC prints it, as 18 digits, or one of ours. Only surrounding spaces are ignored. */
export function parseAccessionNumber(text: string): AccessionNumber | null {
  const trimmed = text.trim();
  if (DASHED.test(trimmed) || LOCAL.test(trimmed)) return trimmed as AccessionNumber;
  if (!DIGITS.test(trimmed)) return null;
  return `${trimmed.slice(0, 10)}-${trimmed.slice(10, 12)}-${trimmed.slice(12)}` as AccessionNumber;
}

/** The first accession number in a text, such as an EDGAR address: with dashes, or 18 digits on their own. */
export function accessionNumberInText(text: string): AccessionNumber | null {
  const found = text.match(/(?<!\d)(?:\d{10}-\d{2}-\d{6}|\d{18})(?!\d)/);
  return found ? parseAccessionNumber(found[0]) : null;
}

/** The first accession number in a file's name: `0000320193-25-000012.txt`, `000032019325000012.xml`. */
export const accessionNumberInFileName = (fileName: string): AccessionNumber | null =>
  accessionNumberInText(fileName.split(/[\\/]/).pop() ?? "");

/** Our own number for a document that came without one. */
export const localAccessionNumber = (sha256Hex: string) => `local-${sha256Hex.slice(0, 12)}` as AccessionNumber;

export const isLocalAccessionNumber = (accessionNumber: string) => accessionNumber.startsWith("local-");

/** The number we assigned to the one real document that comes with the product, from the SHA-256 of `saxon-form4.txt`. */
export const SAXON_NUMBER = "local-584874a9eec4";
