import {
  emptyCell,
  type PrintedBox,
  type PrintedCell,
  type PrintedOwner,
  type Told,
  UNTOLD_RELATIONSHIP,
} from "@/paper/form/printed-form";
import { linesOf } from "@/paper/words/layout-text";
import { letters } from "@/paper/words/ocr/nearly";
import { behindLabel, type Phrase } from "@/paper/words/phrases";
import { joined, placesOfWords, plainCell } from "@/paper/words/printed-words";
import type { Sheet, SheetWord } from "@/paper/words/sheet";
import { textLines } from "@/paper/words/text-lines";
import { relationship } from "./form-head";
import type { Heading } from "./form-sections";
import { drawnTable, gridArea, type Headings, isInColumn } from "./form-table";
import { labelBox } from "./label-box";
import { CITY_LINE, readOwnersInColumns } from "./owners-in-columns";

type Address = Pick<PrintedOwner, "name" | "street" | "cityLine" | "city" | "state" | "zip" | "country">;

const UNREAD: PrintedOwner = { name: null, street: null, cityLine: null, ...UNTOLD_RELATIONSHIP };

/**
 * All owners: from the boxes `1. Name and Address`, of which the viewer prints one for each owner, and from the table of owners.
 */
export function formOwners(
  sheet: Sheet,
  phrases: Phrase[],
  headings: Heading[],
  tableArea: { top: number; bottom: number } | null,
): PrintedOwner[] {
  const boxes = headings
    .filter(({ part }) => part === "name")
    .map(({ phrase }) => ({ phrase, ...nameBox(sheet, phrases, phrase, headings) }));
  const hasCountry = phrases.some(({ text }) => /^\(Country\)/i.test(text));
  const labels = phrases.filter(({ text }) => /^[4-6]?\s?\.?\s*Relationship of Reporting Person/i.test(text));
  const owners = boxes.map(({ phrase, address }): PrintedOwner => {
    // Each owner's relationship is next to its address.
    const near = labels.find((label) => Math.abs(label.top - phrase.top) < 8 * phrase.size);
    const label = near ?? (boxes.length === 1 ? labels[0] : undefined);
    return { ...UNREAD, ...address, ...(label ? relationship(sheet, label) : {}) };
  });
  const [first, ...others] = owners;
  const area = sheet.kind === "scanned" ? gridArea(sheet, COLUMNS.length) : tableArea;
  const listed = area ? listedOwners(sheet, area, hasCountry, first ?? UNREAD) : [];
  if (!first) return listed;
  if (listed.length === 0) {
    const own = sheet.kind === "scanned" ? { ...first, street: doubtedStreet(first.street) } : first;
    return [own, ...others.filter((owner) => !isSameOwner(first, owner))];
  }
  const same = listed.findIndex((owner) => owner.name?.text === first.name?.text);
  // In text a name may be broken. The first owner listed is the one in box 1.
  const own = same < 0 && (sheet.kind === "layout" || sheet.kind === "scanned") ? 0 : same;
  const row = listed[own];
  // A first row without the name from box 1 is not merged with it.
  if (!row) return [first, ...listed];
  const merged = sheet.kind === "scanned" ? compared(first, row) : completed(first, row);
  return [merged, ...listed.filter((owner) => owner !== row)];
}

const isSameOwner = (a: PrintedOwner, b: PrintedOwner) =>
  a.name !== null && a.name.text === b.name?.text && joinedCells(a.street) === joinedCells(b.street);

const joinedCells = (cells: PrintedCell[] | null) => cells?.map(({ text }) => text).join(" ");

/** Box 1 prints both lines of a street as one; the table prints them separately. */
function completed(first: PrintedOwner, row: PrintedOwner): PrintedOwner {
  return {
    ...first,
    street: row.street === null ? first.street : streetLines(row.street, first.street ?? []),
    cityLine: first.cityLine ?? row.cityLine,
    isDirector: first.isDirector ?? row.isDirector,
    isOfficer: first.isOfficer ?? row.isOfficer,
    isTenPercentOwner: first.isTenPercentOwner ?? row.isTenPercentOwner,
    isOther: first.isOther ?? row.isOther,
    officerTitle: row.officerTitle?.text ? row.officerTitle : (first.officerTitle ?? row.officerTitle),
    otherText: row.otherText?.text ? row.otherText : (first.otherText ?? row.otherText),
  };
}

