/** More than any note has. */
const MOST_PLACES = 150;

/** More than any sentence has. */
export const MOST_IN_SENTENCE = 40;

/** The places where a pattern stands, as many as a note may have. */
export function* placesOf(text: string, pattern: RegExp, most = MOST_PLACES): Generator<RegExpExecArray> {
  let count = 0;
  for (const match of text.matchAll(pattern)) {
    if (++count > most) return;
    yield match;
  }
}
