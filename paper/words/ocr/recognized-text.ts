import type { SourceText } from "@/paper/form/printed-form";
import { MARGIN, PITCH, placedLines, wordAt, x } from "@/paper/words/layout/text-grid";
import { emptySheet, type Sheet } from "@/paper/words/sheet";
import { isBrowserLine } from "@/paper/words/source-lines";
import { seenWords } from "./scanned-sheet";

/** The text of a scan in lines, in which nothing shows the cells: words with the labels that the form prints. */
export function recognizedSheet(text: SourceText): Sheet {
  const lines = placedLines(text);
  const widest = Math.max(...lines.map((line) => line.text.length), 1);
  const sheet: Sheet = {
    ...emptySheet("scanned"),
    text,
    bottom: PITCH * (lines.length + 1),
    width: x(widest) + MARGIN,
  };
  for (const line of lines) {
    if (isBrowserLine(line.text)) continue;
    const words = [...line.text.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
      text,
      left: index,
      right: index + text.length,
    }));
    for (const { text, left, right } of seenWords(words)) {
      const word = wordAt(line, text, Math.floor(left));
      sheet.words.push({ ...word, place: { ...word.place, to: Math.ceil(right) } });
    }
  }
  return sheet;
}
