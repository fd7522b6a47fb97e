import { inColumnOrder } from "./in-column-order";
import { isFor, type ParsedRow, rowsFrom } from "./parse-rows";
import type { AnyColumn, Slot } from "./row-patterns";
import { sameOrNone, says } from "./same-texts";
import type { TableToken } from "./table-tokens";

/** Rows that came out together: their titles first, or column by column. */
export type RowGroup = { rows: ParsedRow[]; to: number };

/** More rows hardly stand close enough to come out together; and so many ways to read a group are looked at. */
const MOST_ROWS = 6;
const MOST_WAYS = 20;

/** All ways in which the tokens from `from` on are a group of rows: two or more titles, and then what stands in the rows. */
export function groupsFrom(
  tokens: TableToken[],
  from: number,
  patterns: Slot[][],
  isTitle: (text: string) => boolean,
): RowGroup[] {
  const groups: RowGroup[] = [];
  for (let count = 2; count <= MOST_ROWS; count++) {
    const titles = tokens.slice(from, from + count);
    if (titles.length < count || !titles.every(({ kind, cell }) => kind === "words" && isTitle(cell.text))) break;
    groups.push(...belowTitles(tokens, from, titles, patterns), ...byColumns(tokens, from, titles, patterns));
  }
  return groups;
}

/** The titles of rows that stood close came out first, and then row by row what stands beside them. */
function belowTitles(tokens: TableToken[], from: number, titles: TableToken[], patterns: Slot[][]): RowGroup[] {
  const withoutTitle = patterns.map(([, ...slots]) => slots);
  let ways: ParsedRow[][] = [[]];
  for (const _ of titles) {
    ways = ways
      .flatMap((rows) =>
        rowsFrom(tokens, rows.at(-1)?.to ?? from + titles.length, withoutTitle).map((row) => [...rows, row]),
      )
      .slice(0, MOST_WAYS);
  }
  const isSame = sameOrNone(titles).length > 0;
  return ways.map((rows) => ({
    rows: rows.map((row, at) => withTitle(row, titles[at], isSame)),
    to: rows.at(-1)?.to ?? from,
  }));
}

const withTitle = (row: ParsedRow, title: TableToken | undefined, isSame: boolean): ParsedRow => ({
  ...row,
  slots: [...(title ? [titleSlot(title, isSame)] : []), ...row.slots],
});

/** Titles that are not all the same are taken in the order they came out. */
const titleSlot = (title: TableToken, isSame: boolean) => ({
  column: "securityTitle" as const,
  token: isSame ? title : inColumnOrder(title),
});

/**
 * Rows of Table II that came out column by column, or some columns beside each other row by row. What underlies is listed as the
 * rights are: where amounts and shares are the same ones in the same order, this order is that of the rows. Of the other columns
 * those are told whose texts are all the same.
 */
function byColumns(tokens: TableToken[], from: number, titles: TableToken[], patterns: Slot[][]): RowGroup[] {
  const count = titles.length;
  const found = new Map<string, RowGroup>();
  const fill = (slots: Slot[], at: number, columns: ColumnTexts[]) => {
    if (found.size > MOST_WAYS) return;
    const [slot, ...others] = slots;
    if (!slot) {
      const rows = rowsOfColumns(columns, count, from, at);
      if (rows)
        found.set(JSON.stringify([at, ...columns.map(([column, texts]) => [column, ...texts.map(says)])]), {
          rows,
          to: at,
        });
      return;
    }
    for (let width = 1; width <= Math.min(MOST_BESIDE, slots.length); width++) {
      const texts = tokens.slice(at, at + width * count);
      const isAll = texts.every((token, index) => {
        const own = slots[index % width];
        return own !== undefined && isFor(own, token, tokens[at + index - 1]);
      });
      if (!isAll || texts.length < width * count) continue;
      const read = slots
        .slice(0, width)
        .map(({ column }, place): ColumnTexts => [column, texts.filter((_, index) => index % width === place)]);
      fill(slots.slice(width), at + width * count, [...columns, ...read]);
    }
    // Natures one below the other run together: what of them is whose is not told.
    for (let some = 1; slot.column === "nature" && some < count && tokens[at + some - 1]?.kind === "words"; some++)
      fill(others, at + some, [...columns, ["nature", tokens.slice(at, at + some)]]);
  };
  for (const [, ...slots] of patterns)
    for (const present of withOrWithout(slots)) fill(present, from + count, [["securityTitle", titles]]);
  return [...found.values()];
}

type ColumnTexts = [AnyColumn, TableToken[]];

/** So many columns may come out beside each other. */
const MOST_BESIDE = 3;

/** All ways to leave optional columns out. */
function withOrWithout([slot, ...others]: Slot[]): Slot[][] {
  if (!slot) return [[]];
  const rest = withOrWithout(others);
  return [...rest.map((slots) => [slot, ...slots]), ...(slot.isOptional ? rest : [])];
}

function rowsOfColumns(columns: ColumnTexts[], count: number, from: number, to: number): ParsedRow[] | null {
  const amounts = columns.find(([column]) => column === "amountOfEither")?.[1] ?? [];
  const shares = columns.find(([column]) => column === "underlyingShares")?.[1] ?? [];
  const isInOrder = amounts.length === count && amounts.every((token, at) => token.cell.text === shares[at]?.cell.text);
  if (!isInOrder) return null;
  const isTold = ([column, texts]: ColumnTexts) =>
    texts.length === count &&
    (column === "amountOfEither" || column === "underlyingShares" || sameOrNone(texts).length > 0);
  const [[, titles] = [], ...others] = columns;
  const isSame = sameOrNone(titles ?? []).length > 0;
  const untold = others.filter((column) => !isTold(column));
  return Array.from({ length: count }, (_, at) => ({
    slots: [
      ...(titles?.[at] ? [titleSlot(titles[at], isSame)] : []),
      ...others.filter(isTold).flatMap(([column, texts]) => (texts[at] ? [{ column, token: texts[at] }] : [])),
      ...untold.flatMap(([, texts]) => (texts[at] ? [{ column: "stray" as const, token: texts[at] }] : [])),
    ],
    untold: untold.map(([column]) => column),
    from,
    to,
  }));
}
