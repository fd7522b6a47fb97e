import {
  emptyCell,
  type PrintedBox,
  type PrintedCell,
  type PrintedOwner,
  type PrintedRelationship,
  type Told,
  UNTOLD_RELATIONSHIP,
} from "@/paper/form/printed-form";
import { cellOfPieces, chunksOf, isBlank, type Piece, type SourceLine } from "@/paper/words/source-lines";

/** `MENLO PARK, CA 94025`, `LONDON, X0 SW1A 1AA`: the line that ends an address. */
export const CITY_LINE = /^.*\S,\s*[A-Z0-9]{2}(\s+[A-Z0-9][A-Z0-9 -]*)?$/;
/** A zip on a line of its own above the country, as pages from 2026 on print it. */
const ZIP_LINE = /^(?=.*\d)(?!.*[A-Z]{3})(?!.*\d(ST|ND|RD|TH)\b)[A-Z0-9]{2,8}([ -][A-Z0-9]{2,5})?$/;

const HEADING = /Reporting Owner Name ?\/ ?Address|^\s*Relationships?\s*$/i;
const RELATIONSHIPS = ["Director", "10% Owner", "Officer", "Other"] as const;
type Relationship = (typeof RELATIONSHIPS)[number];

const cellOf = (pieces: Piece[]): Told<PrintedCell> => (pieces.length > 0 ? cellOfPieces(pieces) : null);

const boxOf = (pieces: Piece[]): PrintedBox => ({ ticked: pieces.length > 0, places: cellOfPieces(pieces).places });
const isX = ({ text }: Piece) => /^X$/i.test(text);
const middle = ({ from, to }: { from: number; to: number }) => (from + to) / 2;

/**
 * The owners below `Reporting Owners` in text that keeps its columns: name and address on the left; on the right, next to the
 * middle of the address, the entries below Director, 10% Owner, Officer (the title, or an X) and Other (its text, or an X).
 * `first`: the relationships of the first owner, from box 5.
 */
export function readOwnersInColumns(lines: SourceLine[], first: PrintedRelationship): PrintedOwner[] {
  const heading = lines.find(isRelationshipHeading);
  if (!heading) return [];
  const left = heading.text.search(/Director/) - 4;
  const beside: (Piece & { at: number })[] = [];
  const addresses: (Piece & { at: number })[] = [];
  const rest = lines.filter((line) => !isBlank(line) && !isRelationshipHeading(line) && !HEADING.test(line.text));
  rest.forEach((line, at) => {
    for (const piece of chunksOf(line).filter(({ text }) => !HEADING.test(text)))
      (middle(piece) >= left && piece.from > 20 ? beside : addresses).push({ ...piece, at });
  });
  const blocks = ownerBlocks(addresses);
  const own = blocks.map((block) => beside.filter(({ at }) => nearest(blocks, at) === block));
  const columns = relationshipColumns(heading, own[0] ?? [], first);
  return blocks.map((block, index) => ownerOf(block, relationshipsOf(own[index] ?? [], columns)));
}

/**
 * Lines of names and addresses, split after the last line of each address: its city or, on newer pages, the country below a zip.
 */
function ownerBlocks<T extends Piece>(lines: T[]): T[][] {
  const blocks: T[][] = [[]];
  lines.forEach((line, index) => {
    const block = blocks.at(-1) ?? [];
    block.push(line);
    const isLast = index === lines.length - 1;
    if (!isLast && isWholeAddress(block)) blocks.push([]);
  });
  return blocks.filter((block) => block.length > 0);
}

/** True once a block has a name and a whole address. */
export function isWholeAddress(block: Piece[]) {
  const [last, before] = [block.at(-1), block.at(-2)];
  if (block.length < 2 || !last) return false;
  return (
    CITY_LINE.test(last.text) ||
    (block.length > 3 && before !== undefined && ZIP_LINE.test(before.text) && !/\d/.test(last.text))
  );
}

/** An owner from the lines of a name and an address. */
function ownerOf(lines: Piece[], relationships: PrintedRelationship): PrintedOwner {
  const [name, ...address] = lines;
  return { name: name ? cellOfPieces([name]) : null, ...addressOf(address), ...relationships };
}

const UNTOLD_ADDRESS = { street: null, cityLine: null };

export function addressOf(lines: Piece[]): Pick<PrintedOwner, "street" | "cityLine" | "city" | "state" | "zip"> {
  const last = lines.at(-1);
  if (!last) return UNTOLD_ADDRESS;
  const cells = (pieces: Piece[]) => pieces.map((piece) => cellOfPieces([piece]));
  if (CITY_LINE.test(last.text)) return { street: cells(lines.slice(0, -1)), cityLine: cellOfPieces([last]) };
  const [city, state, zip] = lines.slice(-4, -1);
  // The line above the zip must be a known state; otherwise it may be the city or a part of the country.
  if (!city || !state || !zip || !ZIP_LINE.test(zip.text) || !isStateName(state.text)) return UNTOLD_ADDRESS;
  return {
    street: cells(lines.slice(0, -4)),
    cityLine: null,
    city: cellOfPieces([city]),
    state: cellOfPieces([state]),
    zip: cellOfPieces([zip]),
  };
}

function nearest<T extends { at: number }>(blocks: T[][], at: number): T[] | undefined {
  const away = (block: T[]) => Math.abs((block[0]?.at ?? 0) + (block.at(-1)?.at ?? 0) - 2 * at);
  return blocks.reduce<T[] | undefined>((best, block) => (!best || away(block) < away(best) ? block : best), undefined);
}

