/** How similar two texts are, letter by letter: 1 if equal, 0 if they have nothing in common. */
export function likeness(one: string, other: string): number {
  const most = Math.max(one.length, other.length);
  return most === 0 ? 1 : 1 - editDistance(one, other) / most;
}

/** How many letters have to be inserted, removed or replaced to turn one text into the other (Levenshtein distance). */
export function editDistance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      row.push(Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (isSame ? 0 : 1)));
    }
    before = row;
  }
  return before[other.length] ?? 0;
}
