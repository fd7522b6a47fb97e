import { upperFirst } from "./upper-first";

const WORDS = "no one two three four five six seven eight nine ten".split(" ");

/** "no", "one" … "ten"; above in digits. */
export const numberInWords = (n: number): string => WORDS[n] ?? n.toLocaleString("en-US");

/** The same to begin a sentence. */
export const numberFirst = (n: number): string => upperFirst(numberInWords(n));
