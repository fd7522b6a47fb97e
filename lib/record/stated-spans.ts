/** Start and end of words in a text. */
export type Span = [start: number, end: number];

/** The places in a text of the words that something was read from, in text order. Overlapping places are joined. */
export function statedSpans(text: string, words: Iterable<string>): Span[] {
  const spans: Span[] = [];
  for (const each of new Set(words)) {
    const start = each === "" ? -1 : text.indexOf(each);
    if (start >= 0) spans.push([start, start + each.length]);
  }
  return joinedSpans(spans);
}

/** In text order. Spans that overlap or touch are joined. */
export const joinedSpans = (spans: readonly Span[]): Span[] =>
  [...spans]
    .sort((a, b) => a[0] - b[0] || b[1] - a[1])
    .reduce<Span[]>((joined, [start, end]) => {
      const last = joined.at(-1);
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else joined.push([start, end]);
      return joined;
    }, []);
