import type { Rectangle } from "./box";
import { linesOf } from "./layout-text";
import { lineText } from "./printed-words";
import type { Sheet, SheetWord } from "./sheet";

/** Consecutive words of one line without a wide gap or a ruling between them: a label, a heading, or a line of a footnote. */
export type Phrase = Rectangle & { words: SheetWord[]; text: string; baseline: number; size: number };

/** A box that is typed before its label. */
const BOX = /^[([][Xx ]?[)\]]$/;

/** The phrases of the sheet, from the top. Raised marks belong to the phrase before them. */
export function phrasesOf({ words, uprights }: Pick<Sheet, "words" | "uprights">): Phrase[] {
  const phrases: Phrase[] = [];
  for (const line of levelLinesOf(words)) {
    let words: SheetWord[] = [];
    for (const word of line) {
      const last = words.at(-1);
      if (last && (word.left - last.right > 1.2 * last.size || isParted(last, word, uprights) || BOX.test(last.text))) {
        phrases.push(phraseOf(words));
        words = [];
      }
      words.push(word);
    }
    if (words.length > 0) phrases.push(phraseOf(words));
  }
  return withMarks(phrases).sort((a, b) => a.baseline - b.baseline || a.left - b.left);
}

/** Words of one baseline, whatever their size, each line from the left. */
function levelLinesOf(words: SheetWord[]): SheetWord[][] {
  const lines: { baseline: number; words: SheetWord[] }[] = [];
  for (const word of [...words].sort((a, b) => a.baseline - b.baseline)) {
    const line = lines.at(-1);
    if (line && word.baseline - line.baseline < 0.12 * word.size) line.words.push(word);
    else lines.push({ baseline: word.baseline, words: [word] });
  }
  return lines.map((line) => line.words.sort((a, b) => a.left - b.left));
}

function withMarks(phrases: Phrase[]): Phrase[] {
  const marks = new Map<Phrase, Phrase>();
  for (const mark of phrases.filter(({ text }) => /^(?:\*|\(?\d{1,2}\)?)+$/.test(text))) {
    const beside = phrases.find(
      ({ size, baseline, right }) =>
        mark.size < 0.92 * size &&
        baseline > mark.baseline &&
        baseline - mark.baseline < 0.6 * size &&
        Math.abs(mark.left - right) < 0.6 * size,
    );
    if (beside) marks.set(mark, beside);
  }
  return phrases
    .filter((phrase) => !marks.has(phrase))
    .map((phrase) => {
      const own = [...marks].filter(([, beside]) => beside === phrase).flatMap(([{ words }]) => words);
      return own.length > 0 ? phraseOf([...phrase.words, ...own]) : phrase;
    });
}

function isParted(last: SheetWord, next: SheetWord, uprights: Rectangle[]): boolean {
  const height = last.baseline - 0.3 * last.size;
  return uprights.some(
    ({ left, right, top, bottom }) =>
      left >= last.right - 1 && right <= next.left + 1 && top <= height && bottom >= height,
  );
}

function phraseOf(words: SheetWord[]): Phrase {
  const size = Math.max(...words.map((word) => word.size));
  return {
    words,
    text: lineText(words),
    left: Math.min(...words.map(({ left }) => left)),
    right: Math.max(...words.map(({ right }) => right)),
    top: Math.min(...words.map(({ top }) => top)),
    bottom: Math.max(...words.map(({ bottom }) => bottom)),
    baseline: Math.max(...words.map(({ baseline }) => baseline)),
    size,
  };
}

/** The words after the label with which these words begin. Null if they do not begin with it. */
export function behindLabel(words: SheetWord[], label: RegExp): SheetWord[] | null {
  const line = linesOf(words).flat();
  const text = line.map(({ text }) => text).join(" ");
  const found = label.exec(text);
  if (found?.index !== 0) return null;
  let at = 0;
  return line.filter((word) => {
    const isBehind = at >= found[0].trimEnd().length;
    at += word.text.length + 1;
    return isBehind;
  });
}
