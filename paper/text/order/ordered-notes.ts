import type { PrintedNote } from "@/paper/printed-form";
import { isSentenceOfForm, readNotes } from "@/paper/text/explanation-of-responses";
import { isBlank, type SourceLine } from "@/paper/text/source-lines";
import { isTableText } from "./is-table-text";
import { textBlocks } from "./text-blocks";

const MARK = /^\(\d{1,2}\)$/;
const FIRST_MARK = /^\s*\(1\)(\s|$)/;

/** Lines of a table are short; those of a note reach over the page, but for its last. */
const SHORT = 50;

/** Notes, which begin below the form's own sentences; lines of a table that came out among them are given back. */
export function readOrderedNotes(lines: SourceLine[]): {
  notes: PrintedNote[];
  isIncomplete: boolean;
  isEmptyForm: boolean;
  ofTable: SourceLine[];
} {
  const start = lines.findLastIndex(({ text }) => isSentenceOfForm(text)) + 1;
  const isOwn = ({ text }: SourceLine) => !isSentenceOfForm(text);
  const before = lines
    .slice(0, start)
    .filter(isOwn)
    .filter((line) => !isBlank(line));
  const isNoSecurities = ({ text }: SourceLine) => /^\s*No securities are beneficially owned/i.test(text);
  const blocks = textBlocks(lines.slice(start));
  const firstAt = blocks.findIndex((block) => block.some(({ text }) => FIRST_MARK.test(text)));
  const strayBlocks = blocks.filter(
    (block, at) =>
      (block.every(({ text }) => isTableText(text)) && block.some(({ text }) => !MARK.test(text.trim()))) ||
      (at < firstAt && block.every(({ text }) => text.trim().length < SHORT)),
  );
  const stray = new Set(strayBlocks.flat());
  const { notes } = readNotes(lines.slice(start).filter((line) => !stray.has(line) && !isNoSecurities(line)));
  // `short(3) swing`: a mark that stood before the second half of a word was drawn into it.
  const isRead = (mark: string | undefined) => notes.some((note) => note.mark === mark);
  const isMarkWithin = notes.some(({ text: { text } }) =>
    [...text.matchAll(/\p{Ll}\((\d{1,2})\)(?=\s|$)/gu)].some(
      ([, mark]) => !isRead(mark) && isRead(String(Number(mark) - 1)),
    ),
  );
  const isFirstLost = notes.length > 0 && !isRead("1");
  const doubt = stray.size > 0 || isFirstLost ? MIXED : isMarkWithin ? WITHIN : undefined;
  const ofTable = [...before.filter((line) => !isNoSecurities(line)), ...stray];
  return {
    notes: doubt === undefined ? notes : notes.map(({ mark, text }) => ({ mark, text: { ...text, doubt } })),
    isIncomplete: isMarkWithin || isFirstLost,
    isEmptyForm: lines.some(isNoSecurities),
    ofTable,
  };
}

const MIXED = "Lines of a table stand among the notes: others of them may have been taken for the note's.";
const WITHIN = "A note's number stands within a word of another note: where notes begin and end is not sure.";
