import { markWords } from "@/lib/filters/mark-words";

/** A text with the beginnings of the words looked for marked. */
export const MarkedWords = ({ text, words }: { text: string; words: readonly string[] }) =>
  // Parts have no identity of their own, and never change places.
  markWords(text, words).map(({ text: part, isMatch }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    isMatch ? <mark key={index}>{part}</mark> : part,
  );
