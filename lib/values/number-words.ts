const WORDS = "no one two three four five six seven eight nine ten".split(" ");

/** "no", "one" … "ten"; above in digits. */
export const numberInWords = (n: number): string => WORDS[n] ?? n.toLocaleString("en-US");

/** The same to begin a sentence. */
export const numberFirst = (n: number): string => {
  const word = numberInWords(n);
  return word.charAt(0).toUpperCase() + word.slice(1);
};
