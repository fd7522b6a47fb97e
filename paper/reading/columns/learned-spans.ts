import { type ColumnSpan, type PlacedWord, placeWords } from "./place-words";
import type { TypedWord } from "./words-of-line";

/**
 * Spans learned from the values of a page. Rows of a page align exactly, while headings, printed on lines of their own, may be
 * some characters off. So values whose column is certain show where the column is, and the headings are used only for the rest.
 */
export function learnedSpans(lines: TypedWord[][], spans: ColumnSpan[]): ColumnSpan[] {
  let learned = spans;
  for (let round = 0; round < 2; round++) {
    learned = spansOfWords(
      lines.map((words) => placeWords(words, learned)),
      spans,
    );
  }
  return learned;
}

/** The same, from words that are already placed. */
export const spansOfWords = (lines: PlacedWord[][], spans: ColumnSpan[]) => withBounds(spans, extentsOf(lines, spans));

type Extent = { from: number; to: number } | null;

function extentsOf(lines: PlacedWord[][], spans: ColumnSpan[]): Extent[] {
  const found: { from: number; to: number }[][] = spans.map(() => []);
  for (const line of lines) {
    line.forEach(({ word, column, rivals }, index) => {
      if (rivals.length > 0 || column === -1) return;
      // Only the first word of a text shows where its column is. Marks count only if no value precedes them.
      const before = line[index - 1];
      if (before?.column === column) return;
      const isText = spans[column]?.kind === "text";
      found[column]?.push({ from: word.from, to: isText ? word.from + 1 : word.to });
    });
  }
  return found.map((list) =>
    list.length === 0
      ? null
      : { from: Math.min(...list.map(({ from }) => from)), to: Math.max(...list.map(({ to }) => to)) },
  );
}

/**
 * Bounds halfway between the extents of neighbours. Next to a column without values it is the headings' bound, moved out of the
 * extent.
 */
function withBounds(spans: ColumnSpan[], extents: Extent[]): ColumnSpan[] {
  const bounds = spans.slice(0, -1).map(({ to }, index) => {
    const [left, right] = [extents[index] ?? null, extents[index + 1] ?? null];
    if (left && right && left.to <= right.from) return (left.to + right.from) / 2;
    const atLeast = lastOf(extents.slice(0, index + 1), ({ to }) => to) ?? 0;
    const atMost = firstOf(extents.slice(index + 1), ({ from }) => from) ?? 10_000;
    return atLeast <= atMost ? Math.min(Math.max(to, atLeast), atMost) : to;
  });
  let from = 0;
  return spans.map((span, index) => {
    const to = Math.max(from, bounds[index] ?? 10_000);
    const values = extents[index];
    const learned = { ...span, from, to, ...(values && span.kind !== "text" ? { values } : {}) };
    from = to;
    return learned;
  });
}

const firstOf = (extents: Extent[], end: (extent: { from: number; to: number }) => number) => {
  const first = extents.find((extent) => extent !== null);
  return first ? end(first) : null;
};

const lastOf = (extents: Extent[], end: (extent: { from: number; to: number }) => number) =>
  firstOf([...extents].reverse(), end);
