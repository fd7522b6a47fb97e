/** More than any note has. */
const MOST_PLACES = 150;

/** More than any sentence has. */
export const MOST_IN_SENTENCE = 40;

/** More than any note has. Nothing is searched for beyond this, so that a longer text takes no more time. */
export const MOST_SENTENCES = 300;

/** The matches of a pattern, up to the number that a note may have. */
export function* placesOf(text: string, pattern: RegExp, most = MOST_PLACES): Generator<RegExpExecArray> {
  let count = 0;
  for (const match of text.matchAll(pattern)) {
    if (++count > most) return;
    yield match;
  }
}

/** What a sticky pattern matches at one place. */
export const matchAt = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
};
