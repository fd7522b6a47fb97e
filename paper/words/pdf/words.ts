import type { Rectangle } from "@/paper/words/box";
import type { Glyph } from "./page-drawing";

/** Letters that form a word. Its box is that of the letters' bodies; `baseline` and `size` are also in points. */
export type DrawnWord = Rectangle & {
  text: string;
  baseline: number;
  size: number;
  /** True if it touches the edge of what the page shows. */
  isCut: boolean;
};

/** The gap between letters, relative to their size, from which a new word begins if no space is drawn. */
const WORD_GAP = 0.18;

/** The words of a page in the order they were drawn. A vertical ruling between two letters separates words. */
export function drawnWords(glyphs: Glyph[], uprights: Rectangle[]): DrawnWord[] {
  const words: DrawnWord[] = [];
  const uprightsAt = memoized((height: number) =>
    uprights.filter(({ top, bottom }) => top <= height && bottom >= height),
  );
  let word: Glyph[] = [];
  const finish = () => {
    const [first] = word;
    const last = word.at(-1);
    if (first && last) {
      words.push({
        text: word.map(({ text }) => text).join(""),
        left: first.x,
        right: last.x + last.width,
        baseline: first.y,
        top: first.y - 0.75 * first.size,
        bottom: first.y + 0.22 * first.size,
        size: first.size,
        isCut: word.some(({ isCut }) => isCut),
      });
    }
    word = [];
  };
  for (const glyph of glyphs) {
    const last = word.at(-1);
    if (glyph.text.trim() === "") {
      finish();
      continue;
    }
    if (last && !(goesOn(last, glyph) && !isParted(last, glyph, uprightsAt))) finish();
    word.push(glyph);
  }
  finish();
  return words;
}

function goesOn(last: Glyph, next: Glyph): boolean {
  const gap = next.x - (last.x + last.width);
  return (
    Math.abs(next.y - last.y) < 0.1 * last.size &&
    Math.abs(next.size - last.size) < 0.05 * last.size &&
    gap < WORD_GAP * last.size &&
    gap > -0.4 * last.size
  );
}

function isParted(last: Glyph, next: Glyph, uprightsAt: (height: number) => Rectangle[]): boolean {
  const from = last.x + last.width / 2;
  const to = next.x + next.width / 2;
  return uprightsAt(last.y - 0.3 * last.size).some(({ left, right }) => {
    const x = (left + right) / 2;
    return x > from && x < to;
  });
}

function memoized<Value>(make: (key: number) => Value): (key: number) => Value {
  const known = new Map<number, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}
