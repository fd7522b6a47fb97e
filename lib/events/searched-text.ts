import { fold, type Word, wordsOf } from "./words-of";

/** A text to look for names in. Its words are only taken apart once a name may be among them. */
export type SearchedText = { text: string; folded: () => string; words: () => readonly Word[] };

export function searchedText(text: string): SearchedText {
  let folded: string | null = null;
  let words: readonly Word[] | null = null;
  return {
    text,
    folded: () => {
      folded ??= fold(text);
      return folded;
    },
    words: () => {
      words ??= wordsOf(text);
      return words;
    },
  };
}
