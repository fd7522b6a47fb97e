import { formNumber } from "@/paper/form/form-number";
import type { PrintedCell, PrintedNote, PrintedSignature, PrintedSource, Told } from "@/paper/form/printed-form";
import { lostOwners } from "@/paper/lost-columns/lost-owners";
import { type LostSections, lostSections } from "@/paper/lost-columns/lost-sections";
import { isOfBoxes, isOfTables } from "@/paper/lost-columns/printed-phrases";
import { textBlocks } from "@/paper/lost-columns/text-blocks";
import { isSentenceOfForm, readNotes } from "@/paper/reading/explanation-of-responses";
import { underscoredRelationships } from "@/paper/reading/underscored-boxes";
import {
  accessionNumberIn,
  cellOfPieces,
  isBlank,
  type Piece,
  pieceOf,
  type SourceLine,
  sourceLines,
  sourceText,
} from "@/paper/words/source-lines";
import { datesIn, issuerIn, planBox, underscoredJoint } from "./lost-boxes";

/** Many times more than the longest forms have, and few enough to be read in a second. */
const MOST_LINES = 10_000;

/**
 * Reads a form as text whose columns are lost: text that was side by side on the page follows in blocks. Boxes, footnotes,
 * remarks and signatures are read if the text still shows what belongs together. The columns of a table cannot be recovered, so
 * its rows are unread.
 */
export function readLostColumns(text: string): PrintedSource | null {
  const source = sourceText(text);
  const lines = sourceLines(source);
  if (lines.length > MOST_LINES) return null;
  const sections = lostSections(lines);
  const form = formNumber(lines.map(({ text }) => text));
  if (!sections || !form) return null;
  // The last lines of the boxes may come below the heading of Table I.
  const boxes = [...sections.boxes, ...boxesBelow(sections.tableI)];
  const { owners, isIncomplete } = lostOwners(sections.owners, boxes, underscoredRelationships(boxes));
  const { notes, areSure } = lostNotes(sections.explanation);
  const signatures = lostSignatures(sections);
  const accessionNumber = accessionNumberIn(source);
  return {
    text: source,
    form: {
      form,
      exitBox: null,
      planBox: planBox(sections.boxes),
      form3HoldingsReported: null,
      form4TransactionsReported: null,
      ...issuerIn(
        sections.boxes,
        owners.flatMap(({ name, street }) => [name, ...(street ?? [])]),
      ),
      ...datesIn(sections.boxes),
      isJoint: underscoredJoint(boxes),
      noSecuritiesOwned: { ticked: sections.explanation.some(({ text }) => NO_SECURITIES.test(text)), places: [] },
      owners,
      tableI: null,
      tableII: null,
      notes,
      remarks: remarksIn(sections.remarks),
      signatures: signatures ?? [],
      ...(accessionNumber === undefined ? {} : { accessionNumber }),
      unplaced: [],
      problems: [{ message: COLUMNS_LOST }],
      incomplete: [
        ...(isIncomplete ? ["owners" as const] : []),
        ...(areSure ? [] : ["notes" as const]),
        ...(signatures === null ? ["signatures" as const] : []),
      ],
    },
  };
}

const COLUMNS_LOST =
  "The columns of the tables are lost in this text, so we did not read their rows. Use the PDF that the text came from instead";
const NO_SECURITIES = /^\s*No securities are beneficially owned/i;

/** Lines of Table I, down to the last one that only the boxes print. */
function boxesBelow(lines: SourceLine[]): SourceLine[] {
  const isBoxLine = (text: string) => /[ ()]/.test(text.trim()) && isOfBoxes(text) && !isOfTables(text);
  return lines.slice(0, lines.findLastIndex(({ text }) => isBoxLine(text)) + 1).filter(({ text }) => !isOfTables(text));
}

/** Lines of a table are short. Those of a footnote fill the width of the page, except its last. */
const SHORT = 50;
const FIRST_MARK = /^\s*\(1\)(\s|$)/;
const MIXED = "Lines of a table are mixed with the footnotes, so this footnote may contain some of them.";
const WITHIN =
  "A footnote number is inside a word of another footnote, so we are not certain where footnotes begin and end.";

