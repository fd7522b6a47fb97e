import {
  type PrintedBox,
  type PrintedCell,
  type PrintedOwner,
  type PrintedSignature,
  type Told,
  UNTOLD_RELATIONSHIP,
} from "@/paper/form/printed-form";
import type { SourceLine } from "@/paper/words/source-lines";
import { cellsOfLine } from "./cells-of-line";
import type { DamagedBoxes } from "./damaged-boxes";
import { latin } from "./look-alikes";
import { type CellSpan, plain } from "./ocr-cell";
import { runTogetherAddress } from "./run-together-address";

type Address = Pick<PrintedOwner, "name" | "street" | "cityLine" | "city" | "state" | "zip">;

const EMPTY: PrintedCell = { text: "", marks: [], places: [] };
const COLUMNS = [/^Director$/i, /^10%\s*Owner$/i, /^Officer$/i, /^Other$/i];
const STATE_AND_ZIP = /^(.*\S),\s+([A-Z][A-Z0-9]|[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2})\s+(\d{5}(?:-\d{4})?)$/;
const RUN_TOGETHER = "The lines of the address have run together: it was parted by its words.";

/** The owners below `Reporting Owners`, the first completed from box 1. */
export function damagedOwners(
  lines: SourceLine[],
  boxes: DamagedBoxes,
  signatures: PrintedSignature[],
): { owners: PrintedOwner[]; unplaced: PrintedCell[] } {
  const rows = lines.flatMap(({ text, page, line }) => {
    const cells =
      cellsOfLine(text, page, line) ??
      (text.trim() === "" ? [] : [{ line: text, page, number: line, from: 0, to: text.length }]);
    return cells.length > 0 ? [cells] : [];
  });
  const heading = rows.find((cells) => cells.some((cell) => /10%\s*Owner/i.test(textOf(cell)))) ?? [];
  const at = COLUMNS.map((pattern) => heading.findIndex((cell) => pattern.test(textOf(cell))));
  const owners: PrintedOwner[] = [];
  const unplaced: PrintedCell[] = [];
  for (const cells of rows) {
    if (cells === heading || cells.some((cell) => /Reporting Owner Name|^Relationships?$/i.test(textOf(cell))))
      continue;
    const [first, ...others] = cells;
    if (!first || textOf(first) === "") continue;
    const holdsAddress = /[A-Za-z]{2}/.test(textOf(first)) && textOf(first).length > 10;
    if (!holdsAddress && others.every((cell) => textOf(cell) === "")) {
      unplaced.push(cellOf(first));
      continue;
    }
    const isFirst = owners.length === 0;
    const address = addressOf(first, isFirst ? boxes : null, signatures);
    owners.push({ ...address, ...relationships(cells, at, isFirst ? boxes : null) });
  }
  if (owners.length === 0 && boxes.owner.name) owners.push(ownerOfBoxes(boxes));
  return { owners, unplaced };
}

const textOf = (span: CellSpan | undefined) => (span ? plain(span.line.slice(span.from, span.to)) : "");

function cellOf(span: CellSpan, text = textOf(span)): PrintedCell {
  const raw = span.line.slice(span.from, span.to);
  const from = span.from + (raw.length - raw.trimStart().length);
  return { text, marks: [], places: [{ page: span.page, line: span.number, from, to: from + raw.trim().length }] };
}

function ownerOfBoxes({ owner, relationships: told, officerTitle }: DamagedBoxes): PrintedOwner {
  return {
    name: owner.name,
    street: owner.street ? [owner.street] : null,
    cityLine: owner.cityLine,
    ...told,
    officerTitle: officerTitle ?? null,
    otherText: null,
  };
}

function relationships(cells: CellSpan[], at: number[], boxes: DamagedBoxes | null): Omit<PrintedOwner, keyof Address> {
  const texts = at.map((column) => (column < 0 ? null : textOf(cells[column])));
  const isMark = (text: string | null | undefined) => text === "" || latin(text ?? "").toUpperCase() === "X";
  const [director, tenPercent, officer, other] = texts;
  const inPlace = isMark(director) && isMark(tenPercent) && officer !== null && other !== null;
  if (!inPlace || texts.every((text) => text === "")) {
    return { ...UNTOLD_RELATIONSHIP, ...(boxes?.relationships ?? {}) };
  }
  const box = (index: number): PrintedBox => {
    const span = cells[at[index] ?? -1];
    return { ticked: (texts[index] ?? "") !== "", places: span && texts[index] ? cellOf(span).places : [] };
  };
  const titleAt = (index: number): PrintedCell => {
    const span = cells[at[index] ?? -1];
    return span && texts[index] && !isMark(texts[index]) ? cellOf(span) : EMPTY;
  };
  const both = (name: keyof DamagedBoxes["relationships"], index: number): Told<PrintedBox> => {
    const shown = box(index);
    const above = boxes?.relationships[name];
    // OCR is more likely to lose a cross than to invent one.
    return above && above.ticked !== shown.ticked
      ? {
          ...(above.ticked ? above : shown),
          doubt: "The form asks for this twice, and only one of the two is checked.",
        }
      : shown;
  };
  return {
    isDirector: both("isDirector", 0),
    isTenPercentOwner: both("isTenPercentOwner", 1),
    isOfficer: both("isOfficer", 2),
    isOther: both("isOther", 3),
    officerTitle: titleAt(2),
    otherText: titleAt(3),
  };
}

