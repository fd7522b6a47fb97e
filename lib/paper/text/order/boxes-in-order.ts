import type { PrintedOwner } from "@/lib/paper/printed-form";
import { isBoxLabel, isTopSentence } from "@/lib/paper/text/box-labels";
import {
  EMPTY,
  type FilingBoxes,
  issuerAndSymbol,
  titles,
  underscoredJoint,
  underscoredRelationships,
} from "@/lib/paper/text/filing-boxes";
import { CITY_LINE, cellOf, UNTOLD_RELATIONSHIPS } from "@/lib/paper/text/reporting-owners";
import {
  cellOfPieces,
  isBlank,
  joinedLines,
  type Piece,
  pieceOf,
  type SourceLine,
} from "@/lib/paper/text/source-lines";

const DATE = /^\d{1,2}\/\d{1,2}(?:[+-]\d{2}:\d{2}|Z)?\/\d{4}$/;

/**
 * Boxes 1 to 6 of text in reading order. What a text is, is told by its kind (a date; a symbol in brackets) and by the owner's name and
 * address, which stand again behind the form; without these, or where it could be two things, it is not told.
 */
export function readBoxesInOrder(
  lines: SourceLine[],
  owner: PrintedOwner | undefined,
  ownerTexts: Piece[],
): FilingBoxes {
  const start = lines.findIndex(({ text }) => /1\.\s*Name and Address of Reporting/i.test(text));
  const own = lines.slice(Math.max(0, start));
  const texts = own
    .filter((line) => !isBlank(line))
    .map((line) => pieceOf(line))
    .map(withoutChecks)
    .filter(({ text }) => text !== "" && !isBoxLabel(text) && !isTopSentence(text));
  const relationships = underscoredRelationships(own);
  const issuerAt = texts.findIndex(({ text }) => /\[[^\]]*\]$/.test(text));
  const issuer = issuerAt === -1 ? [] : issuerLines(texts, issuerAt);
  const dates = texts.filter(({ text }) => DATE.test(text));
  const [period, original, third] = dates;
  const rest = texts.filter(
    (piece) =>
      !issuer.includes(piece) && !dates.includes(piece) && !/^\[.*\]$/.test(piece.text) && !/^X$/.test(piece.text),
  );
  const isNameInIssuer = issuer.length > 1 && issuer.some(({ text }) => text === owner?.name?.text);
  const nameAt = owner?.name ? rest.findIndex(({ text }) => text === owner.name?.text) : -1;
  const isSameAddress = (text: string) =>
    owner !== undefined && [owner.cityLine, owner.city, owner.state, owner.zip].some((cell) => cell?.text === text);
  const street = joinedLines((owner?.street ?? []).map(({ text }) => text)).replace(/[,\s]+/g, "");
  const isOfStreet = (text: string) => street.includes(text.replace(/[,\s]+/g, ""));
  const left = rest.filter(
    (piece, index) =>
      index !== nameAt && !isSameAddress(piece.text) && !isOfStreet(piece.text) && !CITY_LINE.test(piece.text),
  );
  // A title that box 5 prints is printed again behind the form.
  const title = left.filter(({ text }) =>
    ownerTexts.some((other) => other.text.startsWith(text) || other.text.includes(text)),
  );
  const isTitle =
    title.length > 0 && joinedLines(title.map(({ text }) => text)) === joinedLines(ownerTexts.map(({ text }) => text));
  const isTold =
    isTitle || (ownerTexts.length === 0 && !relationships.isOfficer?.ticked && !relationships.isOther?.ticked);
  return {
    ...issuerAndSymbol(isNameInIssuer ? issuer.slice(-1) : issuer),
    periodOfReport: period && !third ? cellOfPieces([period]) : null,
    dateOfOriginal: third
      ? null
      : original
        ? { ...cellOfPieces([original]), doubt: "Of two dates the second was taken for the date of the original." }
        : EMPTY,
    isJoint: underscoredJoint(own),
    owner: {
      ...(owner && nameAt !== -1 ? owner : { name: null, street: null, cityLine: null, ...UNTOLD_RELATIONSHIPS }),
      ...relationships,
      ...(isTold ? titles(isTitle ? title : [], relationships) : { officerTitle: null, otherText: null }),
    },
    unplaced: [],
  };
}

/** The street that is listed behind the form, if box 1 says the same: a title may have come out between its lines. */
function _withStreetOf(owner: PrintedOwner, left: Piece[], rest: Piece[]): PrintedOwner {
  const bare = (texts: string[]) => texts.join("").replace(/[,\s]+/g, "");
  const street = bare((owner.street ?? []).map(({ text }) => text));
  const inBox = bare(rest.filter((piece) => !left.includes(piece)).map(({ text }) => text));
  return inBox.includes(street) ? owner : { ...owner, street: null };
}

/** Of box 1 alone: the one text above `(Last)`, and a state between its city and its zip. */
function _ownerAbove(lines: SourceLine[], rest: Piece[]): PrintedOwner {
  const last = lines.find(({ text }) => /^\s*\((Last|First|Middle)\)/.test(text));
  const isAbove = ({ page, line }: Piece) =>
    last !== undefined && (page < last.page || (page === last.page && line < last.line));
  const names = rest.filter(isAbove);
  const stateAt = rest.findIndex(
    ({ text }, index) => /^[A-Z]{2}$/.test(text) && /^\d{5}(-\d{4})?$/.test(rest[index + 1]?.text ?? ""),
  );
  const [city, state, zip] = stateAt < 1 ? [] : rest.slice(stateAt - 1, stateAt + 2);
  return {
    ...UNTOLD_RELATIONSHIPS,
    name: names.length === 1 ? cellOf(names) : null,
    street: null,
    cityLine: null,
    ...(city && state && zip && !names.includes(city)
      ? { city: cellOfPieces([city]), state: cellOfPieces([state]), zip: cellOfPieces([zip]) }
      : {}),
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
