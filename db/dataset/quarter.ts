import type { TableRows } from "@/db/dataset/table-rows";
import { parseAccessionNumber } from "@/lib/record/accession-number";

/** What is done with a filing of a quarter. */
export const FILING_STATE = { load: 0, known: 1, compare: 2 } as const;

export type FilingProblem = {
  filing: number;
  member: string;
  line: number | null;
  pointer: string | null;
  message: string;
};

/** A row that cannot be stored with any filing: which, why, and its text. */
export type RefusedRow = { member: string; line: number; message: string; text: string };

const DASH = 45;
const TAB = 9;
export const NUMBER_LENGTH = 20;

/**
 * The filings of a quarter. Each has an index from 0 in these lists. They are stored in this order, by issuer, because the pages of an
 * issuer and of its insiders read them together: from fewer places of the disk if they are side by side.
 */
export class QuarterFilings {
  readonly fileName: string;
  readonly submissions: TableRows;
  readonly numbers: string[];
  /** The accession numbers as bytes, one after the other. */
  readonly numberBytes: Buffer;
  readonly places: Map<string, number>;
  readonly submissionRow: Uint32Array;
  readonly state: Uint8Array;
  /** The filing date as 20240926; 0 if it is unknown. */
  readonly filingDay: Int32Array;
  readonly orderedAt: Buffer[];
  readonly owners: Uint16Array;
  readonly signatures: Uint16Array;
  readonly linesOfI: Uint16Array;
  readonly linesOfII: Uint16Array;
  /** Four words for each filing: a bit for each of its footnotes F1 to F99. */
  readonly notes: Uint32Array;
  /** Ids of another form, if a filing has any. */
  readonly otherNotes = new Map<number, Set<string>>();
  /** Set if the data set has no table of footnotes. Then no footnote counts as missing. */
  hasNoNotes = false;
  readonly problems: FilingProblem[] = [];
  readonly refused: RefusedRow[] = [];

  constructor(fileName: string, submissions: TableRows) {
    this.fileName = fileName;
    this.submissions = submissions;
    const rowOf = new Map<string, number>();
    const byIssuer: string[] = [];
    const issuerCik = submissions.header.places.findIndex((place) => place?.column === "issuerCik");
    for (let row = 0; row < submissions.count; row++) {
      const number = accessionNumberAt(submissions, row);
      if (!submissions.split(row)) this.refuse(submissions, row, wrongWidth(submissions, row));
      else if (number === null) this.refuse(submissions, row, "it has no accession number");
      else if (rowOf.has(number)) this.refuse(submissions, row, `filing ${number} appears twice`);
      else {
        rowOf.set(number, row);
        byIssuer.push(`${submissions.cell(issuerCik)} ${number}`);
      }
    }
    this.numbers = byIssuer.sort().map((key) => key.slice(-NUMBER_LENGTH));
    const count = this.numbers.length;
    this.numberBytes = Buffer.from(this.numbers.join(""), "latin1");
    this.places = new Map(this.numbers.map((number, place) => [number, place]));
    this.submissionRow = Uint32Array.from(this.numbers, (number) => rowOf.get(number) ?? 0);
    this.state = new Uint8Array(count);
    this.filingDay = new Int32Array(count);
    this.orderedAt = new Array(count);
    this.owners = new Uint16Array(count);
    this.signatures = new Uint16Array(count);
    this.linesOfI = new Uint16Array(count);
    this.linesOfII = new Uint16Array(count);
    this.notes = new Uint32Array(count * 4);
  }

  get count(): number {
    return this.numbers.length;
  }

  refuse(table: TableRows, row: number, message: string) {
    this.refused.push({ member: table.member, line: table.lines[row] ?? 0, message, text: table.text(row) });
  }

  say(filing: number, table: { member: string }, line: number | null, pointer: string | null, message: string) {
    this.problems.push({ filing, member: table.member, line, pointer, message });
  }

  hasNote(filing: number, id: string): boolean {
    const number = noteNumber(id);
    return number > 0 ? this.hasNumberedNote(filing, number) : (this.otherNotes.get(filing)?.has(id) ?? false);
  }

  /** As `hasNote`, for F1 to F99 by its number. */
  hasNumberedNote(filing: number, number: number): boolean {
    return ((this.notes[filing * 4 + (number >>> 5)] as number) & (1 << (number & 31))) !== 0;
  }

  /** @returns false if the filing already has a footnote with this id. */
  addNote(filing: number, id: string): boolean {
    const number = noteNumber(id);
    if (number > 0) return this.addNumberedNote(filing, number);
    if (this.hasNote(filing, id)) return false;
    const others = this.otherNotes.get(filing) ?? new Set();
    this.otherNotes.set(filing, others.add(id));
    return true;
  }

