import type { Sheet, SheetWord } from "./sheet";
import type { SourceLine } from "./source-lines";

/** A line of text. `gap` is its distance from the line above, relative to its letter size, and null at the top of a page. */
export type TextLine = SourceLine & { gap: number | null };

/** The lines of the text that contain these words, without any other words. Blank lines between them are kept. */
export function textLines({ text }: Pick<Sheet, "text">, words: SheetWord[]): TextLine[] {
  const byLine = new Map<string, SheetWord[]>();
  for (const word of words) {
    const key = `${word.place.page} ${word.place.line}`;
    const known = byLine.get(key);
    if (known) known.push(word);
    else byLine.set(key, [word]);
  }
  const lines: TextLine[] = [];
  let last: SheetWord | undefined;
  for (const [page, all] of text.entries()) {
    let blank: TextLine[] = [];
    let isBegun = false;
    for (const [at] of all.entries()) {
      const line = { page: page + 1, line: at + 1 };
      const own = byLine.get(`${line.page} ${line.line}`)?.sort((a, b) => a.place.from - b.place.from);
      const [first] = own ?? [];
      if (!own || !first) {
        if (isBegun && all[at]?.trim() === "") blank.push({ ...line, text: "", gap: null });
        continue;
      }
      const gap = last && last.place.page === line.page ? (first.baseline - last.baseline) / first.size : null;
      lines.push(...blank, { ...line, text: spaced(own), gap });
      blank = [];
      isBegun = true;
      last = first;
    }
  }
  return lines;
}

const spaced = (words: SheetWord[]) => words.reduce((text, word) => text.padEnd(word.place.from) + word.text, "");
