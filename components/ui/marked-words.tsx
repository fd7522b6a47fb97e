import { markWords } from "@/lib/filters/mark-words";

/** A text in which words that begin with a search word are marked. */
export const MarkedWords = ({ text, words }: { text: string; words: readonly string[] }) =>
  // Parts have no identity of their own and are never reordered.
  markWords(text, words).map(({ text: part, isMatch }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    isMatch ? <mark key={index}>{part}</mark> : part,
  );