  /** As `addNote`, for F1 to F99 by its number. */
  addNumberedNote(filing: number, number: number): boolean {
    const word = filing * 4 + (number >>> 5);
    const bit = 1 << (number & 31);
    const before = this.notes[word] as number;
    this.notes[word] = before | bit;
    return (before & bit) === 0;
  }

  noteIds(filing: number): Set<string> {
    const ids = new Set(this.otherNotes.get(filing));
    for (let number = 1; number < 100; number++) if (this.hasNumberedNote(filing, number)) ids.add(`F${number}`);
    return ids;
  }
}

/** 12 of `F12`; 0 for an id of another form. */
const noteNumber = (id: string): number => (/^F[1-9]\d?$/.test(id) ? Number(id.slice(1)) : 0);

/** As `noteNumber`, of a cell. */
export function noteNumberAt(bytes: Buffer, start: number, end: number): number {
  const length = end - start;
  if (bytes[start] !== 70 || length < 2 || length > 3) return 0;
  const first = (bytes[start + 1] as number) - 48;
  if (first < 1 || first > 9) return 0;
  if (length === 2) return first;
  const second = (bytes[start + 2] as number) - 48;
  return second >= 0 && second <= 9 ? first * 10 + second : 0;
}

export const wrongWidth = (table: TableRows, row: number) =>
  `it has ${table.text(row).split("\t").length} cells where the header has ${table.width}`;

function accessionNumberAt(table: TableRows, row: number): string | null {
  const start = table.cellStart(row, table.header.accessionNumber);
  const { bytes } = table;
  if (bytes[start + 10] === DASH && bytes[start + 13] === DASH && bytes[start + NUMBER_LENGTH] === TAB) {
    const number = bytes.toString("latin1", start, start + NUMBER_LENGTH);
    if (/^[\d-]+$/.test(number)) return number;
  }
  const end = bytes.indexOf(TAB, start);
  const number = parseAccessionNumber(bytes.toString("utf8", start, end < 0 ? (table.ends[row] ?? 0) : end));
  return number?.length === NUMBER_LENGTH ? number : null;
}

/** Whether two rows begin with the same accession number. */
function beginAlike({ bytes, header, starts }: TableRows, one: number, other: number): boolean {
  if (header.accessionNumber !== 0) return false;
  const [a, b] = [starts[one] as number, starts[other] as number];
  for (let at = NUMBER_LENGTH; at >= 0; at--) if (bytes[a + at] !== bytes[b + at]) return false;
  return bytes[b + NUMBER_LENGTH] === TAB;
}

export type GroupedRows = {
  /** Rows of the table by filing and, within a filing, by key. */
  rows: Uint32Array;
  /** By filing: where its rows begin in `rows`. They end where those of the next filing begin. */
  first: Uint32Array;
};

/** Sorts the rows of a table by filing, and within a filing by a key of the row. A row of an unknown filing is refused. */
export function groupRowsByFiling(
  quarter: QuarterFilings,
  table: TableRows,
  keyOf: (row: number) => number,
): GroupedRows {
  const none = 0xffffffff;
  const filings = new Uint32Array(table.count);
  const first = new Uint32Array(quarter.count + 1);
  let number: string | null = null;
  let filing = none;
  for (let row = 0; row < table.count; row++) {
    // A filing's rows are mostly together.
    if (row === 0 || !beginAlike(table, row - 1, row)) {
      number = accessionNumberAt(table, row);
      filing = number === null ? none : (quarter.places.get(number) ?? none);
    }
    filings[row] = filing;
    if (filing !== none) first[filing + 1] = (first[filing + 1] ?? 0) + 1;
    else {
      quarter.refuse(
        table,
        row,
        number === null ? "it has no accession number" : `its filing ${number} is not in SUBMISSION.tsv`,
      );
    }
  }
  for (let place = 0; place < quarter.count; place++) first[place + 1] = (first[place + 1] ?? 0) + (first[place] ?? 0);

  const rows = new Uint32Array(first[quarter.count] ?? 0);
  const keys = new Float64Array(rows.length);
  const next = first.slice();
  for (let row = 0; row < table.count; row++) {
    const place = filings[row] ?? none;
    if (place === none) continue;
    const key = keyOf(row);
    // A filing has few rows, so each is inserted at its place among those before.
    let at = next[place] ?? 0;
    const begin = first[place] ?? 0;
    for (; at > begin && (keys[at - 1] ?? 0) > key; at--) {
      keys[at] = keys[at - 1] ?? 0;
      rows[at] = rows[at - 1] ?? 0;
    }
    keys[at] = key;
    rows[at] = row;
    next[place] = (next[place] ?? 0) + 1;
  }
  return { rows, first };
}
