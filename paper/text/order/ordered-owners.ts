import { emptyCell, type PrintedBox, type PrintedOwner, type Told, UNTOLD_RELATIONSHIP } from "@/paper/printed-form";
import { CITY_LINE } from "@/paper/text/reporting-owners";
import { cellOfPieces, type Piece, pieceOf, type SourceLine } from "@/paper/text/source-lines";
import { BOX_WORDS, isOfForm } from "./form-words";
import { isTableText } from "./is-table-text";
import { type TextBlock, textBlocks } from "./text-blocks";

export type Relationships = Pick<PrintedOwner, "isDirector" | "isOfficer" | "isTenPercentOwner" | "isOther">;

/** An owner as the pages behind the tables list it, and the texts beside it that are no lines of its address. */
export type ListedOwner = { owner: PrintedOwner; beside: Piece[]; lines: Piece[] };
export type ListedOwners = {
  owners: Told<ListedOwner[]>;
  /** Lines of Table II that came out below this heading. */
  ofTable: SourceLine[];
};

const HEADING =
  /^(Reporting Owners?|Reporting Owner Name ?\/ ?Address|Relationships?|(Director|10% Owner|Officer|Other)( (Director|10% Owner|Officer|Other))*)$/;
export const isOwnersHeading = (text: string) => HEADING.test(text.trim());
export const isX = (text: string) => /^X( X)*$/.test(text);

/** `07424`, `20030-000`, `W1J 5PT`: a line of a postal code alone. */
const ZIP_LINE = /^(?=.*\d)[A-Z0-9][A-Z0-9 -]{2,10}$/;

/**
 * The owners below `Reporting Owners`, of which the first is the one of box 1. Each begins with its name and ends with the line of
 * its city (or, where the pages print the country, with it); an X beside it does not say below which heading it stood.
 */
