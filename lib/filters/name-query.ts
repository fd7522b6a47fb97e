/** O’, D’ and L’ begin surnames that are filed both ways: `O'BRIEN SEAN` and `OBRIEN SEAN`. */
const isParticle = (word: string | undefined) => word !== undefined && /^[odl]$/.test(word);
const joined = /^([odl])(\p{L}{3,})$/u;

/**
 * The text search for names in which every word begins some word, in any order. A surname such as O'Brien is found with and without its
 * apostrophe, however it is typed; an initial elsewhere in the name is no part of it.
 * @param words in lower case, without punctuation, as `nameWords` gives them
 */
export function nameQuery(words: readonly string[]): string {
  const parts: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word = "", next] = words.slice(at, at + 2);
    const [, particle, rest] = joined.exec(word) ?? [];
    if (isParticle(word) && next !== undefined) {
      parts.push(`(${word}:* & ${next}:* | ${word}${next}:*)`);
      at++;
    } else parts.push(particle === undefined ? `${word}:*` : `(${word}:* | ${particle} <-> ${rest}:*)`);
  }
  return parts.join(" & ");
}
