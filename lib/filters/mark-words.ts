export type MarkedText = { text: string; isMatch: boolean };

/**
 * Splits a text where its words begin with one of the search words: "Kestrel Grid" and `kest` give **Kest** and "rel Grid". If
 * several match, the longest is marked.
 */
export function markWords(text: string, words: readonly string[]): MarkedText[] {
  const parts: MarkedText[] = [];
  const add = (part: string, isMatch: boolean) => {
    const last = parts.at(-1);
    if (part === "") return;
    if (last && last.isMatch === isMatch) last.text += part;
    else parts.push({ text: part, isMatch });
  };
  let done = 0;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const longest = Math.max(0, ...words.map((looked) => beginning(word, looked)));
    add(text.slice(done, index), false);
    add(word.slice(0, longest), true);
    add(word.slice(longest), false);
    done = index + word.length;
  }
  add(text.slice(done), false);
  return parts;
}

/** How many characters of a word the search word covers; 0 if the word does not begin with it. */
function beginning(word: string, looked: string): number {
  const start = word.slice(0, looked.length);
  return start.toLowerCase() === looked.toLowerCase() ? start.length : 0;
}
