import { dateOf } from "@/paper/cell-values";
import { inColumnOrder } from "./in-column-order";
import { says } from "./same-texts";
import type { TableToken } from "./table-tokens";

/** What a trade by these codes does in Table I; by others it may acquire or dispose of. */
const SIGNS: Record<string, "A" | "D"> = { P: "A", M: "A", C: "A", X: "A", A: "A", S: "D", F: "D", D: "D" };

/**
 * Codes in the order they came out, if every one that can only acquire stands at an amount acquired, and every one that can only
 * dispose at one disposed of, and there are some of both: in another order they would not agree.
 */
export function codesBySigns(codes: TableToken[], acquired: TableToken[]): TableToken[] {
  const signs = codes.map(({ cell }) => SIGNS[cell.text]);
  const isBoth = signs.includes("A") && signs.includes("D");
  const agrees = signs.every((sign, at) => sign === undefined || sign === acquired[at]?.cell.text);
  return isBoth && agrees && codes.length === acquired.length ? codes : [];
}

/** Dates in the order they came out, if none is before the one above it: trades are listed by their days. Listed backwards, they are doubted. */
export function datesInTime(dates: TableToken[]): TableToken[] {
  const days = dates.map(({ cell }) => dateOf(cell.text) ?? "");
  if (days.every((day, at) => at === 0 || (days[at - 1] ?? "") <= day)) return dates;
  return days.every((day, at) => at === 0 || (days[at - 1] ?? "") >= day) ? dates.map(inColumnOrder) : [];
}

/** Prices in the order they came out, if those of one day are the same and no other day has them: in another order they would not agree. */
export function pricesByDays(prices: TableToken[], dates: TableToken[]): TableToken[] {
  return isSamePattern(prices.map(says), dates.map(says)) ? prices : [];
}

/**
 * Natures in the order they came out, if all rows of a series of holdings have the same one and no other series has it: in another
 * order they would not agree.
 */
export function naturesBySeries(natures: TableToken[], series: number[]): TableToken[] {
  return isSamePattern(natures.map(says), series) ? natures : [];
}

/**
 * Natures by the series of holdings, one below the other: notes are numbered as their marks come, and in the order of their notes
 * there are as many of each nature as rows of each series. The last mark of a nature may have come out apart from it.
 */
export function naturesByNotes(natures: TableToken[], marks: TableToken[], series: number[]): TableToken[] {
  const groups = new Map<string, TableToken[]>();
  for (const token of natures) groups.set(token.cell.text, [...(groups.get(token.cell.text) ?? []), token]);
  const marked = [...groups.values()].map((tokens) => {
    const [mark, another] = new Set(tokens.flatMap(({ cell }) => cell.marks));
    const bare = tokens.filter(({ cell }) => cell.marks.length === 0).length;
    const loose = marks.filter(({ cell }) => cell.marks.join() === mark).length;
    const isTold = mark !== undefined && another === undefined && bare === loose && bare < tokens.length;
    return { mark: isTold ? mark : null, tokens };
  });
  const isEachTold = marked.every(({ mark }) => mark !== null) && new Set(marked.map(({ mark }) => mark)).size > 1;
  if (!isEachTold || marked.length !== new Set(marked.map(({ mark }) => mark)).size) return [];
  const ordered = marked
    .sort((one, other) => Number(one.mark) - Number(other.mark))
    .flatMap(({ mark, tokens }) =>
      tokens.map((token) => ({ ...token, cell: { ...token.cell, marks: mark === null ? [] : [mark] } })),
    );
  return naturesBySeries(ordered, series);
}

/** Lists that tell the same entries apart: several groups of them, each of two or more. */
function isSamePattern(one: unknown[], other: unknown[]): boolean {
  const groups = new Set(one).size;
  const isTold = groups > 1 && [...new Set(one)].every((text) => one.indexOf(text) !== one.lastIndexOf(text));
  return (
    isTold && one.length === other.length && one.every((text, at) => one.indexOf(text) === other.indexOf(other[at]))
  );
}
