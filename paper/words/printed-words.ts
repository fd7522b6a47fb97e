import type { Place, PrintedCell } from "@/paper/form/printed-form";
import { linesOf } from "./layout-text";
import type { SheetWord } from "./sheet";

/**
 * The text of a cell's words. Small raised numbers next to them are its marks. The form prints a `$` before a mark even without a
 * price, so a lone `$` says nothing.
 */
export function printedCell(words: SheetWord[], marks: MarkRule): PrintedCell {
  const isMark = markTest(words, marks);
  const said = joined(words.filter((word) => !isMark(word)));
  const text = said === "$" ? "" : said;
  return {
    text,
    marks: linesOf(words.filter(isMark)).flatMap((line) => line.flatMap(numbersIn)),
    places: placesOfWords(words),
    ...doubtOf(words),
    ...(!marks.areRaised && !marks.areSure && mayBeText(words, isMark, text, marks)
      ? { doubt: "The number in brackets may cite a footnote or be part of the text" }
      : {}),
  };
}

/**
 * Whether a number in brackets, at the size of the text, may be part of it: after words, with the space that a writer puts before a
 * bracket and the form does not put before a mark, and if its footnote has such a mark elsewhere. Numbers, dates and codes never have
 * such a part, and "See footnote (1)" always cites the footnote.
 */
function mayBeText(
  words: SheetWord[],
  isMark: (word: SheetWord) => boolean,
  text: string,
  { cited }: MarkRule,
): boolean {
  if (!/\p{L}{2}/u.test(text) || CITES.test(text)) return false;
  return linesOf(words).some((line) =>
    line.some((word, index) => {
      const last = line[index - 1];
      const isFirst = isMark(word) && (last === undefined || (!isMark(last) && isApart(last, word)));
      return isFirst && numbersIn(word).some((number) => cited.has(number));
    }),
  );
}

const CITES = /\b(?:foot)?notes?$/i;

const numbersIn = ({ text }: SheetWord): string[] => text.match(/\d+/g) ?? [];

/** The text of words that have no marks. */
export function plainCell(words: SheetWord[]): PrintedCell {
  return { text: joined(words), marks: [], places: placesOfWords(words), ...doubtOf(words) };
}

export function doubtOf(words: SheetWord[]): Pick<PrintedCell, "doubt"> {
  if (words.some(({ isCut }) => isCut)) {
    return { doubt: "It runs to the edge of the page and may have been cut off" };
  }
  if (words.some(({ text }) => text.includes("\uFFFD"))) {
    return { doubt: "The file does not say which characters some of its letters are" };
  }
  if (words.some(({ isFaint }) => isFaint)) return { doubt: HARD_TO_SEE };
  return {};
}

const HARD_TO_SEE = "The letters were hard to see: compare them with the page.";

/** The words as text without marks. Lines are joined by a space, or without one after a hyphen. */
export function joined(words: SheetWord[]): string {
  let text = "";
  for (const line of linesOf(words)) {
    const words = lineText(line);
    text += text === "" || line[0]?.goesOn || (/\w-$/.test(text) && /^\w/.test(words)) ? words : ` ${words}`;
  }
  return text;
}

/** The words of one line, with a space where there is a gap. */
export function lineText(line: SheetWord[]): string {
  return line
    .map((word, index) => {
      const last = line[index - 1];
      return last && isApart(last, word) ? ` ${word.text}` : word.text;
    })
    .join("");
}

/** Whether there is a space between two words of a line. */
const isApart = (last: SheetWord, word: SheetWord): boolean =>
  word.left - last.right > 0.12 * Math.min(word.size, last.size);

export function placesOfWords(words: SheetWord[]): Place[] {
  const places: Place[] = [];
  for (const { place } of words) {
    const same = places.find(({ page, line }) => page === place.page && line === place.line);
    if (!same) places.push({ ...place });
    else {
      same.from = Math.min(same.from, place.from);
      same.to = Math.max(same.to, place.to);
    }
  }
  return places.sort((a, b) => a.page - b.page || a.line - b.line);
}

/**
 * How a form prints its marks: the size of the values next to them, and whether it raises them at all. A form that does not raise them
 * prints `(1)` after the text, if it has such a footnote. `areSure`: such a number is certainly not part of the text. `cited`: the numbers
 * that follow a value without a space, as only a mark does.
 */
export type MarkRule = {
  bodySize: number;
  areRaised: boolean;
  areSure: boolean;
  notes: ReadonlySet<string>;
  cited: ReadonlySet<string>;
};

const MARKS = /^(?:\(\d{1,2}\)[,;]?)+$/;
const BARE_MARK = /^\d{1,2}(?:,\d{1,2})*[,;]?$/;
/** Raised marks have about five sixths of the size of the text. */
const SMALLER = 0.92;

function markTest(words: SheetWord[], { bodySize, areRaised, notes }: MarkRule): (word: SheetWord) => boolean {
  const values = words.filter(({ text }) => !MARKS.test(text) && !BARE_MARK.test(text));
  const size = values.length > 0 ? Math.max(...values.map((word) => word.size)) : bodySize;
  if (words.length > 0 && words.every(({ text }) => MARKS.test(text))) return () => true;
  const isRaised = (word: SheetWord) =>
    words.some(
      (other) =>
        other !== word &&
        other.size > word.size / SMALLER &&
        other.baseline - word.baseline > 0.12 * other.size &&
        other.baseline - word.baseline < 0.8 * other.size,
    );
  if (areRaised) {
    return (word) =>
      (MARKS.test(word.text) && word.size < SMALLER * size) || (BARE_MARK.test(word.text) && isRaised(word));
  }
  const trailing = new Set<SheetWord>();
  for (const word of [...linesOf(words).flat()].reverse()) {
    if (!MARKS.test(word.text) || !word.text.match(/\d+/g)?.every((number) => notes.has(number))) break;
    trailing.add(word);
  }
  return (word) => trailing.has(word);
}

const numbersAfterValues = (line: SheetWord[]): string[] =>
  line.flatMap((word, index) => {
    const last = line[index - 1];
    return last && MARKS.test(word.text) && !MARKS.test(last.text) && !isApart(last, word) ? numbersIn(word) : [];
  });

/** The rule that identifies a form's marks, from the words of its tables. */
export function markRule(words: SheetWord[], notes: ReadonlySet<string>, areSure: boolean): MarkRule {
  const letters = new Map<number, number>();
  for (const { text, size } of words.filter(({ text }) => !MARKS.test(text))) {
    const rounded = Math.round(size * 10) / 10;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  const bodySize = [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
  return {
    notes,
    areSure,
    cited: new Set(linesOf(words).flatMap(numbersAfterValues)),
    bodySize,
    areRaised:
      words.some(({ text, size }) => MARKS.test(text) && size < SMALLER * bodySize) ||
      !words.some(({ text }) => MARKS.test(text)),
  };
}