const isRelationshipHeading = ({ text }: SourceLine) => /Director\s+10% Owner\s+Officer/.test(text);

/** Middles of the four columns; null if we could not find them. */
type RelationshipColumns = Record<Relationship, number | null>;

/**
 * The places of the four columns. Text output puts the headings closer together than they are printed. The marks of the first
 * owner, whose relationships are known from box 5, show where their columns are.
 */
function relationshipColumns(heading: SourceLine, own: Piece[], first: PrintedRelationship): RelationshipColumns {
  const headings = RELATIONSHIPS.map((name) => {
    const from = heading.text.lastIndexOf(name);
    return { from, to: from + name.length };
  });
  const isClose = headings.map((place, index) => index > 0 && place.from - (headings[index - 1]?.to ?? 0) <= 1);
  const known = knownMiddles(own, first);
  const [director] = headings;
  const start = known.get("Director") ?? (director ? middle(director) : 0);
  const stretches = RELATIONSHIPS.flatMap((name, index) => {
    const at = known.get(name);
    const place = headings[index];
    return at !== undefined && place && director && index > 0 && isClose[index]
      ? [(at - start) / (middle(place) - middle(director))]
      : [];
  });
  const stretch = stretches[0] ?? 1.42;
  let isStretched = true;
  return Object.fromEntries(
    RELATIONSHIPS.map((name, index) => {
      const place = headings[index];
      if (index > 0 && !isClose[index]) isStretched = false;
      if (!place || place.from < 0 || !director) return [name, null];
      return [
        name,
        known.get(name) ?? (isStretched ? start + stretch * (middle(place) - middle(director)) : middle(place)),
      ];
    }),
  ) as RelationshipColumns;
}

/** The places of the first owner's marks, by the relationships that they must be. */
function knownMiddles(
  own: Piece[],
  { isDirector, isTenPercentOwner, isOfficer, isOther }: PrintedRelationship,
): Map<Relationship, number> {
  const ticked = [isDirector, isTenPercentOwner, isOfficer, isOther].flatMap((box, index) => {
    const name = RELATIONSHIPS[index];
    return box?.ticked && name ? [name] : [];
  });
  const sorted = [...own].sort((a, b) => a.from - b.from);
  return new Map(
    sorted.length === ticked.length
      ? ticked.flatMap((name, index) => {
          const piece = sorted[index];
          return piece && isX(piece) ? [[name, middle(piece)] as const] : [];
        })
      : [],
  );
}

/** An X belongs to the column that is clearly nearest. A text is the officer's title, or the text of Other. */
function relationshipsOf(pieces: Piece[], columns: RelationshipColumns): PrintedRelationship {
  const below = new Map<Relationship, Piece[]>(RELATIONSHIPS.map((name) => [name, []]));
  for (const piece of pieces) {
    const candidates = isX(piece) ? RELATIONSHIPS : (["Officer", "Other"] as const);
    const [best, second] = candidates
      .map((name) => ({ name, away: Math.abs((columns[name] ?? Number.POSITIVE_INFINITY) - middle(piece)) }))
      .sort((a, b) => a.away - b.away);
    if (!best || !second || second.away - best.away < 3) return UNTOLD_RELATIONSHIP;
    below.get(best.name)?.push(piece);
  }
  const of = (name: Relationship) => below.get(name) ?? [];
  const textOf = (name: Relationship) => cellOf(of(name).filter((piece) => !isX(piece))) ?? emptyCell();
  return {
    isDirector: boxOf(of("Director")),
    isTenPercentOwner: boxOf(of("10% Owner")),
    isOfficer: boxOf(of("Officer")),
    isOther: boxOf(of("Other")),
    officerTitle: textOf("Officer"),
    otherText: textOf("Other"),
  };
}

const NAMES = new Set(
  `ALABAMA|ALASKA|ARIZONA|ARKANSAS|CALIFORNIA|COLORADO|CONNECTICUT|DELAWARE|DISTRICT OF COLUMBIA|FLORIDA|
   GEORGIA|HAWAII|IDAHO|ILLINOIS|INDIANA|IOWA|KANSAS|KENTUCKY|LOUISIANA|MAINE|MARYLAND|MASSACHUSETTS|MICHIGAN|
   MINNESOTA|MISSISSIPPI|MISSOURI|MONTANA|NEBRASKA|NEVADA|NEW HAMPSHIRE|NEW JERSEY|NEW MEXICO|NEW YORK|
   NORTH CAROLINA|NORTH DAKOTA|OHIO|OKLAHOMA|OREGON|PENNSYLVANIA|PUERTO RICO|RHODE ISLAND|SOUTH CAROLINA|
   SOUTH DAKOTA|TENNESSEE|TEXAS|UTAH|VERMONT|VIRGINIA|VIRGIN ISLANDS|WASHINGTON|WEST VIRGINIA|WISCONSIN|WYOMING|
   ALBERTA|BRITISH COLUMBIA|MANITOBA|NEW BRUNSWICK|NEWFOUNDLAND|NEWFOUNDLAND AND LABRADOR|NOVA SCOTIA|ONTARIO|
   PRINCE EDWARD ISLAND|QUEBEC|SASKATCHEWAN`.split(/\|\s*/),
);

/** True for the name of a US state or a Canadian province, which newer pages print in place of its code. */
const isStateName = (text: string) => NAMES.has(text.trim().toUpperCase());
