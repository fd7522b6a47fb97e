import type { PrintedCell, PrintedNote } from "@/paper/printed-form";
import { linesOf } from "./layout-text";
import type { Phrase } from "./phrases";
import { placesOf, plainCell } from "./printed-words";
import type { SheetWord } from "./sheet";

export type Notes = { notes: PrintedNote[]; unplaced: PrintedCell[] };

const MARK = /^\((\d{1,2})\)$/;

/**
 * The notes of the `Explanation of Responses`: a mark `(1)` in a column of its own, beside the middle of its note; or `1.` at
 * the beginning of a note.
 */
export function formNotes(words: SheetWord[]): Notes {
  if (words.length === 0) return { notes: [], unplaced: [] };
  const left = Math.min(...words.map(({ left }) => left));
  const column = words.filter((word) => word.left < left + 0.9 * word.size);
  return column.every(({ text }) => MARK.test(text)) ? besideMarks(words, column) : behindNumbers(words, left);
}

type Block = { lines: SheetWord[][]; top: number; bottom: number; marks: SheetWord[]; beginsPage: boolean };

function besideMarks(words: SheetWord[], marks: SheetWord[]): Notes {
  const isMark = new Set(marks);
  const lines = linesOf(words.filter((word) => !isMark.has(word)));
  // Notes stand further apart than the lines of one: with the right measure each has one mark.
  const candidates = measures(lines).map((measure) => marked(blocksOf(lines, measure), marks));
  const found = candidates.find((blocks) => blocks.every(({ marks }) => marks.length === 1)) ?? candidates[0] ?? [];
  const notes: PrintedNote[] = [];
  const unplaced: PrintedCell[] = [];
  for (const { lines, marks } of found) {
    const [mark] = marks;
    const words = lines.flat();
    const number = MARK.exec(mark?.text ?? "")?.[1];
    const isKnown = notes.some((note) => note.mark === number);
    if (number === undefined || marks.length > 1 || isKnown) unplaced.push(plainCell([...words, ...marks]));
    else notes.push({ mark: number, text: { ...plainCell(words), places: placesOf([...words, ...marks]) } });
  }
  const placed = new Set(found.flatMap(({ marks }) => marks));
  const strays = marks.filter((mark) => !placed.has(mark));
  if (strays.length > 0) unplaced.push(plainCell(strays));
  return { notes, unplaced };
}

const pitch = (above: SheetWord[] | undefined, line: SheetWord[]): number | null => {
  const [from, to] = [above?.[0], line[0]];
  return from && to && from.place.page === to.place.page ? to.baseline - from.baseline : null;
};

/** Distances between lines that may tell one note from the next, the likeliest first. */
function measures(lines: SheetWord[][]): number[] {
  const size = lines[0]?.[0]?.size ?? 10;
  const pitches = lines.flatMap((line, index) => pitch(lines[index - 1], line) ?? []).sort((a, b) => a - b);
  const steps = pitches.filter((distance, index) => distance - (pitches[index - 1] ?? 0) > 0.04 * size);
  return [1.3 * size, ...steps.map((step) => step + 0.06 * size)];
}

function blocksOf(lines: SheetWord[][], measure: number): Block[] {
  const blocks: Block[] = [];
  for (const [index, line] of lines.entries()) {
    const [first] = line;
    const block = blocks.at(-1);
    if (!first) continue;
    const distance = pitch(lines[index - 1], line);
    const bounds = { top: first.baseline - first.size, bottom: first.baseline + 0.3 * first.size };
    if (block && distance !== null && distance < measure) {
      block.lines.push(line);
      block.bottom = bounds.bottom;
    } else blocks.push({ lines: [line], ...bounds, marks: [], beginsPage: index > 0 && distance === null });
  }
  return blocks;
}

/** Gives each mark to the block beside it. A note that a page break cuts has its mark on one side of it. */
function marked(blocks: Block[], marks: SheetWord[]): Block[] {
  for (const mark of marks) {
    const middle = mark.baseline - 0.3 * mark.size;
    blocks.find(({ top, bottom }) => middle >= top - 1 && middle <= bottom + 1)?.marks.push(mark);
  }
  const whole: Block[] = [];
  for (const block of blocks) {
    const before = whole.at(-1);
    if (block.beginsPage && before && (block.marks.length === 0 || before.marks.length === 0)) {
      before.lines.push(...block.lines);
      before.marks.push(...block.marks);
    } else whole.push(block);
  }
  return whole;
}

const NUMBER = /^(\d{1,2})\.$/;

function behindNumbers(words: SheetWord[], left: number): Notes {
  const notes: { mark: string; words: SheetWord[]; places: SheetWord[] }[] = [];
  const before: SheetWord[] = [];
  for (const line of linesOf(words)) {
    const [first, ...rest] = line;
    const number = first && first.left < left + first.size ? NUMBER.exec(first.text)?.[1] : undefined;
    // A line of a note may begin with a number and a point too: marks are counted on.
    if (first && number !== undefined && Number(number) === Number(notes.at(-1)?.mark ?? 0) + 1) {
      notes.push({ mark: number, words: rest, places: line });
    } else {
      const note = notes.at(-1);
      (note?.words ?? before).push(...line);
      note?.places.push(...line);
    }
  }
  return {
    notes: notes.map(({ mark, words, places }) => ({
      mark,
      text: { ...plainCell(words), places: placesOf(places) },
    })),
    unplaced: before.length > 0 ? [plainCell(before)] : [],
  };
}

/** Words of the phrases between two heights, without the form's own sentences. */
export const wordsBetween = (
  phrases: Phrase[],
  top: number,
  bottom: number,
  isOut: (phrase: Phrase) => boolean,
): SheetWord[] =>
  phrases
    .filter((phrase) => phrase.baseline > top && phrase.baseline < bottom && !isOut(phrase))
    .flatMap(({ words }) => words);
