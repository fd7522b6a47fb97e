import type { PrintedBox, PrintedCell, PrintedForm, PrintedOwner, Told } from "@/paper/printed-form";
import { UNTOLD_RELATIONSHIP } from "@/paper/printed-form";
import { isBoxLabel, isTopSentence } from "./box-labels";
import { xBoxes } from "./printed-x";
import { cellOf } from "./reporting-owners";
import { cellOfPieces, chunksOf, type Piece, pieceOf, type SourceLine } from "./source-lines";

/** What boxes 1 to 6 say. */
export type FilingBoxes = Pick<
  PrintedForm,
  "issuerName" | "tradingSymbol" | "periodOfReport" | "dateOfOriginal" | "isJoint"
> & { owner: PrintedOwner; unplaced: PrintedCell[] };

const EMPTY: PrintedCell = { text: "", marks: [], places: [] };
const DATE = /^\d{1,2}\/\d{1,2}(?:[+-]\d{2}:\d{2}|Z)?\/\d{4}$/;

/** The number in FORM 3, 4 or 5, or what the form's title tells. */
export function formNumber(lines: SourceLine[]): Told<"3" | "4" | "5"> {
  for (const { text } of lines) {
    const [, number] = /(?:^|\s{2,})(?:SEC )?FORM\s+([345])(?:\/A)?(?=\s{2,}|$)/i.exec(text) ?? [];
    if (number === "3" || number === "4" || number === "5") return number;
  }
  const title = lines.map(({ text }) => text.trim()).join(" ");
  if (/INITIAL\s+STATEMENT\s+OF\s+BENEFICIAL/i.test(title)) return "3";
  if (/ANNUAL\s+STATEMENT\s+OF\s+CHANGES/i.test(title)) return "5";
  return /STATEMENT\s+OF\s+CHANGES\s+IN\s+BENEFICIAL/i.test(title) ? "4" : null;
}

/** Where the box of Rule 10b5-1(c) is printed, an X beside it is nowhere in this text; where it is not, the form has none. */
export const planBox = (lines: SourceLine[]): null | "absent" =>
  lines.some(({ text }) => /10b5-?\s?$|10b5-1|Rule 10b5|pursuant to a contract/i.test(text)) ? null : "absent";

type Relationships = Pick<PrintedOwner, "isDirector" | "isOfficer" | "isTenPercentOwner" | "isOther">;

const CHECKS: [keyof Relationships, RegExp][] = [
  ["isDirector", /(_+\s?([Xx])?\s?_*)\s*Director/],
  ["isTenPercentOwner", /(_+\s?([Xx])?\s?_*)\s*10% Owner/],
  ["isOfficer", /(_+\s?([Xx])?\s?_*)\s*Officer/],
  ["isOther", /(_+\s?([Xx])?\s?_*)\s*Other/],
];

/** `__X__ Director`: ticked. `_____ Officer`: not ticked. */
export function underscoredRelationships(lines: SourceLine[]): Relationships {
  const found: Relationships = { isDirector: null, isOfficer: null, isTenPercentOwner: null, isOther: null };
  for (const line of lines) {
    for (const [name, pattern] of CHECKS) found[name] ??= boxIn(line, pattern);
  }
  return found;
}

/** Told by the two lines of box 6, of which one has the X. */
export function underscoredJoint(lines: SourceLine[]): Told<PrintedBox> {
  let one: PrintedBox | null = null;
  let more: PrintedBox | null = null;
  for (const line of lines) {
    one ??= boxIn(line, /(_+\s?([Xx])?\s?_*)\s*Form filed by One/i);
    more ??= boxIn(line, /(_+\s?([Xx])?\s?_*)\s*Form filed by More/i);
  }
  if (!one || !more || one.ticked === more.ticked) return null;
  return more.ticked ? more : { ...one, ticked: false };
}

function boxIn(line: SourceLine, pattern: RegExp): PrintedBox | null {
  const found = pattern.exec(line.text);
  if (!found) return null;
  const { page, line: number } = line;
  const place = { page, line: number, from: found.index, to: found.index + found[0].length };
  return { ticked: found[2] !== undefined, places: [place] };
}

/** `PALANTIR TECHNOLOGIES INC [PLTR]`: the name, and the symbol without its brackets. */
export function issuerAndSymbol(pieces: Piece[]): { issuerName: Told<PrintedCell>; tradingSymbol: Told<PrintedCell> } {
  const cell = cellOfPieces(pieces);
  const found = /^(.*?)\s*\[\s*([^\]]*?)\s*\]$/.exec(cell.text);
  if (!found) return { issuerName: pieces.length > 0 ? cell : null, tradingSymbol: null };
  return {
    issuerName: { ...cell, text: found[1] ?? "" },
    tradingSymbol: { ...cell, text: found[2] ?? "", places: cell.places.slice(-1) },
  };
}

/**
 * Boxes 1 to 6 of text that keeps its columns: the boxes stand in two columns beside box 1 (three on a Form 3), which begin where
 * their first labels do.
 */
