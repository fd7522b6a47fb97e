import type { Span } from "@/lib/record/stated-spans";
import type { Passage } from "./note-search";

/** A part of a note: whether it matches the search, and whether a fact was read from it. */
export type Segment = { text: string; isMatch: boolean; isStated: boolean };

/** The part of a note's text to cut into segments. `matches` and `stated` are offsets in the whole text. */
type Marks = { from?: number; to?: number; matches: readonly Span[]; stated: readonly Span[] };

/** Cuts a text at the start and end of every match and of the words of every fact. */
export function markedSegments(text: string, { from = 0, to = text.length, matches, stated }: Marks): Segment[] {
  const within = [...matches, ...stated].flat().filter((at) => at > from && at < to);
  const cuts = [...new Set([from, ...within, to])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? from;
    const isIn = (spans: readonly Span[]) => spans.some(([first, last]) => first <= start && end <= last);
    return { text: text.slice(start, end), isMatch: isIn(matches), isStated: isIn(stated) };
  });
}

/** A passage by its place in the text. */
export type PlacedPassage = Pick<Passage, "isCutBefore" | "isCutBehind"> & { from: number; to: number };

/** The places of passages, given in the text's order, and all matches in them. */
export function placePassages(
  text: string,
  passages: readonly Passage[],
): { passages: PlacedPassage[]; matches: Span[] } {
  const matches: Span[] = [];
  let behind = 0;
  const placed = passages.flatMap(({ parts, isCutBefore, isCutBehind }) => {
    const words = parts.map((part) => part.text).join("");
    const from = text.indexOf(words, behind);
    if (from < 0) return [];
    let at = from;
    for (const part of parts) {
      if (part.isMatch) matches.push([at, at + part.text.length]);
      at += part.text.length;
    }
    behind = at;
    return [{ from, to: at, isCutBefore, isCutBehind }];
  });
  return { passages: placed, matches };
}
