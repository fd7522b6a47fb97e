import type { StatedFacts } from "@/lib/record/stated-facts";
import type { Span } from "@/lib/record/stated-spans";
import { FACT_NAMES } from "./fact-names";

/** Facts and spans by key. Spans count code points, as programs in other languages do. */
export type PublishedFacts = { facts: Record<string, unknown>; spans: Record<string, Span[]> };

/** What a note states, in the form in which other programs receive it. */
export function publishedFacts(text: string, stated: StatedFacts): PublishedFacts {
  const published: PublishedFacts = { facts: {}, spans: {} };
  const toCodePoint = codePointCounter(text);
  for (const { name, key } of FACT_NAMES) {
    const fact = stated[name];
    if (!fact) continue;
    published.facts[key] = fact.value;
    published.spans[key] = fact.spans.map(([start, end]) => [toCodePoint(start), toCodePoint(end)]);
  }
  return published;
}

const surrogatePair = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Converts an offset in UTF-16 units to one in code points. */
function codePointCounter(text: string): (offset: number) => number {
  const pairs = Array.from(text.matchAll(surrogatePair), ({ index }) => index);
  return (offset) => offset - pairs.filter((index) => index < offset - 1).length;
}
