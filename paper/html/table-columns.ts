import type { TableIColumn, TableIIColumn } from "@/paper/form/printed-form";

/** The columns by the words that the SEC has used in their headings on Forms 3, 4 and 5. The first match counts. */
const TABLE_I_HEADINGS: [RegExp, TableIColumn][] = [
  [/^title of security/, "securityTitle"],
  [/deemed execution date/, "deemedExecutionDate"],
  [/^transaction date/, "transactionDate"],
  [/^transaction code.* v$/, "v"],
  [/^transaction code/, "code"],
  [/^securities acquired.* amount$/, "amount"],
  [/^securities acquired.* \(a\) or \(d\)$/, "acquiredDisposed"],
  [/^securities acquired.* price$/, "price"],
  [/^amount of securities/, "owned"],
  [/^ownership form/, "directOrIndirect"],
  [/^nature of/, "nature"],
];

const TABLE_II_HEADINGS: [RegExp, TableIIColumn][] = [
  [/^title of derivative/, "securityTitle"],
  [/^conversion or exercise price/, "exercisePrice"],
  [/deemed execution date/, "deemedExecutionDate"],
  [/^transaction date/, "transactionDate"],
  [/^transaction code.* v$/, "v"],
  [/^transaction code/, "code"],
  [/^number of derivative securities acquired.* \(a\)$/, "amountAcquired"],
  [/^number of derivative securities acquired.* \(d\)$/, "amountDisposed"],
  [/^date exercisable and expiration.* date exercisable$/, "exerciseDate"],
  [/^date exercisable and expiration.* expiration date$/, "expirationDate"],
  [/^title and amount of.* title$/, "underlyingTitle"],
  [/^title and amount of.* (?:amount or number of shares|amount|number of shares)$/, "underlyingShares"],
  [/^price of derivative/, "price"],
  [/^number of derivative securities beneficially/, "owned"],
  [/^ownership form/, "directOrIndirect"],
  [/^nature of/, "nature"],
];

const columnOf =
  <Column>(headings: [RegExp, Column][]) =>
  (heading: string): Column | null =>
    headings.find(([words]) => words.test(heading))?.[1] ?? null;

/** `4. Transaction Code (Instr. 8)` over `V` is passed as one heading, without markup and in lower case. */
export const plainHeading = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\(\s*instr[^)]*\)|\(month\/day\/year\)/g, " ")
    .replace(/(^|\s)\d{1,2}a?\.\s*/g, " ")
    .replace(/\s+/g, " ")
    .trim();

export const tableIColumn = columnOf(TABLE_I_HEADINGS);
export const tableIIColumn = columnOf(TABLE_II_HEADINGS);
