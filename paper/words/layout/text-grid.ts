import type { Rectangle } from "@/paper/words/box";
import type { SheetWord } from "@/paper/words/sheet";
import type { SourceLine } from "@/paper/words/source-lines";

/** The width of a letter and the height of a line, in points. */
export const LETTER = 5.9;
export const SIZE = 10;
export const PITCH = 11.5;
export const MARGIN = 20;

/** A line of text with its height on the sheet. */
export type PlacedLine = SourceLine & { baseline: number };

export const x = (at: number) => MARGIN + at * LETTER;

/** The lines of all pages below each other. */
export const placedLines = (text: string[][]): PlacedLine[] =>
  text
    .flatMap((page, at) => page.map((text, line) => ({ text, page: at + 1, line: line + 1 })))
    .map((line, at) => ({ ...line, baseline: PITCH * (at + 1) }));

/** A word of a line at the place of its characters, or moved to begin elsewhere and squeezed. */
export const wordAt = (
  { baseline, page, line }: PlacedLine,
  text: string,
  from: number,
  left = x(from),
  width = text.length * LETTER,
): SheetWord => ({
  text,
  left,
  right: left + width,
  top: baseline - 0.75 * SIZE,
  bottom: baseline + 0.22 * SIZE,
  baseline,
  size: SIZE,
  isCut: false,
  place: { page, line, from, to: from + text.length },
});

/** A horizontal line above a line of text, and a vertical line before a character. */
export const levelAbove = ({ baseline }: PlacedLine, from: number, to: number): Rectangle => ({
  left: x(from) - 0.5 * LETTER,
  right: x(to) - 0.5 * LETTER,
  top: baseline - SIZE,
  bottom: baseline - SIZE + 0.4,
});
export const uprightAt = (at: number, top: number, bottom: number): Rectangle => ({
  left: x(at) - 0.2,
  right: x(at) + 0.2,
  top,
  bottom,
});
