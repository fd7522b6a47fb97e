import type { PrintedForm, PrintedOwner, PrintedSignature, PrintedSource } from "@/paper/printed-form";
import { formNumber, planBox, underscoredJoint, underscoredRelationships } from "@/paper/text/filing-boxes";
import {
  accessionNumberIn,
  cellOfPieces,
  isBlank,
  type Piece,
  pieceOf,
  type SourceLine,
  sourceLines,
  sourceText,
} from "@/paper/text/source-lines";
import { BOX_WORDS, isOfForm } from "./form-words";
import { isTableText } from "./is-table-text";
import { readOrderedBoxes } from "./ordered-boxes";
import { readOrderedNotes } from "./ordered-notes";
import { isOwnersHeading, isX, readOrderedOwners, titlesBeside } from "./ordered-owners";
import { orderedSections } from "./ordered-sections";
import { isOfSignatures, readOrderedSignatures } from "./ordered-signatures";
import { readOrderedTableI, readOrderedTableII } from "./read-ordered-table";
import { isNature, isSecurityTitle } from "./security-title";
import { TABLE_WORDS } from "./table-words";
import { textBlocks } from "./text-blocks";

/** Many times what the longest forms have, and few enough to be read in a second. */
const MOST_LINES = 10_000;

/**
 * Reads a form as text in reading order: blocks of what stood together on the page, its columns scattered. What such text no longer
 * tells is unread.
 */
export function readOrderedForm(text: string): PrintedSource | null {
  const source = sourceText(text);
  const lines = sourceLines(source);
  if (lines.length > MOST_LINES) return null;
  const sections = orderedSections(lines);
  const form = formNumber(lines);
  if (!sections || !form) return null;
  // Where columns were scattered, the boxes' last lines may stand below the first heading.
  const boxLines = [...sections.boxes, ...boxesBelow(sections.tableI)];
  const { owners: listed, ofTable: belowOwners } = readOrderedOwners(sections.owners, boxLines);
  const first = listed?.[0];
  const relationships = underscoredRelationships(boxLines);
  const boxes = readOrderedBoxes(sections.boxes, first?.lines.map((line) => line.text) ?? []);
  const { notes, isIncomplete, isEmptyForm, ofTable: belowNotes } = readOrderedNotes(sections.explanation);
  const titles = titlesBeside(
    first?.beside ?? [],
    [...boxes.left, ...boxesBelow(sections.tableI).map((line) => pieceOf(line))],
    relationships,
  );
  const isOfBoxes = ({ text }: SourceLine) => boxes.left.some((piece) => piece.text === text.trim());
  const signatureLines = sections.signatures.filter(
    (line) => !isOwnersHeading(line.text) && !isX(line.text.trim()) && !isOfBoxes(line),
  );
  const signatures = readOrderedSignatures(
    signatureLines.map((line) => (isTableText(line.text) ? { ...line, text: "" } : line)),
  );
  const owners: PrintedOwner[] = (listed ?? []).map(({ owner }, index) =>
    index === 0
      ? { ...owner, ...relationships, officerTitle: titles.officerTitle, otherText: titles.otherText }
      : { ...owner, officerTitle: null, otherText: null },
  );
  const ofOwner = new Set([...(first?.lines ?? []), ...titles.confirmed].map((piece) => piece.text));
  const tableI = readOrderedTableI(
    [...tableTextsAbove(sections.boxes, boxes.left), ...withoutBoxes(sections.tableI, ofOwner)],
    form,
    notes,
  );
  const besideOwner = (first?.beside ?? []).filter((piece) => !titles.confirmed.includes(piece));
  const ofTableII = [
    ...sections.tableII,
    ...belowOwners,
    ...linesOf(besideOwner, sections.owners),
    ...notOfSignatures(signatureLines, signatures ?? []),
    ...belowNotes,
  ];
  const tableII = readOrderedTableII(ofTableII, form, notes);
  const remarks = sections.remarks
    .filter((line) => !isBlank(line))
    .map((line) => pieceOf(line, /^\s*Remarks:/.exec(line.text)?.[0].length ?? 0))
    .filter((piece) => piece.text !== "");
  const accessionNumber = accessionNumberIn(source);
  const printed: PrintedForm = {
    form,
    exitBox: null,
    planBox: planBox(sections.boxes),
    form3HoldingsReported: null,
    form4TransactionsReported: null,
    issuerName: boxes.issuerName,
    tradingSymbol: boxes.tradingSymbol,
    periodOfReport: boxes.periodOfReport,
    dateOfOriginal: boxes.dateOfOriginal,
    isJoint: underscoredJoint(boxLines),
    noSecuritiesOwned: { ticked: isEmptyForm, places: [] },
    owners,
    tableI: tableI.rows,
    tableII: tableII.rows,
    notes,
    remarks: cellOfPieces(remarks),
    signatures: signatures ?? [],
    ...(accessionNumber === undefined ? {} : { accessionNumber }),
    unplaced: [
      ...boxes.left
        .filter((piece) => !titles.confirmed.some(({ text }) => text === piece.text))
        .map((piece) => cellOfPieces([piece])),
      ...tableI.unplaced,
      ...tableII.unplaced,
    ],
    problems: [],
    incomplete: [...(signatures === null ? ["signatures" as const] : []), ...(isIncomplete ? ["notes" as const] : [])],
  };
  return { text: source, form: printed };
}

/** The first texts of Table I may have come out above its heading, with the heading of their column. */
const tableTextsAbove = (boxes: SourceLine[], left: Piece[]) =>
  boxes.filter((line) =>
    left.some((piece) => isAt(piece, line) && (isSecurityTitle(piece.text) || isTableText(piece.text))),
  );

/** Lines below `Signatures` that are of none: of Table II, whose last texts may have come out there. */
function notOfSignatures(lines: SourceLine[], signatures: PrintedSignature[]): SourceLine[] {
  const places = signatures.flatMap(({ name, date }) => [...(name?.places ?? []), ...(date?.places ?? [])]);
  const isSigned = (line: SourceLine) => places.some((place) => place.page === line.page && place.line === line.line);
  const isOfTable = (text: string) => isTableText(text) || isSecurityTitle(text) || isNature(text);
  const left = lines.filter((line) => !isSigned(line) && !isOfSignatures(line.text));
  return textBlocks(left)
    .filter((block) => block.some(({ text }) => isOfTable(text.trim())))
    .flat();
}

const linesOf = (pieces: Piece[], lines: SourceLine[]) =>
  lines.filter((line) => pieces.some((piece) => isAt(piece, line)));

const isAt = (piece: Piece, line: SourceLine) =>
  piece.page === line.page && piece.line === line.line && piece.text === line.text.trim();

/** Lines of Table I above the last one of the boxes that came out below its heading: among them may be some of the boxes. */
const boxesBelow = (lines: SourceLine[]) => lines.slice(0, lines.findLastIndex(({ text }) => isBoxLine(text)) + 1);

/** Table I without the last lines of the boxes, where these came out below its heading. */
function withoutBoxes(lines: SourceLine[], ofOwner: ReadonlySet<string>): SourceLine[] {
  const end = lines.findLastIndex(({ text }) => isBoxLine(text));
  return lines.filter(({ text }, at) => at > end || !(ofOwner.has(text.trim()) || isBoxLine(text)));
}

const isBoxLine = (text: string) =>
  /[ ()]/.test(text.trim()) && isOfForm(text, BOX_WORDS) && !isOfForm(text, TABLE_WORDS);
