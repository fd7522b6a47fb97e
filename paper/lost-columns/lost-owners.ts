import { emptyCell, type PrintedOwner, type PrintedRelationship, UNTOLD_RELATIONSHIP } from "@/paper/form/printed-form";
import { isOfBoxes, isOfTables } from "@/paper/lost-columns/printed-phrases";
import { textBlocks } from "@/paper/lost-columns/text-blocks";
import { addressOf, isWholeAddress } from "@/paper/reading/owners-in-columns";
import { cellOfPieces, type Piece, pieceOf, type SourceLine } from "@/paper/words/source-lines";

const HEADING =
  /^(Reporting Owner Name ?\/ ?Address|Relationships?|(Director|10% Owner|Officer|Other)( (Director|10% Owner|Officer|Other))*)$/;
const IS_X = /^X( X)*$/;
const ZIP = /^\d{5}(-\d{3,4})?$/;

type Ticks = Pick<PrintedRelationship, "isDirector" | "isOfficer" | "isTenPercentOwner" | "isOther">;

/** Without spaces and commas, because box 1 prints both lines of a street as one. */
const squeezed = (text: string) => text.replace(/[\s,]/g, "");

/**
 * The owners below `Reporting Owners`, each a name, a street and a city. The first is the one in box 1: only lines that are also
 * in the boxes count. A name and street are read if they are in one block with the city. An X does not show its column.
 */
export function lostOwners(
  section: SourceLine[],
  boxes: SourceLine[],
  ticks: Ticks,
): { owners: PrintedOwner[]; isIncomplete: boolean } {
  const inBoxes = squeezed(boxes.map(({ text }) => text).join(""));
  const isInBoxes = ({ text }: Piece) => inBoxes.includes(squeezed(text));
  const blocks = piecesOf(section);
  const [own = [], ...others] = addressesIn(blocks, isInBoxes);
  const [name, ...address] = own;
  const isTold = name !== undefined && address.length > 1 && !isWrapped(name, address[0], boxes);
  const inAddresses = new Set([own, ...others].flat());
  const beside = blocks.flat().filter((piece) => !inAddresses.has(piece) && isInBoxes(piece) && !isOfBoxes(piece.text));
  const first: PrintedOwner = {
    name: name && isTold ? cellOfPieces([name]) : null,
    ...addressOf(address),
    ...(isTold && own.every(isInBoxes) ? {} : { street: null }),
    ...UNTOLD_RELATIONSHIP,
    ...ticks,
    ...titles(beside, ticks),
  };
  return {
    owners: [first, ...others.map(otherOwner)],
    isIncomplete: own.length === 0 || others.some(({ length }) => length < 3),
  };
}

function otherOwner(lines: Piece[]): PrintedOwner {
  const [name, ...address] = lines;
  const isTold = name !== undefined && address.length > 1;
  return {
    name: isTold ? cellOfPieces([name]) : null,
    ...addressOf(isTold ? address : lines),
    ...(isTold ? {} : { street: null }),
    ...UNTOLD_RELATIONSHIP,
  };
}

const piecesOf = (section: SourceLine[]): Piece[][] =>
  textBlocks(section)
    .map((block) =>
      block
        .map((line) => pieceOf(line))
        .filter(({ text }) => !HEADING.test(text) && !IS_X.test(text) && (ZIP.test(text) || !isOfTables(text))),
    )
    .filter((block) => block.length > 0);

/** Lines that end with a city, each with the lines of its block above it. The first begins with a line from the boxes. */
function addressesIn(blocks: Piece[][], isInBoxes: (piece: Piece) => boolean): Piece[][] {
  const addresses: Piece[][] = [];
  for (const block of blocks) {
    let open: Piece[] = [];
    for (const piece of block) {
      if (addresses.length === 0 && open.length === 0 && !isInBoxes(piece)) continue;
      open.push(piece);
      if (!isWholeAddress(open)) continue;
      addresses.push(open);
      open = [];
    }
  }
  return addresses;
}

/** True if the first two lines also follow each other in box 1: then the name was wrapped, or the street lost its label. */
const isWrapped = (name: Piece, next: Piece | undefined, boxes: SourceLine[]) =>
  boxes.some(
    ({ text, page, line }, at) =>
      text.trim() === name.text &&
      boxes[at + 1]?.text.trim() === next?.text &&
      boxes[at + 1]?.page === page &&
      boxes[at + 1]?.line === line + 1,
  );

/**
 * A text that is also in the boxes but not in the address is the officer's title or the text of Other; the checked box shows
 * which.
 */
function titles(beside: Piece[], { isOfficer, isOther }: Ticks): Pick<PrintedOwner, "officerTitle" | "otherText"> {
  const text = beside.length > 0 ? cellOfPieces(beside) : emptyCell();
  if (isOfficer?.ticked === false && isOther?.ticked === false && beside.length === 0) {
    return { officerTitle: emptyCell(), otherText: emptyCell() };
  }
  if (beside.length === 0 || isOfficer?.ticked === isOther?.ticked) return { officerTitle: null, otherText: null };
  return isOfficer?.ticked
    ? { officerTitle: text, otherText: emptyCell() }
    : { officerTitle: emptyCell(), otherText: text };
}