/** Name and address of one cell: by its lines if they were kept, otherwise by box 1 or by the words. */
function addressOf(span: CellSpan, boxes: DamagedBoxes | null, signatures: PrintedSignature[]): Address {
  const lines = span.line
    .slice(span.from, span.to)
    .split(/<br\s*\/?>/i)
    .map(plain)
    .filter(Boolean);
  const part = (text: string, doubt?: string): PrintedCell => ({ ...cellOf(span, text), ...(doubt ? { doubt } : {}) });
  const box = boxes?.owner;
  const [name, ...rest] = lines;
  if (lines.length > 2 && name) return byLines(name, rest, box ?? null, signatures, part);
  const whole = lines.join(" ");
  if (box?.name && box.street && box.cityLine) {
    const isSame = whole === [box.name, box.street, box.cityLine].map(({ text }) => text).join(" ");
    const doubt = isSame ? {} : { doubt: "Box 1 and the page of owners differ slightly." };
    return {
      name: { ...box.name, ...doubt },
      street: [{ ...box.street, ...doubt }],
      cityLine: { ...box.cityLine, ...doubt },
    };
  }
  const named = nameOf(whole, box?.name ?? null, signatures);
  if (named === null) return { name: null, street: null, ...stateAndZip(whole, part) };
  const behind = STATE_AND_ZIP.exec(whole.slice(named.length).trim());
  const parts = behind ? runTogetherAddress(behind[1] ?? "") : null;
  return {
    name: nameOfTwo(part(named), box?.name ?? null, signatures),
    street: parts ? [part(parts.street, RUN_TOGETHER)] : null,
    ...stateAndZip(whole, part),
    ...(parts ? { city: part(parts.city, RUN_TOGETHER) } : {}),
  };
}

/** The line above that of the country. */
const CITY_AND_ZIP = /^(\D*[^\d\s,])\s+(\d[\d-]*\d)$/;
const CITY_LINE = /,\s*[A-Z][A-Z0-9](\s|$)/;

/** The last line is that of the city, unless a country is below it: then only box 1 shows where the street ends. */
function byLines(
  name: string,
  rest: string[],
  box: DamagedBoxes["owner"] | null,
  signatures: PrintedSignature[],
  part: (text: string, doubt?: string) => PrintedCell,
): Address {
  const city =
    [1, 2].find((count) => rest.slice(-count).join(" ") === box?.cityLine?.text) ??
    (CITY_LINE.test(rest.at(-1) ?? "") ? 1 : null);
  const owner = nameOfTwo(part(name), box?.name ?? null, signatures);
  if (city === null) return { name: owner, street: null, cityLine: null };
  const abroad = city === 2 ? CITY_AND_ZIP.exec(rest.at(-2) ?? "") : null;
  if (abroad)
    return {
      name: owner,
      street: rest.slice(0, -2).map((line) => part(line)),
      cityLine: null,
      city: part(abroad[1] ?? ""),
      state: part(rest.at(-1) ?? ""),
      zip: part(abroad[2] ?? ""),
    };
  return {
    name: owner,
    street: rest.slice(0, -city).map((line) => part(line)),
    cityLine: part(rest.slice(-city).join(" ")),
  };
}

/** If the names on the page of owners and in box 1 differ slightly, a signature decides; otherwise the name is that of box 1. */
function nameOfTwo(onPage: PrintedCell, inBox: PrintedCell | null, signatures: PrintedSignature[]): PrintedCell {
  if (!inBox || inBox.text === onPage.text) return onPage;
  const isSigned = (cell: PrintedCell) =>
    signatures.some(({ name }) => name !== null && holdsWords(name.text, cell.text));
  return isSigned(onPage) && !isSigned(inBox)
    ? { ...onPage, doubt: `Box 1 says “${inBox.text}”.` }
    : { ...inBox, doubt: `The page of owners says “${onPage.text}”.` };
}

function stateAndZip(
  whole: string,
  part: (text: string) => PrintedCell,
): Pick<PrintedOwner, "cityLine" | "city" | "state" | "zip"> {
  const found = STATE_AND_ZIP.exec(whole);
  return found
    ? { cityLine: null, city: null, state: part(found[2] ?? ""), zip: part(found[3] ?? "") }
    : { cityLine: null };
}

/**
 * Where the name ends in a text that continues with the address: at the name in box 1, before `C/O`, or at the words of a
 * signature.
 */
function nameOf(whole: string, inBox: PrintedCell | null, signatures: PrintedSignature[]): string | null {
  if (inBox && whole.startsWith(`${inBox.text} `)) return inBox.text;
  if (inBox) return null;
  const [beforeCareOf] = /^.+?(?=\s+C\/O\s)/i.exec(whole) ?? [];
  if (beforeCareOf) return beforeCareOf;
  const [beforeNumber] = /^[^\d]+?(?=\s+\d)/.exec(whole) ?? [];
  const isSigned =
    beforeNumber !== undefined &&
    signatures.some(({ name }) => name && wordsOf(beforeNumber).length > 1 && holdsWords(name.text, beforeNumber));
  return isSigned ? beforeNumber : null;
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1);

const holdsWords = (text: string, name: string) => wordsOf(name).every((word) => wordsOf(text).includes(word));
