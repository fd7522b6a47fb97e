import { wordsAt } from "@/lib/footnotes/vocabulary/words";
import type { FoundRatio } from "./conversion-words";
import { splitsOf } from "./split-ratio";

const additional = /\badditional\s+(?:[\w-]+\s+){0,3}?shares?\b.*\b(?:for|per)\s+(?:each|every)\b/i;

/** "In the split, every 25 shares were converted into one": the shares were split, and "one additional share for each" is too. */
export function withoutSplits(text: string, found: readonly FoundRatio[]): readonly FoundRatio[] {
  if (found.length === 0 || !/split|consolidat|combin|divided/i.test(text)) return found;
  const splits = splitsOf(text, [wordsAt(text, 0, text.length)]);
  return found.filter(
    ({ ratio, start, end }) =>
      !additional.test(text.slice(start, end)) &&
      !splits.some(
        (split) =>
          split.ratio.old === ratio.per && split.ratio.new === ratio.into && split.start < end && start < split.end,
      ),
  );
}
