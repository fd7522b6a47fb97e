import { withinTextLimit } from "@/lib/values/text-limit";
import { sentences } from "./sentences";
import type { Words } from "./words";

/** A note prepared for the readers of facts. What several of them need is computed once, when first needed. */
export type NoteText = {
  /** As filed, up to `TEXT_LIMIT`. Spans are offsets in this text. */
  text: string;
  /** In lower case, with the same length, for quick tests of whether a word occurs. */
  lower: string;
  sentences: readonly Words[];
};

export function noteText(whole: string): NoteText {
  const text = withinTextLimit(whole);
  let parts: readonly Words[] | null = null;
  const lower = text.toLowerCase();
  return {
    text,
    // A few letters (İ) become longer in lower case.
    lower: lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
    get sentences() {
      parts ??= sentences(text);
      return parts;
    },
  };
}
