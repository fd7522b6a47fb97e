import type { CopyBuffer } from "@/db/dataset/copy-buffer";
import type { QuarterFilings } from "@/db/dataset/quarter";
import type { TableRows } from "@/db/dataset/table-rows";
import { readCell, unwrapCell } from "@/lib/dataset/data-set-cell";
import type { CellPlace } from "@/lib/dataset/data-set-columns";
import type { ListedRelationship } from "@/lib/dataset/relationship";
import { LONGEST_CODE } from "@/lib/edgar/typed-value";
import { FIRST_YEAR, LAST_YEAR } from "@/lib/values/is-calendar-date";

const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const DASH = 45;
const DOT = 46;
const ZERO = 48;
const NINE = 57;
const ONE = 49;
const F = 70;
const LETTER_F = 102;
const LETTER_T = 116;
const OPEN = 123;
const CLOSE = 125;

/** Longer decimals are read the slow way, which has its own limit. */
const LONGEST_DECIMAL = 40;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A cell that is not plain: its column, and why it could not be stored as the column's type, if so. */
export type OddCell = { place: CellPlace; name: string; text: string; problem: string };

/** Columns of the table for a member's cells, in the order in which {@link CellEncoder} writes them. */
export const targetsOf = (table: TableRows): string[] =>
  table.header.places.flatMap((place) =>
    place === null
      ? []
      : place.type === "relationship"
        ? ["isDirector", "isOfficer", "isTenPercentOwner", "isOther"]
        : [place.column],
  );

/**
 * Writes the cells of a table's rows for COPY, byte by byte for plain cells, as nearly all are. `readCell` reads any other cell
 * as text and says what it means.
 */
export class CellEncoder {
  private readonly positions: number[] = [];
  private readonly places: CellPlace[] = [];
  private readonly relationships = new Map<string, Buffer>();
  /** The row's cells that could not be stored as their type. */
  odd: OddCell[] = [];
  /** Whether the row cites a footnote that its filing does not have. */
  missesNote = false;
  /** The transaction's date as 20240912; 0 where there is none. */
  transactionDay = 0;
  private spelling: Record<string, string> | null = null;
  private extra: Record<string, string> | null = null;

  constructor(
    private readonly quarter: QuarterFilings,
    private readonly table: TableRows,
  ) {
    table.header.places.forEach((place, position) => {
      if (place === null) return;
      this.positions.push(position);
      this.places.push(place);
    });
  }

  /** Writes the cells of the split row, each after a tab, then the spelling and everything that no column takes. */
  write(out: CopyBuffer, filing: number) {
    const { table, positions, places } = this;
    const { bytes, cellStarts, cellEnds } = table;
    if (this.odd.length > 0) this.odd = [];
    this.missesNote = false;
    this.transactionDay = 0;
    this.spelling = null;
    this.extra = null;
    for (let cell = 0; cell < positions.length; cell++) {
      const position = positions[cell] as number;
      const start = cellStarts[position] as number;
      const end = cellEnds[position] as number;
      const place = places[cell] as CellPlace;
      out.tab();
      if (place.type === "relationship") this.relationship(out, start, end);
      else if (start === end) out.nothing();
      else if ((bytes[start] as number) <= QUOTE) this.slow(out, place, position, filing);
      else {
        switch (place.type) {
          case "text":
            out.escaped(bytes, start, end);
            break;
          case "code":
            if (end - start > LONGEST_CODE) this.slow(out, place, position, filing);
            else out.escaped(bytes, start, end);
            break;
          case "decimal":
            if (!decimal(out, bytes, start, end)) this.slow(out, place, position, filing);
            break;
          case "date": {
            const day = dayOf(bytes, start, end);
            if (day === 0) this.slow(out, place, position, filing);
            else {
              writeDay(out, day);
              if (place.column === "transactionDate") this.transactionDay = day;
            }
            break;
          }
          case "flag":
            if (end === start + 1 && (bytes[start] === ZERO || bytes[start] === ONE)) {
              out.byte(bytes[start] === ONE ? LETTER_T : LETTER_F);
            } else this.slow(out, place, position, filing);
            break;
          case "cik":
            if (!cik(out, bytes, start, end)) this.slow(out, place, position, filing);
            break;
          case "notes":
            if (!this.notes(out, filing, start, end)) this.slow(out, place, position, filing);
            break;
        }
      }
    }
    for (const { position, name } of table.header.unknown) {
      const text = unwrapCell(bytes.toString("utf8", cellStarts[position], cellEnds[position]));
      if (text.trim() !== "") this.keep(name, text);
    }
    out.tab();
    json(out, this.spelling);
    out.tab();
    json(out, this.extra);
  }

