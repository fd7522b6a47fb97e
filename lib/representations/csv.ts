import { stringify } from "csv-stringify/sync";

/**
 * Text that a spreadsheet could run as a formula: with a sign at its beginning (also in full width, which some programs treat
 * alike), or after what some take for the end of a cell. Numbers, including negative ones, are not formulas.
 */
const isFormula = (cell: string) =>
  /^(?:[\t\r]|[\s;|,"']*[=+\-@＝＋－＠])/u.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell);

/** Lines according to RFC 4180. A cell that a spreadsheet would run gets an apostrophe in front. */
export function csvLines(rows: (string | null)[][]): string {
  const safe = rows.map((row) => row.map((cell) => (cell !== null && isFormula(cell) ? `'${cell}` : cell)));
  // A single-character line break is not the delimiter, but must also be quoted.
  return stringify(safe, { record_delimiter: "\r\n", quoted_match: /[\r\n]/ });
}
