import type { Rectangle } from "@/paper/words/box";
import { behindLabel, type Phrase } from "@/paper/words/phrases";
import { cellAround, type Sheet, type SheetWord } from "@/paper/words/sheet";

/** The drawn cell that has a label at its left edge; null if there is none. */
export function labelBox(sheet: Sheet, label: Phrase): Rectangle | null {
  const box = cellAround(sheet, label.left + 0.3 * label.size, label.baseline - 0.3 * label.size);
  const isDrawn = box.left > 0 && box.right < sheet.width && box.bottom < sheet.bottom;
  // A cell that begins far to the left is a neighbour's, and the line between them was not found.
  return isDrawn && label.left - box.left < 4 * label.size ? box : null;
}

/** The words whose middle is in a box. */
export const wordsIn = ({ words }: Pick<Sheet, "words">, { left, right, top, bottom }: Rectangle): SheetWord[] =>
  words.filter((word) => {
    const x = (word.left + word.right) / 2;
    const y = word.baseline - 0.3 * word.size;
    return x >= left && x <= right && y >= top && y <= bottom;
  });

/** The text after a label in its drawn cell. Null if the label is not found in a cell. */
export function labelled(sheet: Sheet, phrases: Phrase[], start: RegExp, label: RegExp): SheetWord[] | null {
  const phrase = phrases.find(({ text }) => start.test(text));
  const box = phrase && labelBox(sheet, phrase);
  if (!phrase || !box) return null;
  return behindLabel(wordsIn(sheet, { ...box, top: Math.max(box.top, phrase.top - 0.2 * phrase.size) }), label);
}
