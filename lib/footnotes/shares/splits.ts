import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import type { Stated, StatedSplit } from "@/lib/record/stated-facts";
import { type SplitStatement, splitsOf } from "./split-ratio";

/** Stock splits, reverse splits and stock dividends with a written ratio. A percentage would have to be converted. */
export function readSplits({ text, lower, sentences }: NoteText): Stated<StatedSplit[]> | null {
  if (!/split|dividend|subdivi|sub-divi|consolidat|combined|combination/.test(lower)) return null;
  const distinct = new Map<string, SplitStatement>();
  for (const split of splitsOf(text, sentences)) {
    if (split.isPercentage) continue;
    const ratio = `${split.ratio.new}:${split.ratio.old}`;
    const known = distinct.get(ratio);
    if (!known || (known.when === null && split.when !== null)) distinct.set(ratio, split);
  }
  const all = [...distinct].sort(([, a], [, b]) => a.start - b.start);
  if (all.length === 0) return null;
  return {
    value: all.map(([ratio, { when }]) => ({ ratio, date: when })),
    spans: all.map(([, { start, end }]) => [start, end]),
  };
}
