import type { PrintedCell, PrintedNote } from "@/paper/form/printed-form";
import type { Phrase } from "@/paper/words/phrases";
import { doubtOf } from "@/paper/words/printed-words";
import type { Sheet, SheetWord } from "@/paper/words/sheet";
import { cellOfPieces, type SourceLine } from "@/paper/words/source-lines";
import { type TextLine, textLines } from "@/paper/words/text-lines";
import { CUT_OFF, readNotes } from "./explanation-of-responses";

type Notes = { notes: PrintedNote[]; unplaced: PrintedCell[] };

/**
 * The footnotes of the `Explanation of Responses`. The gap between two footnotes is wider than between two lines of one. With the
 * right threshold, each block has one mark.
 */
export function formNotes(sheet: Sheet, words: SheetWord[]): Notes {
  const printed = textLines(sheet, words);
  const lines = sheet.kind === "scanned" ? printed.map(withoutStray) : printed;
  const readings = measures(lines).map((measure) => readNotes(withGaps(lines, measure)));
  const { notes, before } = readings.find(({ areApart }) => areApart) ?? readings[0] ?? { notes: [], before: [] };
  if (sheet.kind === "scanned") return recognizedNotes(lines, { notes, before });
  const cut = doubtOf(words).doubt;
  return {
    notes: notes.map(({ mark, text }) => {
      const isOwn = ({ place }: SheetWord) =>
        text.places.some(({ page, line }) => page === place.page && line === place.line);
      const said = sheet.kind === "drawn" && text.doubt === CUT_OFF ? undefined : text.doubt;
      const doubt = said ?? (cut === undefined ? undefined : doubtOf(words.filter(isOwn)).doubt);
      const { doubt: _, ...cell } = text;
      return { mark, text: doubt === undefined ? cell : { ...cell, doubt } };
    }),
    unplaced: before.length > 0 ? [cellOfPieces(before)] : [],
  };
}

/** Without the signs that specks leave before a line. */
const withoutStray = (line: TextLine): TextLine => ({
  ...line,
  text: line.text.replace(/^[\s.,:;_~|‘'“"*-]+(?=[(A-Za-z0-9])/, (signs) => " ".repeat(signs.length)),
});

const MAY_BE_MARK = /^\s*[([{][^)\]}\s]{1,3}[)\]}]|^\s*[A-Za-z0-9@©®]{1,2}[)\]}]\s/;
export const RECOGNIZED = "Read by OCR: letters may be wrong.";

/** In a scan, if one mark was misread, no text can be assigned to its number, so all marks must be there. */
function recognizedNotes(
  lines: SourceLine[],
  { notes, before }: Pick<ReturnType<typeof readNotes>, "notes" | "before">,
): Notes {
  const marked = lines.filter(({ text }) => MAY_BE_MARK.test(text)).length;
  const isWhole =
    notes.length === marked && before.length === 0 && notes.every(({ mark }, index) => mark === String(index + 1));
  const doubted = notes.map(({ mark, text }) => ({ mark, text: { ...text, doubt: text.doubt ?? RECOGNIZED } }));
  return { notes: isWhole ? doubted : [], unplaced: [] };
}

/** Gaps that may separate one footnote from the next, the likeliest first. */
function measures(lines: TextLine[]): number[] {
  const gaps = lines.flatMap(({ gap }) => gap ?? []).sort((a, b) => a - b);
  const steps = gaps.filter((gap, index) => gap - (gaps[index - 1] ?? 0) > 0.04);
  return [1.3, ...steps.map((step) => step + 0.06)];
}

const withGaps = (lines: TextLine[], measure: number): SourceLine[] =>
  lines.flatMap((line) =>
    line.gap !== null && line.gap >= measure ? [{ page: line.page, line: 0, text: "" }, line] : [line],
  );

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
