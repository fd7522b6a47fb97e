/** How similar two texts are, letter by letter: 1 if equal, 0 if they have nothing in common (Levenshtein distance). */
export function likeness(one: string, other: string): number {
  const most = Math.max(one.length, other.length);
  if (most === 0) return 1;
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      row.push(Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (isSame ? 0 : 1)));
    }
    before = row;
  }
  return 1 - (before[other.length] ?? 0) / most;
}
