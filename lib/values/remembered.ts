const MOST_KEPT = 20_000;

/** A function of a text that remembers its results, because filings repeat the same titles, natures of ownership and notes. */
export function remembered<T>(of: (text: string) => T, most = MOST_KEPT): (text: string) => T {
  let answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = of(text);
    if (answers.size >= most) answers = new Map();
    answers.set(text, answer);
    return answer;
  };
}
