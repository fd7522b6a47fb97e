import type { IgnoredValue, Params } from "./filing-filter";

/** What a list of transactions can show besides the filing date and the insider, by its name in the address. */
export const LIST_COLUMNS = [
  "issuer",
  "transaction",
  "traded",
  "security",
  "shares",
  "price",
  "value",
  "held",
  "change",
  "months",
  "notes",
  "role",
  "holder",
  "delay",
  "plan",
  "label",
  "industry",
  "first",
  "row",
  "accession",
] as const;

export type ListColumn = (typeof LIST_COLUMNS)[number];

/** Shown unless the reader chooses others. An address leaves them out. */
export const STANDARD_COLUMNS: readonly ListColumn[] = LIST_COLUMNS.slice(0, LIST_COLUMNS.indexOf("role"));

/** Always shown. The transaction also says what is wrong with a row, and which other filings report it. */
const ALWAYS = ["filed", "insider", "transaction"];

export const COLUMNS_PARAM = "columns";

/** The columns of an address, in its order. Unknown names are added to what is ignored. */
export function readColumns(params: Params, ignored: IgnoredValue[]): readonly ListColumn[] {
  const chosen = new Set<ListColumn>();
  for (const [param, raw] of params) {
    const value = raw.trim();
    if (param !== COLUMNS_PARAM || value === "") continue;
    const column = LIST_COLUMNS.find((name) => name === value);
    if (column) chosen.add(column);
    else if (!ALWAYS.includes(value))
      ignored.push({ kind: "value", name: COLUMNS_PARAM, value, reason: `not one of ${LIST_COLUMNS.join(", ")}` });
  }
  if (chosen.size === 0) return STANDARD_COLUMNS;
  return chosen.has("transaction") ? [...chosen] : ["transaction", ...chosen];
}

export const isStandard = (columns: readonly ListColumn[]) => columns.join() === STANDARD_COLUMNS.join();

/** The columns as name and value pairs of an address. */
export const columnParams = (columns: readonly ListColumn[]): [string, string][] =>
  isStandard(columns) ? [] : columns.map((column) => [COLUMNS_PARAM, column]);

/** The address of a list, with its columns. */
export function withColumns(url: string, columns: readonly ListColumn[]): string {
  const query = new URLSearchParams(columnParams(columns)).toString();
  if (query === "") return url;
  const [address = "", at] = url.split("#");
  return `${address}${address.includes("?") ? "&" : "?"}${query}${at === undefined ? "" : `#${at}`}`;
}
