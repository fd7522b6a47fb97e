import { emptyCell, type PrintedForm } from "@/paper/printed-form";
import { issuerAndSymbol } from "@/paper/text/filing-boxes";
import { cellOfPieces, type Piece, pieceOf, type SourceLine } from "@/paper/text/source-lines";
import { BOX_WORDS, isOfForm } from "./form-words";
import { textBlocks } from "./text-blocks";

export type OrderedBoxes = Pick<PrintedForm, "issuerName" | "tradingSymbol" | "periodOfReport" | "dateOfOriginal"> & {
  /** Texts of the boxes that are none of these, and no line of the owner: titles, and whatever slipped in between. */
  left: Piece[];
};

const DATE = /(?<![\d/])\d{1,2}\/\d{1,2}(?:[+-]\d{2}:\d{2}|Z)?\/\d{4}(?![\d/])/g;

const squeezed = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Boxes 1 to 6 whose columns were scattered. The issuer is the line that ends in the symbol's brackets, with the lines of its block
 * above it; the owner's own lines are known from the pages behind the tables.
 */
export function readOrderedBoxes(lines: SourceLine[], ownersLines: string[]): OrderedBoxes {
  const start = lines.findIndex(({ text }) => /1\.\s*Name and Address of Reporting/.test(text));
  const owner = squeezed(ownersLines.join(" "));
  const isOfOwner = (text: string) => squeezed(text) !== "" && owner.includes(squeezed(text));
  const dates: Piece[] = [];
  const blocks = textBlocks(lines.slice(Math.max(0, start))).map((block) =>
    block.flatMap((line) => valuesOf(line, dates)).filter(({ text }) => !isOfOwner(text)),
  );
  const issuer = issuerPieces(blocks);
  const left = blocks.flat().filter((piece) => !issuer.includes(piece) && !/^\[.*\]$/.test(piece.text));
  return { ...issuerAndSymbol(issuer), ...datesOf(dates, lines), left };
}

/** The texts of a line that the form itself does not print, with its dates put to the others. */
function valuesOf(line: SourceLine, dates: Piece[]): Piece[] {
  if (isOfForm(line.text, BOX_WORDS)) return [];
  const found = [...line.text.matchAll(DATE)];
  if (found.length === 0) return [pieceOf(line)];
  for (const date of found) dates.push(pieceOf(line, date.index, date.index + date[0].length));
  const ends = [0, ...found.flatMap((date) => [date.index, date.index + date[0].length]), line.text.length];
  const rest: Piece[] = [];
  for (let at = 0; at < ends.length; at += 2) rest.push(pieceOf(line, ends[at], ends[at + 1]));
  return rest.filter(({ text }) => text !== "" && !isOfForm(text, BOX_WORDS));
}

function issuerPieces(blocks: Piece[][]): Piece[] {
  for (const block of blocks) {
    const end = block.findIndex(({ text }) => /\[.*\]$/.test(text));
    // Brackets without a name are the symbol abroad.
    if (end > 0 || (end === 0 && !/^\[.*\]$/.test(block[0]?.text ?? ""))) return block.slice(0, end + 1);
  }
  return [];
}

/** The date of the event comes before that of an original filing: on the page, and in time. */
function datesOf(dates: Piece[], lines: SourceLine[]): Pick<OrderedBoxes, "periodOfReport" | "dateOfOriginal"> {
  const [first, second, third] = dates;
  if (!first || third) return { periodOfReport: null, dateOfOriginal: dates.length === 0 ? emptyCell() : null };
  if (!second) return { periodOfReport: cellOfPieces([first]), dateOfOriginal: emptyCell() };
  const isBeforeBoxSix = lines.some(
    ({ line, page, text }) => /Form filed by More/.test(text) && (page > second.page || line > second.line),
  );
  const isInTime = time(first) <= time(second);
  return isBeforeBoxSix && isInTime
    ? { periodOfReport: cellOfPieces([first]), dateOfOriginal: cellOfPieces([second]) }
    : { periodOfReport: null, dateOfOriginal: null };
}

function time({ text }: Piece): string {
  const [month = "", day = "", year = ""] = text.replace(/[+-]\d{2}:\d{2}|Z/, "").split("/");
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
