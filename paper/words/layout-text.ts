import type { DrawnWord } from "@/paper/words/pdf/words";

/** A word's place in the text of its page: line from 1, characters from 0. */
export type WordPlace = { line: number; from: number; to: number };

/** The words of a page as lines of text, spaced as on the page so that columns stay apart, and the place of each word. */
export function layoutText(words: DrawnWord[], width: number): { lines: string[]; places: Map<DrawnWord, WordPlace> } {
  const unit = letterWidth(words, width);
  const lines: string[] = [];
  const places = new Map<DrawnWord, WordPlace>();
  for (const line of linesOf(words)) {
    let text = "";
    let last: DrawnWord | null = null;
    for (const word of line) {
      const gap = last ? word.left - last.right : 0;
      const least = last === null ? 0 : gap > 1.2 * word.size ? 2 : gap > 0.12 * word.size ? 1 : 0;
      const column = last !== null && least < 2 ? 0 : Math.round(word.left / unit);
      text = text.padEnd(Math.max(text.length + least, column));
      places.set(word, { line: lines.length + 1, from: text.length, to: text.length + word.text.length });
      text += word.text;
      last = word;
    }
    lines.push(text);
  }
  return { lines, places };
}

type Line<Item> = { baseline: number; size: number; words: Item[] };

/**
 * Words by lines from the top, each from the left. A raised mark belongs to the line that contains it, and words slightly higher
 * or lower (in a vertically centred cell) to the line next to them. Words above each other are never on one line.
 */
export function linesOf<Item extends DrawnWord>(words: Item[]): Item[][] {
  const lines: Line<Item>[] = [];
  for (const line of levelLines(words)) {
    // Smaller letters come last, when the line they belong to already exists.
    const near = lines.filter(({ baseline, size }) => Math.abs(baseline - line.baseline) < reach(size, line.size));
    const own = nearest(near, line.baseline, line.words);
    if (own) own.words.push(...line.words);
    else if (near.some(({ size }) => line.size < MARK_SIZE * size)) {
      const alone: Item[] = [];
      for (const word of line.words) (nearest(near, word.baseline, [word])?.words ?? alone).push(word);
      if (alone.length > 0) lines.push({ ...line, words: alone });
    } else lines.push(line);
  }
  return lines.sort((a, b) => a.baseline - b.baseline).map((line) => line.words.sort((a, b) => a.left - b.left));
}

const MARK_SIZE = 0.92;

const reach = (size: number, other: number) =>
  (Math.min(size, other) < MARK_SIZE * Math.max(size, other) ? 0.6 : 0.45) * Math.max(size, other);

/** The nearest line with no word directly above or below these. */
function nearest<Item extends DrawnWord>(lines: Line<Item>[], baseline: number, words: Item[]): Line<Item> | undefined {
  return [...lines]
    .sort((a, b) => Math.abs(a.baseline - baseline) - Math.abs(b.baseline - baseline))
    .find((line) =>
      line.words.every((word) =>
        words.every((other) => word.right < other.left + 0.5 || other.right < word.left + 0.5),
      ),
    );
}

/** Words of one height and size, the largest letters first. */
function levelLines<Item extends DrawnWord>(words: Item[]): Line<Item>[] {
  const lines: Line<Item>[] = [];
  for (const word of [...words].sort((a, b) => a.baseline - b.baseline)) {
    const line = lines.findLast(
      ({ baseline, size }) =>
        Math.abs(baseline - word.baseline) < 0.12 * word.size && Math.abs(size - word.size) < 0.06 * word.size,
    );
    if (line) line.words.push(word);
    else lines.push({ baseline: word.baseline, size: word.size, words: [word] });
  }
  return lines.sort((a, b) => b.size - a.size || a.baseline - b.baseline);
}

/** The usual width of a letter, with a minimum so that no line exceeds about 400 characters. */
function letterWidth(words: DrawnWord[], width: number): number {
  const widths = words.map(({ left, right, text }) => (right - left) / text.length).sort((a, b) => a - b);
  return Math.max(widths[Math.floor(widths.length / 2)] ?? 5, width / 400, 0.5);
}
