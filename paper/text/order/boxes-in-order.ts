import { UNTOLD_RELATIONSHIP } from "@/paper/printed-form";
import { isBoxLabel, isTopSentence } from "@/paper/text/box-labels";
import {
  EMPTY,
  type FilingBoxes,
  issuerAndSymbol,
  titles,
  underscoredJoint,
  underscoredRelationships,
} from "@/paper/text/filing-boxes";
import { cellOfPieces, isBlank, type Piece, pieceOf, type SourceLine } from "@/paper/text/source-lines";

const DATE = /^\d{1,2}\/\d{1,2}(?:[+-]\d{2}:\d{2}|Z)?\/\d{4}$/;

/**
 * Boxes 1 to 6 of text in reading order, of a page that lists no owners behind its tables: a date and a symbol in brackets are told by
 * their kind. What of the rest is the owner's name and address is not told.
 */
export function readBoxesInOrder(lines: SourceLine[]): FilingBoxes {
  const start = lines.findIndex(({ text }) => /1\.\s*Name and Address of Reporting/i.test(text));
  const own = lines.slice(Math.max(0, start));
  const texts = own
    .filter((line) => !isBlank(line))
    .map((line) => pieceOf(line))
    .map(withoutChecks)
    .filter(({ text }) => text !== "" && !isBoxLabel(text) && !isTopSentence(text));
  const relationships = underscoredRelationships(own);
  const issuerAt = texts.findIndex(({ text }) => /\[[^\]]*\]$/.test(text));
  const [period, original, third] = texts.filter(({ text }) => DATE.test(text));
  const isUntitled = relationships.isOfficer?.ticked === false && relationships.isOther?.ticked === false;
  return {
    ...issuerAndSymbol(issuerAt === -1 ? [] : issuerLines(texts, issuerAt)),
    periodOfReport: period && !third ? cellOfPieces([period]) : null,
    dateOfOriginal: third
      ? null
      : original
        ? { ...cellOfPieces([original]), doubt: "Of two dates the second was taken for the date of the original." }
        : EMPTY,
    isJoint: underscoredJoint(own),
    owner: {
      ...{ name: null, street: null, cityLine: null, ...UNTOLD_RELATIONSHIP },
      ...relationships,
      ...(isUntitled ? titles([], relationships) : { officerTitle: null, otherText: null }),
    },
    unplaced: [],
  };
}

/** The line of the symbol, and the lines of a broken name right above it. */
function issuerLines(texts: Piece[], at: number): Piece[] {
  let start = at;
  for (; start > 0; start--) {
    const [above, line] = [texts[start - 1], texts[start]];
    if (!above || !line || above.page !== line.page || above.line !== line.line - 1 || DATE.test(above.text)) break;
  }
  return texts.slice(start, at + 1);
}

/** A line of box 5 or 6 without its underscored checks. */
function withoutChecks(piece: Piece): Piece {
  const text = piece.text
    .replace(
      /_+\s?[Xx]?\s?_*\s*(Director|10% Owner|Officer(\s*\(give title( below\))?)?|Other(\s*\(specify( below\))?)?|Form filed by (One Reporting Person|More than One Reporting( Person)?))/gi,
      "",
    )
    .trim();
  return { ...piece, text };
}
