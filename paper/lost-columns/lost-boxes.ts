import type { PrintedBox, PrintedCell, PrintedForm, Told } from "@/paper/form/printed-form";
import { emptyCell } from "@/paper/form/printed-form";
import { underscoredBox } from "@/paper/reading/underscored-boxes";
import { cellOfPieces, type Piece, pieceOf, type SourceLine } from "@/paper/words/source-lines";
import { isOfBoxes } from "./printed-phrases";
import { textBlocks } from "./text-blocks";

/**
 * If the box of Rule 10b5-1(c) is printed, this text does not show whether it is checked; if it is not printed, the form has
 * none.
 */
export const planBox = (lines: SourceLine[]): null | "absent" =>
  lines.some(({ text }) => /10b5-?\s?$|10b5-1|Rule 10b5|pursuant to a contract/i.test(text)) ? null : "absent";

/** The X is before one of the two lines of box 6. */
export function underscoredJoint(lines: SourceLine[]): Told<PrintedBox> {
  let one: PrintedBox | null = null;
  let more: PrintedBox | null = null;
  for (const line of lines) {
    one ??= underscoredBox(line, /Form filed by One/i);
    more ??= underscoredBox(line, /Form filed by More/i);
  }
  if (!one || !more || one.ticked === more.ticked) return null;
  return more.ticked ? more : { ...one, ticked: false };
}

/** `PALANTIR TECHNOLOGIES INC [PLTR]`: the name, and the symbol without its brackets. */
function issuerAndSymbol(pieces: Piece[]): { issuerName: Told<PrintedCell>; tradingSymbol: Told<PrintedCell> } {
  const cell = cellOfPieces(pieces);
  const found = /^(.*?)\s*\[\s*([^\]]*?)\s*\]$/.exec(cell.text);
  if (!found) return { issuerName: pieces.length > 0 ? cell : null, tradingSymbol: null };
  return {
    issuerName: { ...cell, text: found[1] ?? "" },
    tradingSymbol: { ...cell, text: found[2] ?? "", places: cell.places.slice(-1) },
  };
}

/** The issuer is the line that ends with the symbol in brackets, and the lines of its block above it that are not the owner's. */
export function issuerIn(
  lines: SourceLine[],
  ofOwner: Told<PrintedCell>[],
): Pick<PrintedForm, "issuerName" | "tradingSymbol"> {
  const owners = new Set(ofOwner.map((cell) => cell?.text));
  for (const block of textBlocks(fromFirstBox(lines))) {
    const pieces = block
      .filter(({ text }) => !isOfBoxes(text))
      .map((line) => pieceOf(line))
      .filter(({ text }) => !owners.has(text) && !DATE.test(text));
    const end = pieces.findIndex(({ text }) => /\[.*\]$/.test(text));
    // Brackets without a name are the foreign symbol.
    if (end > 0 || (end === 0 && !/^\[.*\]$/.test(pieces[0]?.text ?? "")))
      return issuerAndSymbol(pieces.slice(0, end + 1));
  }
  return issuerAndSymbol([]);
}

const FIRST_BOX = /^\s*[1-5]\.\s*(Name and Address of Reporting|Issuer Name|Date of|Statement for|Relationship)/;

/** Everything above the first box is printed by the form itself. */
const fromFirstBox = (lines: SourceLine[]) =>
  lines.slice(
    Math.max(
      0,
      lines.findIndex(({ text }) => FIRST_BOX.test(text)),
    ),
  );

const DATE = /(?<![\d/])\d{1,2}\/\d{1,2}(?:[+-]\d{2}:\d{2}|Z)?\/\d{4}(?![\d/])/;

/** The date of the event comes before that of an original filing: on the page, and in time. */
export function datesIn(lines: SourceLine[]): Pick<PrintedForm, "periodOfReport" | "dateOfOriginal"> {
  const own = fromFirstBox(lines);
  const end = own.findLastIndex(({ text }) => /Form filed by More/.test(text));
  const dates = own.flatMap((line, at) =>
    [...line.text.matchAll(new RegExp(DATE, "g"))].map((found) => ({
      at,
      piece: pieceOf(line, found.index, found.index + found[0].length),
    })),
  );
  const [first, second, third] = dates;
  if (!first) return { periodOfReport: null, dateOfOriginal: emptyCell() };
  if (!second) return { periodOfReport: cellOfPieces([first.piece]), dateOfOriginal: emptyCell() };
  return !third && second.at < end && timeOf(first.piece) <= timeOf(second.piece)
    ? { periodOfReport: cellOfPieces([first.piece]), dateOfOriginal: cellOfPieces([second.piece]) }
    : { periodOfReport: null, dateOfOriginal: null };
}

function timeOf({ text }: Piece): string {
  const [month = "", day = "", year = ""] = text.replace(/[+-]\d{2}:\d{2}|Z/, "").split("/");
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