export function readBoxesInColumns(lines: SourceLine[]): FilingBoxes | null {
  const at = lines.findIndex(({ text }) => /1\.\s*Name and Address of Reporting/i.test(text));
  const heading = lines[at];
  if (!heading) return null;
  const boxLines = lines.slice(at).filter(({ text }) => !/^\(Print or Type/.test(text.trim()));
  const starts = columnStarts(boxLines);
  const columns: Piece[][] = starts.map(() => []);
  for (const line of boxLines) {
    for (const piece of chunksOf(line).flatMap((chunk) => dividedAt(line, chunk, starts))) {
      const column = starts.findLastIndex((start) => piece.from >= start - 7);
      // Box 1 has no date: an address that fills it has pushed the line together.
      columns[Math.max(DATE.test(piece.text) ? 1 : 0, column)]?.push(piece);
    }
  }
  const [first = [], ...others] = columns;
  const isUnderscored = boxLines.some(({ text }) => /_+\s?X?_*\s*Director/i.test(text));
  const isCheck = isUnderscored ? isUnderscoredCheck : isBareCheck;
  const texts = others.map((pieces) => pieces.filter(({ text }) => !isBoxLabel(text) && !isCheck(text)));
  const flat = texts.flat();
  const issuer = flat.filter((piece) => isOfIssuer(piece, others.flat()));
  const dates = flat.filter(({ text }) => DATE.test(text));
  const labels = others.flat();
  const period = dateBelow(/Date of Earliest|Date of Event|Statement for Issuer/i, labels, dates);
  const original = dateBelow(/If Amendment/i, labels, dates);
  const rest = flat.filter(
    (piece) =>
      !isTopSentence(piece.text) && !issuer.includes(piece) && !dates.includes(piece) && !/^\[.*\]$/.test(piece.text),
  );
  const xs = isUnderscored ? null : xBoxes(boxLines);
  const relationships = xs ?? underscoredRelationships(boxLines);
  return {
    ...issuerAndSymbol(issuer),
    periodOfReport: period ? cellOfPieces([period]) : null,
    dateOfOriginal: original ? cellOfPieces([original]) : EMPTY,
    isJoint: xs ? xs.isJoint : underscoredJoint(boxLines),
    owner: {
      ...firstOwner(first),
      ...UNTOLD_RELATIONSHIP,
      ...relationshipsOnly(relationships),
      ...titles(rest, relationships),
    },
    unplaced: [],
  };
}

const relationshipsOnly = ({ isDirector, isTenPercentOwner, isOfficer, isOther }: Relationships): Relationships => ({
  isDirector,
  isTenPercentOwner,
  isOfficer,
  isOther,
});

/** Lines of boxes 5 and 6, with the underscores of printed pages or the bare labels of EDGAR's own. */
const isUnderscoredCheck = (text: string) =>
  /^_+\s?[Xx]?\s?_*\s*(Director|10% Owner|Officer|Other|Form filed)/i.test(text) || /^below\)$/.test(text);
const isBareCheck = (text: string) =>
  /^X?\s*(Director|10% Owner|Officer \(give.*|Other \(specify.*|Form filed.*|below\)|Person)?$/i.test(text);

/** A chunk that runs over the start of a column, or into a date, is two: only one space parts them. */
function dividedAt(line: SourceLine, chunk: Piece, starts: number[]): Piece[] {
  const isStart = (at: number) => /^(\d{1,2}a?\.\s|_)/.test(line.text.slice(at));
  const dateAt = / (?=\d{1,2}\/\d{1,2}\/\d{4}$)/.exec(chunk.text)?.index;
  const cut =
    dateAt === undefined
      ? starts.find((start) => start > chunk.from && start < chunk.to && line.text[start - 1] === " " && isStart(start))
      : chunk.from + dateAt + 1;
  return cut === undefined
    ? [chunk]
    : [pieceOf(line, chunk.from, cut), ...dividedAt(line, pieceOf(line, cut, chunk.to), starts)];
}

/** Where the columns of boxes begin: at the numbers of their labels. */
function columnStarts(lines: SourceLine[]): number[] {
  const found: number[] = [];
  for (const line of lines.slice(0, 14)) {
    for (const label of line.text.matchAll(
      /(?:^|\s)([2-6])a?\.\s*(?:Issuer Name|Date of|Relationship|Statement for|If Amend|Individual or)/gi,
    )) {
      const start = label.index + label[0].search(/\S/);
      if (start > 20 && !found.some((one) => Math.abs(one - start) < 12)) found.push(start);
    }
  }
  return [0, ...found.sort((a, b) => a - b)];
}

/** The issuer's lines: those between its label and the next label of its column that hold text up to the symbol. */
function isOfIssuer(piece: Piece, pieces: Piece[]) {
  const label = pieces.find(({ text }) => /Issuer Name and Ticker/i.test(text));
  if (!label || DATE.test(piece.text)) return false;
  const isInColumn = piece.from >= label.from - 8 && piece.from < label.from + 40;
  const below = pieces.filter(
    (one) => isBelow(one, label) && one.from >= label.from - 8 && one.from < label.from + 40 && !isBoxLabel(one.text),
  );
  const end = below.findIndex(({ text }) => /\]$/.test(text));
  return isInColumn && below.slice(0, (end === -1 ? 0 : end) + 1).includes(piece);
}

