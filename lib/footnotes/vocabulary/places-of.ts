/** More than any note has. */
const MOST_PLACES = 150;

/** More than any sentence has. */
export const MOST_IN_SENTENCE = 40;

/** More than any note has. Nothing is searched for beyond this, so that a longer text takes no more time. */
export const MOST_SENTENCES = 300;

/** However many a text has. */
export const ALL = Number.POSITIVE_INFINITY;

const NOWHERE: readonly RegExpExecArray[] = [];

/** The matches of a global pattern, up to the number that a note may have. `matchAll` would copy the pattern for each text. */
export function placesOf(text: string, pattern: RegExp, most = MOST_PLACES): Iterable<RegExpExecArray> {
  const first = matchFrom(pattern, text, 0);
  // Most patterns match nothing in most notes.
  return first === null ? NOWHERE : placesFrom(first, text, pattern, most);
}

function* placesFrom(first: RegExpExecArray, text: string, pattern: RegExp, most: number): Generator<RegExpExecArray> {
  let match: RegExpExecArray | null = first;
  for (let count = 0; match !== null && count < most; count++) {
    yield match;
    match = matchFrom(pattern, text, match.index + Math.max(match[0].length, 1));
  }
}

/** Others may use the pattern before the next match is asked for. */
function matchFrom(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  pattern.lastIndex = 0;
  return match;
}

/** What a sticky pattern matches at one place. */
export const matchAt = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
};

/** The matches of a sticky pattern that follow each other. */
export function* itemsFrom(item: RegExp, text: string, from: number): Generator<RegExpExecArray> {
  for (let at = from; ; ) {
    item.lastIndex = at;
    const match = item.exec(text);
    if (match === null) return;
    yield match;
    at += match[0].length;
  }
}
