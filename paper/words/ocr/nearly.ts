/** How many letters must be changed, added or removed to turn one text into the other. */
export function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++) {
      const change = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(change, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

export const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/** True if a line consists of this phrase, except for a few misread letters. */
export function isNearly(line: string, phrase: string): boolean {
  const [text, wanted] = [letters(line), letters(phrase)];
  return (
    Math.abs(text.length - wanted.length) <= 3 && distance(text, wanted) <= Math.max(1, Math.floor(wanted.length / 8))
  );
}

/** True if a line begins with this short phrase, with at most two letters lost, added, changed or swapped. */
export function startsNearly(line: string, phrase: string): boolean {
  const [text, wanted] = [letters(line), letters(phrase)];
  return [-1, 0, 1].some((more) => distance(text.slice(0, wanted.length + more), wanted) <= 2);
}