const isBelow = (one: Piece, other: Piece) =>
  one.page > other.page || (one.page === other.page && one.line > other.line);

/** The date nearest below a label in its column, before the next numbered label of the column. */
function dateBelow(label: RegExp, pieces: Piece[], dates: Piece[]): Piece | undefined {
  const named = pieces.find(({ text }) => label.test(text));
  if (!named) return undefined;
  const sameColumn = (one: Piece) => one.from > named.from - 45 && one.from < named.from + 30;
  const next = pieces.find(
    (one) => isBelow(one, named) && Math.abs(one.from - named.from) < 10 && /^\d\.\s/.test(one.text),
  );
  return dates.find((date) => isBelow(date, named) && sameColumn(date) && (!next || isBelow(next, date)));
}

/** Box 1: the name above `(Last)`, the street up to `(Street)`, the city's line up to `(City)`. */
function firstOwner(pieces: Piece[]): PrintedOwner {
  const parts: Piece[][] = [[], [], [], []];
  let part = 0;
  for (const piece of pieces) {
    if (/\(Last\)/.test(piece.text)) part = Math.max(part, 1);
    if (/\(Street\)/.test(piece.text)) part = Math.max(part, 2);
    if (/\(City\)/.test(piece.text)) part = 3;
    if (!isBoxLabel(piece.text)) parts[part]?.push(piece);
  }
  const [name = [], street = [], city = []] = parts;
  const labels = pieces.filter(({ text }) => isBoxLabel(text));
  const lastOfStreet = city.length === 0 ? street.at(-1) : undefined;
  const inStreet = lastOfStreet && /,\s*[A-Z0-9]{2}(\s|$)/.test(lastOfStreet.text) ? [lastOfStreet] : [];
  return {
    name: cellOf(name),
    street: street.filter((piece) => !inStreet.includes(piece)).map((piece) => cellOfPieces([piece])),
    ...cityParts(city.length > 0 ? city : inStreet, labels),
    ...UNTOLD_RELATIONSHIP,
  };
}

/** City, state and zip in one line, or in cells of their own above `(City)`, `(State)` and `(Zip)`. */
function cityParts(city: Piece[], labels: Piece[]): Pick<PrintedOwner, "cityLine" | "city" | "state" | "zip"> {
  const [only] = city;
  if (city.length === 1 && only && only.text.includes(",")) return { cityLine: cellOfPieces([only]) };
  const starts = ["(City)", "(State)", "(Zip"].map((label) => labels.find(({ text }) => text.startsWith(label))?.from);
  const [, stateAt, zipAt] = starts;
  if (city.length === 0 || stateAt === undefined || zipAt === undefined) return { cityLine: null };
  const parts: [Piece[], Piece[], Piece[]] = [[], [], []];
  for (const piece of city) parts[piece.from >= zipAt - 3 ? 2 : piece.from >= stateAt - 3 ? 1 : 0].push(piece);
  const [name, state, zip] = parts;
  const [first] = name;
  // A long city runs up to its state.
  const isClose = first !== undefined && (first.to >= stateAt || /^\d{5}(-\d{4})?$/.test(zip[0]?.text ?? ""));
  const joined = name.length === 1 && isClose && state.length === 0 ? /^(.+) ([A-Z]{2})$/.exec(first.text) : null;
  if (joined && first) {
    const cut = first.to - 2;
    name.splice(0, 1, { ...first, text: joined[1] ?? "", to: cut - 1 });
    state.push({ ...first, text: joined[2] ?? "", from: cut });
  }
  if (name.length === 0 || state.length > 1 || zip.length > 1) return { cityLine: null };
  return { cityLine: null, city: cellOf(name), state: cellOf(state) ?? EMPTY, zip: cellOf(zip) ?? EMPTY };
}

/** The officer's title and the text of Other stand below their lines; with one of the two ticked, the text is of that one. */
function titles(
  texts: Piece[],
  { isOfficer, isOther }: Relationships,
): Pick<PrintedOwner, "officerTitle" | "otherText"> {
  if (texts.length === 0) return { officerTitle: EMPTY, otherText: EMPTY };
  const cell = cellOfPieces(texts);
  if (isOfficer?.ticked && !isOther?.ticked) return { officerTitle: cell, otherText: EMPTY };
  if (isOther?.ticked && !isOfficer?.ticked) return { officerTitle: EMPTY, otherText: cell };
  const [title, other] = texts;
  return texts.length === 2 && title && other && title.line === other.line && isOfficer?.ticked
    ? { officerTitle: cellOfPieces([title]), otherText: cellOfPieces([other]) }
    : { officerTitle: null, otherText: null };
}