  private slow(out: CopyBuffer, place: CellPlace, position: number, filing: number) {
    const { bytes, cellStarts, cellEnds } = this.table;
    const cell = bytes.toString("utf8", cellStarts[position], cellEnds[position]);
    const { value, spelling, problem } = readCell(cell, place.type);
    if (spelling !== undefined) {
      this.spelling ??= {};
      this.spelling[place.column] = spelling;
    }
    if (problem !== undefined) {
      this.odd.push({ place, name: this.table.names[position] ?? place.column, text: unwrapCell(cell), problem });
    }
    if (value === null) out.nothing();
    else if (typeof value === "boolean") out.byte(value ? LETTER_T : LETTER_F);
    else if (typeof value === "string") {
      out.text(value);
      if (place.column === "transactionDate") this.transactionDay = Number(value.replaceAll("-", ""));
    } else if (Array.isArray(value)) {
      out.text(`{${value.map((id) => `"${id.replace(/["\\]/g, "\\$&")}"`).join(",")}}`);
      if (value.some((id) => !this.quarter.hasNote(filing, id))) this.missesNote = true;
    } else out.nothing();
  }

  private keep(name: string, text: string) {
    this.extra ??= {};
    this.extra[name] = text;
  }

  private relationship(out: CopyBuffer, start: number, end: number) {
    const text = this.table.bytes.toString("utf8", start, end);
    let written = this.relationships.get(text);
    if (!written) {
      const { value, problem } = readCell(text, "relationship");
      const said = value as ListedRelationship | null;
      const flags = [said?.isDirector, said?.isOfficer, said?.isTenPercentOwner, said?.isOther];
      written = Buffer.from(flags.map((flag) => (flag ? "t" : "\\N")).join("\t"));
      // Odd cells are read again for each row, to be reported there.
      if (problem === undefined) this.relationships.set(text, written);
      else {
        const place: CellPlace = { column: "relationship", type: "relationship" };
        this.keep("RPTOWNER_RELATIONSHIP", unwrapCell(text));
        this.odd.push({ place, name: "RPTOWNER_RELATIONSHIP", text: unwrapCell(text), problem });
      }
    }
    out.plain(written);
  }

  /** `F1, F2` as an array; false for anything else. */
  private notes(out: CopyBuffer, filing: number, start: number, end: number): boolean {
    const { bytes } = this.table;
    const begun = out.length;
    out.byte(OPEN);
    for (let at = start; ; ) {
      const first = bytes[at + 1] as number;
      if (bytes[at] !== F || at + 1 >= end || first < ONE || first > NINE) break;
      let number = first - ZERO;
      out.byte(F);
      out.byte(first);
      at += 2;
      const second = bytes[at] as number;
      if (at < end && second >= ZERO && second <= NINE) {
        number = number * 10 + second - ZERO;
        out.byte(second);
        at += 1;
      }
      if (!this.quarter.hasNumberedNote(filing, number)) this.missesNote = true;
      if (at === end) {
        out.byte(CLOSE);
        return true;
      }
      if (bytes[at] !== COMMA) break;
      at += bytes[at + 1] === SPACE ? 2 : 1;
      out.byte(COMMA);
    }
    out.length = begun;
    return false;
  }
}