/** The footnotes, which begin below the form's own sentences. Lines of a table that came between them are left out. */
function lostNotes(lines: SourceLine[]): { notes: PrintedNote[]; areSure: boolean } {
  const below = lines.slice(lines.findLastIndex(({ text }) => isSentenceOfForm(text)) + 1);
  const blocks = textBlocks(below);
  const firstAt = blocks.findIndex((block) => block.some(({ text }) => FIRST_MARK.test(text)));
  const stray = new Set(
    blocks
      .filter(
        (block, at) =>
          (block.every(({ text }) => isOfTables(text)) &&
            block.some(({ text }) => !/^\(\d{1,2}\)$/.test(text.trim()))) ||
          (at < firstAt && block.every(({ text }) => text.trim().length < SHORT)),
      )
      .flat(),
  );
  const { notes } = readNotes(below.filter((line) => !stray.has(line) && !NO_SECURITIES.test(line.text)));
  const isRead = (mark: string | undefined) => notes.some((note) => note.mark === mark);
  // `short(3) swing`: a mark before the second half of a word was moved into the word.
  const isMarkWithin = notes.some(({ text: { text } }) =>
    [...text.matchAll(/\p{Ll}\((\d{1,2})\)(?=\s|$)/gu)].some(
      ([, mark]) => !isRead(mark) && isRead(String(Number(mark) - 1)),
    ),
  );
  const isFirstLost = notes.length > 0 && !isRead("1");
  const doubt = stray.size > 0 || isFirstLost ? MIXED : isMarkWithin ? WITHIN : undefined;
  return {
    notes: doubt === undefined ? notes : notes.map(({ mark, text }) => ({ mark, text: { ...text, doubt } })),
    areSure: !isMarkWithin && !isFirstLost,
  };
}

function remarksIn(lines: SourceLine[]): PrintedCell {
  const pieces = lines
    .filter((line) => !isBlank(line))
    .map((line) => pieceOf(line, /^\s*Remarks:/.exec(line.text)?.[0].length ?? 0));
  return cellOfPieces(pieces.filter(({ text }) => text !== ""));
}

const CAPTION = /^\**\s*Signature of Reporting Person$/;
const CAPTION_OF_DATE = /^(\*\*|(\*\* )?Date)$/;
const WHOLE_DATE = /^\d{1,2}\/\d{1,2}(?:[+-]\d{2}:\d{2}|Z)?\/\d{4}$/;

/**
 * Names and dates below `Signatures`. The page has as many captions as signatures, so if there are as many names, each is one. A
 * date is read if it follows its name and precedes the next, or if all dates are equal. Null if we cannot separate the names.
 */
function lostSignatures({ signatures, hasSignatureHeading }: LostSections): Told<PrintedSignature[]> {
  const doubt = hasSignatureHeading ? {} : { doubt: "It has no heading, so part of it may be elsewhere in the text." };
  const names: Piece[][] = [];
  const dates: { piece: Piece; after: number }[] = [];
  let captions = 0;
  for (const block of textBlocks(signatures)) {
    let name: Piece[] = [];
    for (const piece of block.map((line) => pieceOf(line))) {
      const isDate = WHOLE_DATE.test(piece.text);
      if (isDate) dates.push({ piece, after: names.length });
      if (CAPTION.test(piece.text)) captions += 1;
      if (
        isDate ||
        CAPTION.test(piece.text) ||
        CAPTION_OF_DATE.test(piece.text) ||
        isOfTables(piece.text) ||
        isOfBoxes(piece.text)
      ) {
        name = [];
        continue;
      }
      if (name.length === 0) names.push(name);
      name.push(piece);
    }
  }
  const signed = names.filter(([first]) => /\/s\//i.test(first?.text ?? ""));
  const own = names.length !== captions && signed.length === captions ? signed : names;
  if (captions === 0 || own.length !== captions) return null;
  const isEach = own === names && dates.length === own.length && dates.every(({ after }, at) => after === at + 1);
  const areSame = dates.length === own.length && new Set(dates.map(({ piece }) => piece.text)).size === 1;
  return own.map((name, at) => {
    const date = isEach || areSame ? dates[at]?.piece : undefined;
    return { name: { ...cellOfPieces(name), ...doubt }, date: date ? cellOfPieces([date]) : null };
  });
}
