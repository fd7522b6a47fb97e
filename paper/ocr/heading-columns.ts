import { latin } from "./look-alikes";

/** A column of the form: the number at the start of its heading, if there is one, and the words that identify it. */
export type HeadedColumn<Name extends string> = { name: Name; number?: string; words: string[]; only?: RegExp };

/**
 * The columns of a table by the place of their headings: for each heading cell, the column whose number or words it contains, in
 * the form's order. A heading may extend beyond its cell, and its letters may be damaged. A cell whose words do not identify a
 * column is null, unless exactly one column fits between its neighbours.
 */
export function headingColumns<Name extends string>(
  headings: string[],
  columns: HeadedColumn<Name>[],
): (Name | null)[] {
  const told = bestOrder(headings.map((heading) => columns.map((column) => likeness(heading, column))));
  const found = told.map((at) => at);
  let last = -1;
  for (let start = 0; start < found.length; start++) {
    if (found[start] !== null) {
      last = found[start] ?? last;
      continue;
    }
    let end = start;
    while (end < found.length && found[end] === null) end++;
    const next = found[end] ?? null;
    const between = next === null ? -1 : next - last - 1;
    if (between === end - start && headings.slice(start, end).every((heading) => heading !== "")) {
      for (let at = start; at < end; at++) found[at] = last + 1 + (at - start);
    }
    start = end - 1;
  }
  return found.map((at) => (at === null ? null : (columns[at]?.name ?? null)));
}

const NUMBERS = /(?:^|\s)(\d{1,2}[Aa]?)\.(?=\s|[A-Z]|$)/g;

const numbersIn = (heading: string) => [...heading.matchAll(NUMBERS)].map(([, number]) => (number ?? "").toUpperCase());

function likeness<Name extends string>(heading: string, { number, words, only }: HeadedColumn<Name>): number {
  const text = latin(heading);
  if (only?.test(text)) return 5;
  const numbers = numbersIn(text);
  // Headings of several columns that have run into one cell identify none.
  if (numbers.length > 2) return 0;
  const tokens = text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((token) => token.length > 2);
  const shared = words.filter((word) => tokens.some((token) => isLike(token, word))).length;
  const byNumber = number !== undefined && numbers.includes(number) ? (numbers.length === 1 ? 5 : 3) : 0;
  const byOther = number !== undefined && numbers.length > 0 && !numbers.includes(number) ? -4 : 0;
  return byNumber + byOther + shared * (words.length === 1 ? 3 : 1.5);
}

/** The ordered assignment of columns with the highest total likeness; null for cells with too little of it. */
function bestOrder(likenesses: number[][]): (number | null)[] {
  const width = likenesses[0]?.length ?? 0;
  let rows: { score: number; order: (number | null)[] }[] = Array.from({ length: width + 1 }, () => ({
    score: 0,
    order: [],
  }));
  for (const row of likenesses) {
    const next: typeof rows = [];
    for (let upTo = 0; upTo <= width; upTo++) {
      const without = rows[upTo] ?? { score: 0, order: [] };
      let best = { score: without.score, order: [...without.order, null] as (number | null)[] };
      const before = next[upTo - 1];
      if (before && before.score > best.score) best = before;
      const here = row[upTo - 1] ?? 0;
      const from = rows[upTo - 1];
      if (from && here >= ENOUGH && from.score + here > best.score)
        best = { score: from.score + here, order: [...from.order, upTo - 1] };
      next.push(best);
    }
    rows = next;
  }
  return rows[width]?.order ?? [];
}

const ENOUGH = 3;

/** The same word, or one with a letter lost, added or changed, or two letters swapped. */
function isLike(token: string, word: string): boolean {
  if (token === word) return true;
  const longest = Math.max(token.length, word.length);
  if (longest < 5 || Math.abs(token.length - word.length) > 1) return false;
  let at = 0;
  while (at < token.length && token[at] === word[at]) at++;
  const rest = (text: string, from: number) => text.slice(from);
  return (
    rest(token, at + 1) === rest(word, at + 1) ||
    rest(token, at + 1) === rest(word, at) ||
    rest(token, at) === rest(word, at + 1) ||
    (token[at] === word[at + 1] && token[at + 1] === word[at] && rest(token, at + 2) === rest(word, at + 2))
  );
}
