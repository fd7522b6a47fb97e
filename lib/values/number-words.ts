import { upperFirst } from "./upper-first";

const WORDS = "no one two three four five six seven eight nine ten".split(" ");

/** "no", "one" … "ten", then digits. */
export const numberInWords = (n: number): string => WORDS[n] ?? n.toLocaleString("en-US");

/** The same for the beginning of a sentence. */
export const numberFirst = (n: number): string => upperFirst(numberInWords(n));