/** In a scan, letters that differ between box 1 and the table were misread in one of them. */
function compared(first: PrintedOwner, row: PrintedOwner): PrintedOwner {
  const both = (inBox: Told<PrintedCell>, inRow: Told<PrintedCell>): Told<PrintedCell> =>
    inBox && inRow && inBox.text !== inRow.text
      ? { ...inBox, doubt: `The page of owners says “${inRow.text}”.` }
      : (inBox ?? inRow);
  const ticked = (inBox: Told<PrintedBox>, inRow: Told<PrintedBox>): Told<PrintedBox> =>
    // A cross is more often lost than invented.
    inBox && inRow && inBox.ticked !== inRow.ticked
      ? {
          ...(inBox.ticked ? inBox : inRow),
          doubt: "The form asks for this twice, and only one of the two is checked.",
        }
      : (inRow ?? inBox);
  const [inBox, inRow] = [joinedCells(first.street), joinedCells(row.street)];
  const doubt = `Box 1 says “${inBox}”.`;
  const isOther = inBox !== undefined && inRow !== undefined && letters(inBox) !== letters(inRow);
  return {
    ...completed(first, row),
    name: both(first.name, row.name),
    street: isOther
      ? (row.street?.map((line) => ({ ...line, doubt })) ?? null)
      : (row.street ?? doubtedStreet(first.street)),
    cityLine: both(first.cityLine, row.cityLine),
    isDirector: ticked(first.isDirector, row.isDirector),
    isOfficer: ticked(first.isOfficer, row.isOfficer),
    isTenPercentOwner: ticked(first.isTenPercentOwner, row.isTenPercentOwner),
    isOther: ticked(first.isOther, row.isOther),
    officerTitle: row.officerTitle ?? first.officerTitle,
    otherText: row.otherText ?? first.otherText,
  };
}

/** Box 1 prints both lines of a street as one, so a comma may be between them or part of one. */
const doubtedStreet = (street: PrintedOwner["street"]): PrintedOwner["street"] =>
  street?.map((line) =>
    line.text.includes(",") ? { doubt: "The comma may be a line break in the street address.", ...line } : line,
  ) ?? null;

/**
 * The lines of the table, joined where a street took more than one line. In `printed`, a comma is only between the two lines of
 * the street.
 */
function streetLines(lines: PrintedCell[], inBox: PrintedCell[]): PrintedCell[] {
  if (lines.length === inBox.length && lines.every(({ text }, index) => text === inBox[index]?.text)) return lines;
  const printed = joinedCells(inBox) ?? "";
  const whole = (from: number, to: number): PrintedCell => {
    const part = lines.slice(from, to);
    return { text: part.map(({ text }) => text).join(" "), marks: [], places: part.flatMap(({ places }) => places) };
  };
  if (lines.length < 2) return lines;
  const same = (text: string) => text.replace(/\s+/g, " ") === printed.replace(/\s+/g, " ");
  if (same(whole(0, lines.length).text)) return [whole(0, lines.length)];
  const cut = lines.findIndex(
    (_, index) => index > 0 && same(`${whole(0, index).text}, ${whole(index, lines.length).text}`),
  );
  return cut > 0 ? [whole(0, cut), whole(cut, lines.length)] : lines;
}

