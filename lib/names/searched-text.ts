import { fold, type NameWord, wordsOf } from "./words-of";

/** A text to look for names in. Its words are only taken apart once a name may be among them. */
export type SearchedText = {
  text: string;
  folded: () => string;
  words: () => readonly NameWord[];
  /** Whether all of it is in capitals, which then say nothing of names. */
  isInCapitals: () => boolean;
};

/** Two small letters side by side are a word that is not: "RULE 10b5-1" has none. */
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