export function readOrderedOwners(lines: SourceLine[], boxes: SourceLine[]): ListedOwners {
  const isCountryPrinted = boxes.some(({ text }) => /\(Zip\/Postal|^\(Country\)$/.test(text.trim()));
  const own = lines.filter(({ text }) => !isOwnersHeading(text) && !isX(text.trim()));
  const names = new Set(boxes.filter(({ text }) => !isOfForm(text, BOX_WORDS)).map(({ text }) => text.trim()));
  const found = own.findIndex(({ text }) => names.has(text.trim()) && !isTableText(text));
  if (found === -1) return { owners: null, ofTable: own };
  const start = startOfAddress(own, found);
  const isOfTable = (block: TextBlock) => block.every(({ text }) => isTableText(text));
  const inBoxes = withoutSpaces(boxes.map(({ text }) => text).join(""));
  const cityAt = own.findIndex(({ text }, at) => at > start && CITY_LINE.test(text.trim()));
  // Blocks between the first owner's name and city that box 1 does not have are of the table.
  const between = textBlocks(own.slice(start, cityAt + 1)).slice(1, -1);
  const isInBoxes = ({ text }: SourceLine) => inBoxes.includes(withoutSpaces(text));
  const stray = between.filter((block) => isOfTable(block) || !block.every(isInBoxes));
  const isStreetUntold = stray.some((block) => !isOfTable(block) && block.some(isInBoxes));
  const strayLines = new Set(stray.flat());
  const blocks = textBlocks(own.slice(start).filter((line) => !strayLines.has(line)));
  const addresses = blocks.filter((block) => !isOfTable(block));
  const ofTable = [...own.slice(0, start), ...strayLines, ...blocks.filter(isOfTable).flat()];
  const owners = isCountryPrinted ? ownerWithCountry(addresses, boxes) : ownersByCity(addresses);
  const [first, ...others] = owners ?? [];
  if (!first) return { owners, ofTable };
  const { name, street } = first.owner;
  const isNameTold = start === found && !isWrappedName(first.lines, boxes);
  const owner = {
    ...first.owner,
    name: isNameTold ? name : null,
    street: isStreetUntold || !isNameTold ? null : street,
  };
  return { owners: [{ ...first, owner }, ...others], ofTable };
}

/** Where box 1 has a line of an address only, the address begins above it: its name stands there otherwise. */
function startOfAddress(lines: SourceLine[], found: number): number {
  const isOfAddress = (at: number) => {
    const [line, below] = [lines[at], lines[at + 1]];
    return line && below && line.page === below.page && below.line - line.line === 1 && !isTableText(line.text);
  };
  let start = found;
  while (start > 0 && isOfAddress(start - 1) && lines[start - 1]?.text.trim() !== "") start -= 1;
  return start;
}

/** True where the first two lines stand one below the other in box 1 too: a name that was wrapped, or a street without its label. */
function isWrappedName([name, next]: Piece[], boxes: SourceLine[]): boolean {
  return boxes.some(({ text, page, line }, at) => {
    const below = boxes[at + 1];
    const isNext = below !== undefined && below.page === page && below.line === line + 1;
    return isNext && text.trim() === name?.text && below.text.trim() === next?.text;
  });
}

/** Box 1 may part what the pages behind join, and set commas where these have none. */
const withoutSpaces = (text: string) => text.replace(/[\s,]/g, "");

function ownersByCity(blocks: TextBlock[]): ListedOwner[] | null {
  const owners: ListedOwner[] = [];
  let open: Piece[] = [];
  for (const block of blocks) {
    const pieces = block.map((line) => pieceOf(line));
    const isAddress = pieces.some(({ text }) => CITY_LINE.test(text));
    const last = owners.at(-1);
    // Text that no address follows in its block stands beside the owner before it: a title.
    if (!isAddress && open.length === 0 && last && pieces.length < 2 && !isNextAddress(blocks, block)) {
      last.beside.push(...pieces);
      continue;
    }
    let own: Piece[] = [];
    for (const piece of pieces) {
      own.push(piece);
      if (!CITY_LINE.test(piece.text)) continue;
      // A name, a street and a city in one block are whole: what came out before them is of something else.
      const isWhole = own.length > 2 && owners.length > 0;
      const isBroken = !isWhole && owners.length > 0 && open.length > 0;
      owners.push(isBroken ? untoldOwner(own) : listedOwner(isWhole ? own : [...open, ...own]));
      own = [];
      open = [];
    }
    open.push(...own);
  }
  const last = owners.at(-1);
  if (!last) return null;
  last.beside.push(...open);
  return owners;
}

/** True where the next block goes on with an address that this one begins. */
function isNextAddress(blocks: TextBlock[], block: TextBlock): boolean {
  const next = blocks[blocks.indexOf(block) + 1];
  const at = next?.findIndex(({ text }) => CITY_LINE.test(text.trim())) ?? -1;
  return at !== -1 && at < 2;
}

/** An owner of which only the city is told: its name and street came out apart, with other texts between. */
function untoldOwner(lines: Piece[]): ListedOwner {
  const { owner, ...listed } = listedOwner(lines);
  return { ...listed, owner: { ...owner, name: null, street: null } };
}

function listedOwner(lines: Piece[]): ListedOwner {
  const [name, ...street] = lines.slice(0, -1);
  const city = lines.at(-1);
  return {
    owner: {
      name: name ? cellOfPieces([name]) : null,
      street: street.map((piece) => cellOfPieces([piece])),
      cityLine: city ? cellOfPieces([city]) : null,
      ...UNTOLD_RELATIONSHIP,
    },
    beside: [],
    lines,
  };
}

/**
 * Pages of schema X0609 give city, state, postal code and country lines of their own, of which the state may be missing. One owner
 * alone is told: the line that the boxes print just above `(City)` parts street and state.
 */
function ownerWithCountry(blocks: TextBlock[], boxes: SourceLine[]): ListedOwner[] | null {
  const at = blocks.findIndex((block) => block.some(({ text }, index) => index > 1 && ZIP_LINE.test(text.trim())));
  const block = blocks[at];
  if (!block) return null;
  const lines = block.map((line) => pieceOf(line));
  const isAlone = at === 0 && ZIP_LINE.test(lines.at(-2)?.text ?? "") && lines.length < 8;
  if (!isAlone || blocks.slice(1).some((other) => other.some(({ text }) => ZIP_LINE.test(text.trim())))) return null;
  const [name] = lines;
  const zip = lines.at(-2);
  const country = lines.at(-1);
  const between = lines.slice(1, -2);
  const cityAt = between.findIndex(({ text }) => isCity(text, boxes));
  const city = between[cityAt];
  const isTold = city !== undefined && between.length - cityAt <= 2;
  const state = between[cityAt + 1];
  return [
    {
      owner: {
        name: name ? cellOfPieces([name]) : null,
        street: isTold ? between.slice(0, cityAt).map((piece) => cellOfPieces([piece])) : null,
        cityLine: null,
        city: isTold ? cellOfPieces([city]) : null,
        state: isTold ? (state ? cellOfPieces([state]) : emptyCell()) : null,
        zip: zip ? cellOfPieces([zip]) : null,
        country: country ? cellOfPieces([country]) : null,
        ...UNTOLD_RELATIONSHIP,
      },
      beside: blocks.slice(1).flatMap((other) => other.map((line) => pieceOf(line))),
      lines,
    },
  ];
}

/** The line stands just above `(City)`, or just below `(Street)`, in boxes 1 to 6. */
function isCity(text: string, boxes: SourceLine[]): boolean {
  return textBlocks(boxes).some((block, index, blocks) =>
    block.some((line, at) => {
      if (line.text.trim() !== text) return false;
      const below = block[at + 1] ?? blocks[index + 1]?.[0];
      const above = block[at - 1] ?? blocks[index - 1]?.at(-1);
      return below?.text.trim() === "(City)" || above?.text.trim() === "(Street)";
    }),
  );
}

const squeezed = (pieces: Piece[]) => pieces.map(({ text }) => text.replace(/\s/g, "")).join("");

/** Text beside the first owner that stands in the boxes above too is the officer's title, or that of Other: the box ticked says which. */
export function titlesBeside(
  beside: Piece[],
  inBoxes: Piece[],
  { isOfficer, isOther }: Relationships,
): Pick<PrintedOwner, "officerTitle" | "otherText"> & { confirmed: Piece[] } {
  const confirmed = beside.filter((piece) => squeezed(inBoxes).includes(squeezed([piece])));
  const text = confirmed.length > 0 ? cellOfPieces(confirmed) : emptyCell();
  const isTold = (box: Told<PrintedBox>, other: Told<PrintedBox>) => box?.ticked === true && other?.ticked === false;
  const untold = { officerTitle: null, otherText: null, confirmed };
  if (confirmed.length === 0) {
    const isUnmarked = isOfficer?.ticked === false && isOther?.ticked === false;
    return isUnmarked ? { officerTitle: emptyCell(), otherText: emptyCell(), confirmed } : untold;
  }
  if (isTold(isOfficer, isOther)) return { officerTitle: text, otherText: emptyCell(), confirmed };
  if (isTold(isOther, isOfficer)) return { officerTitle: emptyCell(), otherText: text, confirmed };
  return untold;
}
