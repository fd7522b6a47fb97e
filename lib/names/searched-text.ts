import { fold, type NameWord, wordsOf } from "./words-of";

/** A text to search for names. It is split into words only if it may contain a name. */
export type SearchedText = {
  text: string;
  folded: () => string;
  words: () => readonly NameWord[];
  /** Whether the text is all in capitals, which then do not mark names. */
  isInCapitals: () => boolean;
};

/** Two adjacent lower-case letters mark a word that is not in capitals. "RULE 10b5-1" has none. */
const smallLetters = /\p{Ll}{2}/u;

export function searchedText(text: string): SearchedText {
  let folded: string | null = null;
  let words: readonly NameWord[] | null = null;
  let capitals: boolean | null = null;
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
    isInCapitals: () => {
      capitals ??= !smallLetters.test(text);
      return capitals;
    },
  };
}