/** Copies a plain decimal as `typedValue` would leave it; writes nothing and returns false for anything else. */
function decimal(out: CopyBuffer, bytes: Buffer, start: number, end: number): boolean {
  const length = end - start;
  if (length > LONGEST_DECIMAL) return false;
  const target = out.bytes;
  const begun = out.length;
  let point = -1;
  for (let i = 0; i < length; i++) {
    const byte = bytes[start + i] as number;
    if (byte === DOT && point < 0 && i > 0) point = i;
    else if (byte < ZERO || byte > NINE) return false;
    target[begun + i] = byte;
  }
  const whole = point < 0 ? length : point;
  if (point === length - 1 || (whole > 1 && bytes[start] === ZERO)) return false;
  out.length = begun + length;
  return true;
}

function cik(out: CopyBuffer, bytes: Buffer, start: number, end: number): boolean {
  if (end - start > 10) return false;
  let from = start;
  while (from < end && bytes[from] === ZERO) from++;
  if (from === end) return false;
  for (let at = from; at < end; at++) if ((bytes[at] as number) < ZERO || (bytes[at] as number) > NINE) return false;
  out.escaped(bytes, from, end);
  return true;
}

const digit = (bytes: Buffer, at: number) => {
  const value = (bytes[at] as number) - ZERO;
  return value >= 0 && value <= 9 ? value : Number.NaN;
};

/** `12-SEP-2024` as 20240912; 0 for any other cell, and for a day that does not exist. */
export function dayOf(bytes: Buffer, start: number, end: number): number {
  if (end - start !== 11 || bytes[start + 2] !== DASH || bytes[start + 6] !== DASH) return 0;
  const day = digit(bytes, start) * 10 + digit(bytes, start + 1);
  const year =
    digit(bytes, start + 7) * 1000 +
    digit(bytes, start + 8) * 100 +
    digit(bytes, start + 9) * 10 +
    digit(bytes, start + 10);
  const month = monthOf(bytes, start + 3);
  if (!(day > 0 && year >= FIRST_YEAR && year <= LAST_YEAR) || month === 0) return 0;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && isLeap ? 29 : (LENGTHS[month - 1] as number);
  return day <= last ? year * 10000 + month * 100 + day : 0;
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const MONTH_BY_LETTERS = new Map(
  MONTHS.map((name, at) => [(name.charCodeAt(0) << 16) | (name.charCodeAt(1) << 8) | name.charCodeAt(2), at + 1]),
);

const UPPER = 0xdf;
const monthOf = (bytes: Buffer, at: number): number =>
  MONTH_BY_LETTERS.get(
    (((bytes[at] as number) & UPPER) << 16) |
      (((bytes[at + 1] as number) & UPPER) << 8) |
      ((bytes[at + 2] as number) & UPPER),
  ) ?? 0;

/** 20240912 as `2024-09-12`. */
export const printDay = (day: number): string => {
  const text = String(day).padStart(8, "0");
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
};

function writeDay(out: CopyBuffer, day: number) {
  const year = Math.floor(day / 10000);
  const month = Math.floor(day / 100) % 100;
  const date = day % 100;
  const { bytes } = out;
  let at = out.length;
  bytes[at++] = ZERO + Math.floor(year / 1000);
  bytes[at++] = ZERO + (Math.floor(year / 100) % 10);
  bytes[at++] = ZERO + (Math.floor(year / 10) % 10);
  bytes[at++] = ZERO + (year % 10);
  bytes[at++] = DASH;
  bytes[at++] = ZERO + Math.floor(month / 10);
  bytes[at++] = ZERO + (month % 10);
  bytes[at++] = DASH;
  bytes[at++] = ZERO + Math.floor(date / 10);
  bytes[at++] = ZERO + (date % 10);
  out.length = at;
}

function json(out: CopyBuffer, value: Record<string, string> | null) {
  if (value === null) out.nothing();
  else out.text(JSON.stringify(value));
}
