import { type PrintedCell, type PrintedOwner, UNTOLD_RELATIONSHIP } from "@/paper/form/printed-form";
import { letters } from "@/paper/words/ocr/nearly";
import { pieceOf, type SourceLine } from "@/paper/words/source-lines";

const HEADING = /Relationships?\W*$|Owner\s?Name|Director|10%\s*Owner|\bOfficer\W+Other|[Ss]ignature/;
const CITY_LINE = /^(.*[A-Za-z.]),\s*([A-Z]{2})\s+(\d{5}(?:-\d{4})?)$/;
const ONCE = "Read by OCR in one place only: compare it with the page.";

type Line = { cell: PrintedCell; isTwice: boolean };

/**
 * Owners by their lines: name, street, city. A line that is also at the top of the form, letter for letter, is certain. It may be
 * followed by what OCR made of a cross, or by an officer's title.
 */
export function scannedOwners(lines: SourceLine[], top: SourceLine[]): PrintedOwner[] {
  const above = top.map(({ text }) => text.replace(/\s+/g, " ")).join(" ");
  const kept = lines
    .filter(({ text }) => !HEADING.test(text) && !isAddressOfPage(text))
    .flatMap((line) => ownWords(line, above));
  const owners: PrintedOwner[] = [];
  let block: Line[] = [];
  for (const line of kept) {
    block.push(line);
    if (!CITY_LINE.test(line.cell.text)) continue;
    owners.push(owners.length === 0 ? firstOwner(block, nameInBox(top)) : ownerOf(block));
    block = [];
  }
  return owners;
}

const isAddressOfPage = (text: string) => /h\w*ps?:|\.gov|xsl\w?F|\.x\w?m/i.test(text);
const isStray = (word: string) => letters(word).length === 0 || /^[\W_]*[xX]{1,2}[\W_]*$/.test(word);

/** The words of a line that belong to the address: up to a cross, or as far as the top of the form has them too. */
function ownWords(line: SourceLine, above: string): Line[] {
  const start = /^[^A-Za-z0-9]*/.exec(line.text)?.[0].length ?? 0;
  const piece = pieceOf(line, start);
  const words = piece.text.split(/\s+/);
  const cross = words.findIndex((word, index) => index > 0 && isStray(word) && !/^[&/-]$/.test(word));
  const own = cross < 0 ? words : words.slice(0, cross);
  const text = own.join(" ").replace(/[\s|\]}[{_~’‘]+$/, "");
  if (letters(text).length < 3) return [];
  const cell: PrintedCell = {
    text,
    marks: [],
    places: [{ page: piece.page, line: piece.line, from: piece.from, to: piece.from + text.length }],
  };
  return [{ cell, isTwice: above.includes(text) }];
}

/** The line below the heading of box 1 begins with the name. */
function nameInBox(top: SourceLine[]): string {
  const heading = top.findIndex(({ text }) => /Name and Ad\w+ of Rep/i.test(text));
  return heading < 0 ? "" : (top[heading + 1]?.text.replace(/^[^A-Za-z0-9]+/, "") ?? "");
}

/** Text before the name from box 1 is not part of the address. Without that name only the city is read. */
function firstOwner(block: Line[], inBox: string): PrintedOwner {
  const at = block.findIndex(({ cell }) => inBox.startsWith(cell.text));
  return at >= 0 ? ownerOf(block.slice(at)) : { ...ownerOf(block), name: null, street: null };
}

function ownerOf(block: Line[]): PrintedOwner {
  const [name, ...rest] = block;
  const city = rest.at(-1);
  const street = rest.slice(0, -1);
  const told = ({ cell, isTwice }: Line): PrintedCell => (isTwice ? cell : { ...cell, doubt: ONCE });
  const isClean = ({ cell }: Line) => !/[[\]|{}@<>\\=]/.test(cell.text);
  return {
    name: name && city && isClean(name) ? told(name) : null,
    street: street.length > 0 && street.length < 4 && street.every(isClean) ? street.map(told) : null,
    cityLine: city ? told(city) : null,
    ...UNTOLD_RELATIONSHIP,
  };
}
