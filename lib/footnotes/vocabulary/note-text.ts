import { withinTextLimit } from "@/lib/values/text-limit";
import { sentences } from "./sentences";
import type { Words } from "./words";

/** A note as its facts are read from it: what several of them look at is made once, and only when one looks. */
export type NoteText = {
  /** As filed, up to `TEXT_LIMIT`: spans count in it. */
  text: string;
  /** In small letters, of the same length: for cheap tests of whether a word occurs at all. */
  lower: string;
  sentences: readonly Words[];
};

export function noteText(whole: string): NoteText {
  const text = withinTextLimit(whole);
  let parts: readonly Words[] | null = null;
  const lower = text.toLowerCase();
  return {
    text,
    // A few letters (İ) grow when they are made small.
    lower: lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
    get sentences() {
      parts ??= sentences(text);
      return parts;
    },
  };
}
