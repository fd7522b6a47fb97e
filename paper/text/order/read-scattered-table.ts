import type { PrintedRow } from "@/paper/printed-form";
import { type ParsedRow, rowsFrom } from "./parse-rows";
import { groupsFrom } from "./row-groups";
import type { Slot } from "./row-patterns";
import type { TableToken } from "./table-tokens";

/** A part of a table: one row whose texts came out in order, some that came out together, or texts of some rows that did not. */
export type TablePart = { row: ParsedRow } | { group: ParsedRow[] } | { scattered: TableToken[] };

type Way = { left: number; parts: TablePart[]; isOnly: boolean };

/** Whether texts can be whole rows, told by how many there are of each kind. */
export type CanBeRows = (counts: TokenCounts) => boolean;
export type TokenCounts = {
  titles: number;
  dates: number;
  letters: number;
  numbers: number;
  prices: number;
};

/**
 * Parts the texts of a table into rows that came out in order and stretches that can be whole rows in some order, so that as few
 * texts as can be are in such stretches. Null where there is no such parting, or another as good.
 */
export function tableParts(
  tokens: TableToken[],
  patterns: Slot[][],
  isTitle: (text: string) => boolean,
  canBeRows: CanBeRows,
): TablePart[] | null {
  const parts =
    partsOf(tokens, patterns, isTitle, canBeRows, tokens.length <= MOST_TOKENS) ??
    partsOf(tokens, patterns, isTitle, canBeRows, false);
  const isAllScattered = !parts || parts.every((part) => "scattered" in part);
  return (isAllScattered ? partsWithTail(tokens, patterns, isTitle, canBeRows) : null) ?? parts;
}

/** So many values of the first rows may have come out below all others. */
const LONGEST_TAIL = 6;

/** More texts than a page has of a table. */
const MOST_TOKENS = 400;

/** Where the last values of a table, of one column, are of none of its last rows, they are what the scattered rows at its head lack. */
function partsWithTail(
  tokens: TableToken[],
  patterns: Slot[][],
  isTitle: (text: string) => boolean,
  canBeRows: CanBeRows,
): TablePart[] | null {
  for (let length = 2; length <= LONGEST_TAIL && tokens.length <= MOST_TOKENS; length++) {
    const tail = tokens.slice(-length);
    if (tail.some(({ kind }) => kind !== tail[0]?.kind || kind === "words")) return null;
    const parts = partsOf([...tail, ...tokens.slice(0, -length)], patterns, isTitle, canBeRows, false);
    const [head, ...rest] = parts ?? [];
    const isOfHead = head && "scattered" in head && head.scattered.length > length;
    if (isOfHead && rest.filter((part) => "row" in part).length > 1)
      return [{ scattered: [...head.scattered.slice(length), ...tail] }, ...rest];
  }
  return null;
}

function partsOf(
  tokens: TableToken[],
  patterns: Slot[][],
  isTitle: (text: string) => boolean,
  canBeRows: CanBeRows,
  isGrouped: boolean,
): TablePart[] | null {
  const sums = countsUpTo(tokens, isTitle);
  const best: (Way | null)[] = tokens.map(() => null);
  best.push({ left: 0, parts: [], isOnly: true });
  for (let at = tokens.length - 1; at >= 0; at--) {
    const ways: Way[] = [];
    for (const row of rowsFrom(tokens, at, patterns)) {
      const rest = best[row.to];
      const isTitled = row.slots.some(({ column, token }) => column === "securityTitle" && isTitle(token.cell.text));
      if (rest && isTitled) ways.push({ ...rest, parts: [{ row }, ...rest.parts] });
    }
    for (const { rows, to } of isGrouped ? groupsFrom(tokens, at, patterns, isTitle) : []) {
      const rest = best[to];
      // A text that a row alone explains better is none of a group.
      if (rest) ways.push({ ...rest, left: rest.left + rows.length, parts: [{ group: rows }, ...rest.parts] });
    }
    for (let to = at + 1; to <= tokens.length; to++) {
      const rest = best[to];
      if (!rest || (rest.parts[0] && "scattered" in rest.parts[0]) || !canBeRows(difference(sums[to], sums[at])))
        continue;
      ways.push({
        left: rest.left + to - at,
        parts: [{ scattered: tokens.slice(at, to) }, ...rest.parts],
        isOnly: rest.isOnly,
      });
    }
    ways.sort((one, other) => one.left - other.left);
    const [first, second] = ways;
    best[at] = first ? { ...first, isOnly: first.isOnly && (!second || second.left > first.left) } : null;
  }
  const whole = best[0];
  return whole?.isOnly ? whole.parts : null;
}

const NONE: TokenCounts = { titles: 0, dates: 0, letters: 0, numbers: 0, prices: 0 };

function countsUpTo(tokens: TableToken[], isTitle: (text: string) => boolean): TokenCounts[] {
  const sums = [NONE];
  for (const { kind, cell } of tokens) {
    const sum = { ...(sums.at(-1) ?? NONE) };
    if (kind === "words" && isTitle(cell.text)) sum.titles += 1;
    else if (kind === "date") sum.dates += 1;
    else if (kind === "letter" && cell.text !== "V") sum.letters += 1;
    else if (kind === "number") sum.numbers += 1;
    else if (kind === "price") sum.prices += 1;
    sums.push(sum);
  }
  return sums;
}

function difference(to: TokenCounts = NONE, from: TokenCounts = NONE): TokenCounts {
  return {
    titles: to.titles - from.titles,
    dates: to.dates - from.dates,
    letters: to.letters - from.letters,
    numbers: to.numbers - from.numbers,
    prices: to.prices - from.prices,
  };
}

/** Table I: a title, a balance and a letter of ownership a row; a date, a code, an amount and a letter besides for a trade. */
export const canBeRowsOfTableI: CanBeRows = ({ titles, dates, letters, numbers, prices }) => {
  const rows = numbers - dates;
  const isWithoutValues = titles + dates + letters + numbers + prices === 0;
  // Natures and marks may come out apart from their rows.
  if (isWithoutValues) return true;
  return rows > 0 && titles >= rows && dates <= rows && letters === 2 * dates + rows && prices <= dates;
};

/**
 * Rows of a table of which some came out scattered: these are read by `readScattered`, or, where their texts do not make whole rows,
 * with all the others of the table.
 */
export function rowsOfParts<Column extends string>(
  parts: TablePart[],
  rowOf: (row: ParsedRow) => PrintedRow<Column>,
  readScattered: (tokens: TableToken[]) => PrintedRow<Column>[] | null,
): PrintedRow<Column>[] | null {
  const rows: PrintedRow<Column>[] = [];
  for (const part of parts) {
    const own = "scattered" in part ? readScattered(part.scattered) : rowsIn(part).map(rowOf);
    if (!own) return null;
    rows.push(...own);
  }
  return rows;
}

const rowsIn = (part: { row: ParsedRow } | { group: ParsedRow[] }) => ("row" in part ? [part.row] : part.group);
