import type { PrintedCell, PrintedNote } from "@/paper/form/printed-form";
import { isSentenceOfForm } from "@/paper/reading/explanation-of-responses";
import { isBlank, joinedLines, type Piece, pieceOf, placesOf, type SourceLine } from "@/paper/words/source-lines";
import { plain } from "./ocr-cell";

type Block = { mark: string | null; isItem: boolean; pieces: Piece[] };

const MARKED = /^\s*(-\s+)?[({[]\s*(\d{1,2})\s*[)}\]](?:\s+(\S.*))?$/;
const ITEM = /^\s*-\s+(?=\S)/;
const NUMBER_LOST = "The number of this footnote is not legible. It is the one missing between its neighbours.";
const BEGINS = "We are not certain where this footnote begins.";
const ENDS = /[.;:!?)"”'’]\s*$/;

/**
 * The footnotes below `Explanation of Responses`. OCR may have put a number on the line above its footnote or into the middle
 * (where it was centred next to a long footnote), or lost it. `isUsed` says whether a mark occurs in the tables.
 */
export function damagedNotes(
  lines: SourceLine[],
  isUsed: (mark: string) => boolean,
): { notes: PrintedNote[]; unplaced: PrintedCell[] } {
  const notes: { mark: string; pieces: Piece[]; doubt?: string }[] = [];
  const unplaced: PrintedCell[] = [];
  let pending: Piece[] = [];
  /** A mark on a line of its own takes the text below it. */
  let isOpen = false;
  const last = () => Number(notes.at(-1)?.mark ?? 0);
  const settle = (next: number | null) => {
    if (pending.length === 0) return;
    const lost = last() + 1;
    const isLost = (next === null ? isUsed(String(lost)) : next === lost + 1) && isFinished(notes.at(-1));
    const note = notes.at(-1);
    if (isLost)
      notes.push({
        mark: String(lost),
        pieces: pending,
        doubt: NUMBER_LOST,
      });
    else if (note && next === null) note.pieces.push(...pending);
    else if (note) {
      note.pieces.push(...pending);
      note.doubt ??= "We are not certain where this footnote ends.";
    } else unplaced.push(cellOf(pending));
    pending = [];
  };
  for (const { mark, isItem, pieces } of blocks(lines)) {
    if (mark === null && isItem) {
      settle(last() + 2);
      notes.push({ mark: String(last() + 1), pieces: [...pieces], doubt: NUMBER_LOST });
      isOpen = false;
      continue;
    }
    if (mark === null) {
      if (isOpen) {
        notes.at(-1)?.pieces.push(...pieces);
        isOpen = false;
      } else pending.push(...pieces);
      continue;
    }
    const number = Number(mark);
    // A number in brackets that is out of sequence is part of a footnote's text.
    if (number <= last() && !isItem) {
      (pending.length > 0 ? pending : (notes.at(-1)?.pieces ?? pending)).push(...pieces);
      continue;
    }
    const goesOn = /[,;]$/.test(pending.at(-1)?.text ?? "") || /^[a-z]/.test(pieces[0]?.text ?? "");
    const isHalf = goesOn || !ENDS.test(pending.at(-1)?.text ?? "");
    const isMiddle =
      !isItem &&
      pieces.length > 0 &&
      pending.length > 0 &&
      (number === last() + 1 || !isUsed(String(last() + 1)) || (isHalf && isFinished(notes.at(-1))));
    if (isMiddle) {
      const isNext = number === last() + 1;
      notes.push({ mark, pieces: [...pending, ...pieces], ...(goesOn || isNext ? {} : { doubt: BEGINS }) });
      pending = [];
    } else {
      const isBehindStray = pending.length > 0;
      settle(number);
      const isLostBefore = isBehindStray && notes.at(-1)?.doubt === NUMBER_LOST;
      notes.push({ mark, pieces, ...(isLostBefore ? { doubt: BEGINS } : {}) });
    }
    isOpen = pieces.length === 0;
  }
  settle(null);
  return {
    notes: notes.map(({ mark, pieces, doubt }) => ({ mark, text: { ...cellOf(pieces), ...(doubt ? { doubt } : {}) } })),
    unplaced,
  };
}

const isFinished = (note: { pieces: Piece[] } | undefined) => !note || ENDS.test(note.pieces.at(-1)?.text ?? "");

const cellOf = (pieces: Piece[]): PrintedCell => ({
  text: plain(joinedLines(pieces.map(({ text }) => text))),
  marks: [],
  places: placesOf(pieces),
});

/** Lines by their marks, without the sentences of the form itself. */
function blocks(lines: SourceLine[]): Block[] {
  return lines.flatMap((line): Block[] => {
    if (isBlank(line) || isSentenceOfForm(line.text.replace(/^\s*-\s+/, ""))) return [];
    const found = MARKED.exec(line.text);
    if (!found) {
      const item = ITEM.exec(line.text);
      return [{ mark: null, isItem: item !== null, pieces: [pieceOf(line, item?.[0].length ?? 0)] }];
    }
    const from = found[3] === undefined ? line.text.length : line.text.length - found[3].length;
    return [
      {
        mark: String(Number(found[2])),
        isItem: found[1] !== undefined,
        pieces: found[3] === undefined ? [] : [pieceOf(line, from)],
      },
    ];
  });
}
