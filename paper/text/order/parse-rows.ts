import type { AnyColumn, Slot } from "./row-patterns";
import { isNature, isOnlyTitle } from "./security-title";
import type { TableToken } from "./table-tokens";

export type ParsedRow = {
  slots: { column: AnyColumn; token: TableToken }[];
  /** Columns that the row may fill with a text of another row: none of them is empty. */
  untold?: AnyColumn[];
  from: number;
  to: number;
};

/** All ways in which the tokens from `from` on are one row, with every text in the order of the form's columns. */
export function rowsFrom(tokens: TableToken[], from: number, patterns: Slot[][]): ParsedRow[] {
  const found: ParsedRow[] = [];
  const fill = (slots: Slot[], at: number, filled: ParsedRow["slots"]) => {
    const [slot, ...others] = slots;
    if (!slot) {
      if (isAmountBesideLetter(filled)) found.push({ slots: filled, from, to: at });
      return;
    }
    const token = tokens[at];
    if (token && isFor(slot, token, tokens[at - 1])) fill(others, at + 1, [...filled, { column: slot.column, token }]);
    if (slot.isOptional) fill(others, at, filled);
  };
  for (const pattern of patterns) fill(pattern, from, []);
  return found;
}

/** A letter on one line with a number is the amount's: amount and balance cannot be taken for each other. */
function isAmountBesideLetter(slots: ParsedRow["slots"]): boolean {
  const lineOf = (column: AnyColumn) => {
    const place = slots.find((slot) => slot.column === column)?.token.cell.places[0];
    return place && `${place.page} ${place.line}`;
  };
  const at = (column: AnyColumn) => slots.findIndex((slot) => slot.column === column);
  const [amount, owned] = [lineOf("amount"), lineOf("owned")];
  if (amount === undefined || owned === undefined) return true;
  const isAmountBeside = amount === lineOf("acquiredDisposed");
  const isOwnedBeside = owned === lineOf("directOrIndirect");
  return at("owned") < at("amount") ? isAmountBeside && !isOwnedBeside : isAmountBeside || !isOwnedBeside;
}

/** True for a text that can stand in the column. */
export function isFor(slot: Slot, token: TableToken, before: TableToken | undefined): boolean {
  if (!slot.kinds.includes(token.kind)) return false;
  if (token.kind === "words" && slot.column === "securityTitle" && isNature(token.cell.text)) return false;
  if (token.kind === "words" && slot.column === "nature" && isOnlyTitle(token.cell.text)) return false;
  if (token.kind === "letter") return slot.letters?.test(token.cell.text) === true;
  if (token.kind === "price" && token.cell.text === "$" && token.cell.marks.length === 0) return false;
  if (token.kind !== "marks") return true;
  const isBelowValue = before !== undefined && before.block === token.block && before.kind !== "marks";
  return slot.isInSameBlock === true ? isBelowValue : !isBelowValue || slot.column === "stray";
}

/** The one way to part all tokens into rows; null where there is none, or more than one. */
export function onlyParting(tokens: TableToken[], patterns: Slot[][]): ParsedRow[] | null {
  const ways: ParsedRow[][][] = tokens.map(() => []);
  ways.push([[]]);
  for (let at = tokens.length - 1; at >= 0; at--) {
    const here = ways[at] ?? [];
    for (const row of rowsFrom(tokens, at, patterns)) {
      for (const rest of ways[row.to] ?? []) if (here.length < 3) here.push([row, ...rest]);
    }
  }
  const [only, another] = ways[0] ?? [];
  return only && !another ? only : null;
}
