import type { SourceLine } from "@/paper/words/source-lines";
import { type ColumnSpan, placeWords } from "./place-words";
import { typedWords } from "./words-of-line";

type Anchor = { before: number; after: number };

/**
 * The spans of a table's columns on a page without headings. Text output scales each page differently. The difference from the
 * previous page is measured first from values with only one possible column (the first date of a row, the letter after it, the D
 * or I at its end), and then from all others.
 */
export function movedSpans(spans: ColumnSpan[], before: SourceLine[], after: SourceLine[]): ColumnSpan[] {
  const byLetters = moved(
    spans,
    [firstDate, letterBehindDate, lastLetter].flatMap((find) => {
      const [old, now] = [find(before), find(after)];
      return old === null || now === null ? [] : [{ before: old, after: now }];
    }),
  );
  const old = middles(before, spans);
  const now = middles(after, byLetters);
  const shared = spans.flatMap((_, column) => {
    const [from, to] = [old[column] ?? null, now[column] ?? null];
    return from === null || to === null ? [] : [{ before: from, after: to }];
  });
  return moved(spans, shared);
}

/** Spans moved by anchors, evenly between two of them. */
function moved(spans: ColumnSpan[], found: Anchor[]): ColumnSpan[] {
  const anchors: Anchor[] = [{ before: 0, after: 0 }];
  for (const anchor of found) {
    const last = anchors.at(-1);
    if (last && anchor.before > last.before && anchor.after > last.after) anchors.push(anchor);
  }
  if (anchors.length === 1) return spans;
  const move = (at: number) => {
    if (at >= 10_000) return at;
    const next = anchors.findIndex(({ before }) => before >= at);
    const index = next === -1 ? anchors.length - 1 : Math.max(next, 1);
    const [left, right] = [anchors[index - 1], anchors[index]];
    return left && right
      ? left.after + ((at - left.before) * (right.after - left.after)) / (right.before - left.before)
      : at;
  };
  return spans.map(({ values: _, ...span }) => ({
    ...span,
    from: move(span.from),
    to: move(span.to),
  }));
}

/** For each column, the middle of the values that are certainly in it. */
function middles(lines: SourceLine[], spans: ColumnSpan[]): (number | null)[] {
  const found: number[][] = spans.map(() => []);
  for (const line of lines) {
    for (const { word, column, rivals } of placeWords(typedWords(line), spans)) {
      if (rivals.length === 0 && spans[column]?.kind !== "text" && spans[column]?.halves === undefined)
        found[column]?.push((word.from + word.to) / 2);
    }
  }
  return found.map(middleOf);
}

const middleOf = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? null;

function firstDate(lines: SourceLine[]): number | null {
  return middleOf(
    lines.flatMap((line) => {
      const date = typedWords(line).find(({ type }) => type === "date");
      return date ? [(date.from + date.to) / 2] : [];
    }),
  );
}

function letterBehindDate(lines: SourceLine[]): number | null {
  return middleOf(
    lines.flatMap((line) => {
      const words = typedWords(line);
      const date = words.findIndex(({ type }) => type === "date");
      const letter = date === -1 ? undefined : words.slice(date + 1).find(({ type }) => type === "letter");
      return letter && !/^[ADI]$/.test(letter.value) ? [(letter.from + letter.to) / 2] : [];
    }),
  );
}

/** The column of D and I is the last that contains only letters; the A and D of amounts are before it. */
function lastLetter(lines: SourceLine[]): number | null {
  const found = lines.flatMap((line) =>
    typedWords(line).flatMap(({ type, value, from, gap, to }) =>
      type === "letter" && /^[DI]$/.test(value) && gap > 1 && !/^ \w/.test(line.text.slice(to)) ? [from + 0.5] : [],
    ),
  );
  const farthest = Math.max(...found, 0);
  return farthest === 0 ? null : middleOf(found.filter((at) => at > farthest - 8));
}