/** The address in a box `1. Name and Address of Reporting Person`. Its values are above their captions. */
function nameBox(sheet: Sheet, phrases: Phrase[], label: Phrase, headings: Heading[]): { address: Address } {
  const box = labelBox(sheet, label);
  const unread = { address: { name: null, street: null, cityLine: null } };
  if (!box) return unread;
  const end = Math.min(
    sheet.bottom,
    ...headings
      .map(({ phrase }) => phrase)
      .filter((other) => other.top > label.bottom && other.left < box.right && other.right > box.left)
      .map(({ top }) => top),
  );
  const isInside = (item: { left: number; right: number; baseline: number }) => {
    const x = (item.left + item.right) / 2;
    return x > box.left && x < box.right && item.baseline > label.top && item.baseline < end;
  };
  const captions = phrases
    .filter(isInside)
    .filter(({ text }) => /^\((?:Last|First|Middle|Street|City|State|Zip|Country)/i.test(text));
  const caption = (name: string) => captions.find(({ text }) => text.toLowerCase().startsWith(`(${name}`));
  const [last, street, city, zip, country] = ["last", "street", "city", "zip", "country"].map(caption);
  const words = sheet.words.filter(isInside);
  if (sheet.kind === "typed")
    return { address: typedAddress(words.filter(({ baseline }) => baseline > label.baseline)) };
  if (!last) return unread;
  const captioned = new Set(captions.flatMap(({ words }) => words));
  const between = (top: number, bottom: number) =>
    words.filter((word) => word.baseline > top && word.baseline < bottom && !captioned.has(word));
  const name = behindLabel(
    between(label.top, last.top).filter(({ text }) => text !== "*"),
    /^1\s?\.?\s*Name and Address of Reporting Person(?:\(s\))?\s*\*?\s*/i,
  );
  return {
    address: {
      name: name && name.length > 0 ? plainCell(name) : null,
      street: street ? linesOf(between(last.bottom, street.top)).map(plainCell) : null,
      ...(street && city
        ? cityStateZip(between(street.bottom, city.top), city, caption("state"), zip)
        : { cityLine: null }),
      // The caption of the zip may continue on a second line.
      ...(city && country
        ? { country: plainCell(between(city.bottom, country.top).filter(({ left }) => !zip || left < zip.left - 2)) }
        : {}),
    },
  };
}

/** Without captions, name, street and city are lines. */
function typedAddress(words: SheetWord[]): Address {
  const [name, ...lines] = linesOf(words).map(plainCell);
  const city = lines.findIndex(({ text }) => CITY_LINE.test(text));
  return { name: name ?? null, street: city < 0 ? null : lines.slice(0, city), cityLine: lines[city] ?? null };
}

/** If captions begin at the left of their values, city, state and zip are in columns; otherwise on one line. */
function cityStateZip(
  words: SheetWord[],
  city: Phrase,
  state: Phrase | undefined,
  zip: Phrase | undefined,
): Pick<PrintedOwner, "cityLine" | "city" | "state" | "zip"> {
  const left = Math.min(...words.map(({ left }) => left));
  if (words.length === 0) return { cityLine: emptyCell() };
  if (!state || !zip || Math.abs(left - city.left) > 1.2 * city.size) return { cityLine: plainCell(words) };
  const column = (from: number, to: number) =>
    plainCell(words.filter((word) => word.left >= from - 2 && word.left < to - 2));
  const [cityWords, stateCell, zipCell] = [
    words.filter((word) => word.left < state.left - 2),
    column(state.left, zip.left),
    column(zip.left, Infinity),
  ];
  // In text a city may run up to its state.
  const code = cityWords.at(-1);
  const isRunOn = cityWords.length > 1 && code && /^[A-Z]{2}$/.test(code.text) && /^\d{5}(-\d{4})?$/.test(zipCell.text);
  return isRunOn && stateCell.text === ""
    ? { cityLine: null, city: plainCell(cityWords.slice(0, -1)), state: plainCell([code]), zip: zipCell }
    : { cityLine: null, city: plainCell(cityWords), state: stateCell, zip: zipCell };
}

const COLUMNS = [
  ["name", /^Reporting Owner Name/i],
  ["director", /^Director$/i],
  ["tenPercent", /^10\s?% ?Owner$/i],
  ["officer", /^Officer$/i],
  ["other", /^Other$/i],
] as const satisfies Headings<string>;
type OwnerColumn = (typeof COLUMNS)[number][0];

function listedOwners(
  sheet: Sheet,
  { top, bottom }: { top: number; bottom: number },
  hasCountry: boolean,
  first: PrintedOwner,
): PrintedOwner[] {
  if (sheet.kind !== "layout") return ownersTable(sheet, { top, bottom }, hasCountry);
  const words = sheet.words.filter(({ baseline }) => baseline > top && baseline < bottom);
  return readOwnersInColumns(textLines(sheet, words), first);
}

/** The table `Reporting Owners` at the end of the printed page. */
function ownersTable(sheet: Sheet, area: { top: number; bottom: number }, hasCountry: boolean): PrintedOwner[] {
  const isScanned = sheet.kind === "scanned";
  const table = drawnTable<OwnerColumn>(sheet, area, COLUMNS, [COLUMNS.map(([column]) => column)]);
  if (!table) return [];
  const wordsOf = (row: SheetWord[], column: OwnerColumn) => {
    const box = table.columns.get(column);
    return box ? row.filter((word) => isInColumn(word, box)) : null;
  };
  // Below these two headings there is nothing but an X.
  const isHeading = (row: SheetWord[]) =>
    isScanned &&
    (["director", "tenPercent"] as const).some((name) => /[A-Za-z]{3}|%/.test(joined(wordsOf(row, name) ?? [])));
  return table.rows
    .filter((row) => !isHeading(row))
    .map((row) => {
      const words = (column: OwnerColumn) => wordsOf(row, column);
      const box = (words: SheetWord[] | null): PrintedBox | null =>
        words === null || (words.length > 0 && joined(words).toUpperCase() !== "X")
          ? null
          : { ticked: words.length > 0, places: placesOfWords(words) };
      const described = (words: SheetWord[] | null) => {
        const text = words && plainCell(words);
        return {
          box: text && { ticked: text.text !== "", places: text.places },
          text: text?.text.toUpperCase() === "X" ? emptyCell(text.places) : text,
        };
      };
      const address = addressOf(linesOf(words("name") ?? []).map(plainCell), hasCountry);
      if (isScanned) {
        const ticks = (["director", "tenPercent", "officer", "other"] as const).map((column) =>
          joined(words(column) ?? []),
        );
        const isTold = ticks.some((text) => text !== "") && ticks.slice(0, 2).every((text) => /^X?$/i.test(text));
        const hasCity = address.cityLine !== null && /,\s*[A-Z][A-Z0-9](\s|$)/.test(address.cityLine.text);
        if (!hasCity) Object.assign(address, { street: null, cityLine: null });
        if (!isTold) return { ...UNREAD, ...address };
      }
      const officer = described(words("officer"));
      const other = described(words("other"));
      return {
        ...address,
        isDirector: box(words("director")),
        isTenPercentOwner: box(words("tenPercent")),
        isOfficer: officer.box,
        isOther: other.box,
        officerTitle: officer.text,
        otherText: other.text,
      };
    });
}

/** Name, street and city by lines. Newer pages print city, state, zip and country on separate lines. */
function addressOf([name, ...lines]: PrintedCell[], hasCountry: boolean): Address {
  if (!name) return { name: null, street: null, cityLine: null };
  if (lines.length === 0) return { name, street: [], cityLine: emptyCell() };
  if (!hasCountry) {
    const cityLine = lines.at(-1) ?? null;
    const street = lines.slice(0, -1);
    const doubt =
      "There are more lines than a name and an address have, so we cannot tell where one ends and the next begins";
    return street.length <= 2
      ? { name, street, cityLine }
      : { name: { ...name, doubt }, street: street.map((line) => ({ ...line, doubt })), cityLine };
  }
  const [city, state, zip, country] = lines.slice(-4);
  const street = lines.slice(0, -4);
  if (city && state && zip && country?.text === "UNITED STATES" && street.length >= 1 && street.length <= 2) {
    return { name, street, cityLine: null, city, state, zip, country };
  }
  // In an address abroad, street, state and zip may each be missing, and the lines do not show which.
  return { name, street: null, cityLine: null, country: lines.at(-1) ?? null };
}
