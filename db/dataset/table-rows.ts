import { isUtf8 } from "node:buffer";
import { DataSetRefused } from "@/db/dataset/open-data-set";
import { unwrapCell } from "@/lib/dataset/data-set-cell";
import { type DataSetMember, type Header, readHeader } from "@/lib/dataset/data-set-columns";
import { decodeWindows1252 } from "@/lib/values/decode-text";

const NEWLINE = 10;
const TAB = 9;
const RETURN = 13;
const QUOTE = 34;
const DASH = 45;

/** One table of a quarter in memory, with the positions of its rows and cells. */
export class TableRows {
  readonly member: DataSetMember;
  readonly bytes: Buffer;
  readonly header: Header;
  /** As in the header. */
  readonly names: string[];
  /** Cells in a row. */
  readonly width: number;
  readonly count: number;
  /** Lines of the file (from 1) that were not UTF-8. */
  readonly mended: ReadonlySet<number>;
  /** By row: where it begins and ends, and the line (from 1) on which it begins. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly lines: Uint32Array;
  /** Of the row that was split last, by column. */
  readonly cellStarts: Uint32Array;
  readonly cellEnds: Uint32Array;

  constructor(member: DataSetMember, raw: Buffer) {
    const { bytes, mended } = readable(raw);
    const headerEnd = endOfLine(bytes, 0);
    const names = bytes
      .toString("utf8", 0, headerEnd)
      .replace(/^\uFEFF/, "")
      .replace(/\r$/, "")
      .split("\t")
      .map(unwrapCell);
    const header = readHeader(member, names);
    if (!header) throw new DataSetRefused(`${member}.tsv has no column ACCESSION_NUMBER`);
    this.member = member;
    this.bytes = bytes;
    this.header = header;
    this.mended = mended;
    this.names = names;
    this.width = names.length;
    this.cellStarts = new Uint32Array(this.width + 1);
    this.cellEnds = new Uint32Array(this.width + 1);

    const most = countLines(bytes);
    this.starts = new Uint32Array(most);
    this.ends = new Uint32Array(most);
    this.lines = new Uint32Array(most);
    let count = 0;
    let line = 1;
    for (let at = headerEnd + 1; at < bytes.length; ) {
      const end = endOfLine(bytes, at);
      const last = bytes[end - 1] === RETURN ? end - 1 : end;
      line += 1;
      if (last > at && !(count > 0 && this.goesOn(count - 1, at, last))) {
        this.starts[count] = at;
        this.ends[count] = last;
        this.lines[count] = line;
        count += 1;
      }
      at = end + 1;
    }
    this.count = count;
  }

  /**
   * A line that does not begin a row belongs to the row before, if that has an open quoted cell: this may contain line breaks.
   */
  private goesOn(row: number, start: number, end: number): boolean {
    const { bytes } = this;
    if (this.header.accessionNumber !== 0) return false;
    if (bytes[start + 10] === DASH && bytes[start + 13] === DASH && bytes[start + 20] === TAB) return false;
    const before = this.ends[row] ?? 0;
    if (this.split(row) && !this.isOpen()) return false;
    this.ends[row] = end;
    if (this.split(row) || this.isOpen()) return true;
    this.ends[row] = before;
    return false;
  }

  /** Whether the last cell of the split row begins with a quote and does not end with one. */
  private isOpen(): boolean {
    for (let cell = this.width - 1; cell >= 0; cell--) {
      const [start, end] = [this.cellStarts[cell] ?? 0, this.cellEnds[cell] ?? 0];
      if (end > start) return this.bytes[start] === QUOTE && !isClosed(this.bytes, start, end);
    }
    return false;
  }

  /** Finds the cells of a row. @returns false for a row with more or fewer cells than the header. */
  split(row: number): boolean {
    const { bytes, cellStarts, cellEnds, width } = this;
    const end = this.ends[row] ?? 0;
    let cell = 0;
    let start = this.starts[row] ?? 0;
    for (let at = start; at < end; at++) {
      if (bytes[at] !== TAB) continue;
      if (cell >= width) return this.splitQuoted(row);
      cellStarts[cell] = start;
      cellEnds[cell] = at;
      cell += 1;
      start = at + 1;
    }
    if (cell >= width) return this.splitQuoted(row);
    cellStarts[cell] = start;
    cellEnds[cell] = end;
    cell += 1;
    if (cell === width) return true;
    cellStarts.fill(0, cell);
    cellEnds.fill(0, cell);
    return false;
  }

  /** As `split`, for a row with too many tabs: a quoted cell may contain some. */
  private splitQuoted(row: number): boolean {
    const { bytes, cellStarts, cellEnds, width } = this;
    const end = this.ends[row] ?? 0;
    let at = this.starts[row] ?? 0;
    let cell = 0;
    for (; cell < width && at <= end; cell++) {
      let stop = nextTab(bytes, at, end);
      if (bytes[at] === QUOTE) {
        while (stop < end && !isClosed(bytes, at, stop)) stop = nextTab(bytes, stop + 1, end);
      }
      cellStarts[cell] = at;
      cellEnds[cell] = stop;
      at = stop + 1;
    }
    return cell === width && at === end + 1;
  }

  /** The cells of a row as text, for rare uses. A row with another number of cells gives as many as it has. */
  cells(row: number): string[] {
    if (!this.split(row)) return this.text(row).split("\t");
    return Array.from({ length: this.width }, (_, cell) =>
      this.bytes.toString("utf8", this.cellStarts[cell], this.cellEnds[cell]),
    );
  }

  /** A cell of the split row; an empty text if the file lacks the column (-1). */
  cell(position: number): string {
    return position < 0 ? "" : this.bytes.toString("utf8", this.cellStarts[position], this.cellEnds[position]);
  }

  isEmpty(position: number): boolean {
    return position < 0 || this.cellStarts[position] === this.cellEnds[position];
  }

  text = (row: number) => this.bytes.toString("utf8", this.starts[row], this.ends[row]);

  /** The end of the cell that begins at a position. */
  cellEnd(row: number, start: number): number {
    return nextTab(this.bytes, start, this.ends[row] ?? 0);
  }

  /** The start of a column's cell, without finding the others. */
  cellStart(row: number, position: number): number {
    let at = this.starts[row] ?? 0;
    for (let cell = 0; cell < position; cell++) at = nextTab(this.bytes, at, this.ends[row] ?? 0) + 1;
    return at;
  }
}

function nextTab(bytes: Buffer, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] !== TAB) at++;
  return at;
}

/** Whether a cell that begins with a quote ends with one that is not half of a doubled quote. */
function isClosed(bytes: Buffer, start: number, end: number): boolean {
  let quotes = 0;
  for (let at = end - 1; at > start && bytes[at] === QUOTE; at--) quotes += 1;
  return quotes % 2 === 1;
}

function endOfLine(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(NEWLINE, from);
  return end < 0 ? bytes.length : end;
}

function countLines(bytes: Buffer): number {
  let lines = 1;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}

/** The bytes as UTF-8 for PostgreSQL. A line that is not UTF-8 is read as Windows-1252, in which older programs wrote. */
function readable(raw: Buffer): { bytes: Buffer; mended: ReadonlySet<number> } {
  const mended = new Set<number>();
  if (isUtf8(raw) && !raw.includes(0)) return { bytes: raw, mended };
  const lines: Buffer[] = [];
  for (let at = 0, line = 1; at < raw.length; line++) {
    const end = Math.min(raw.length, endOfLine(raw, at) + 1);
    const bytes = raw.subarray(at, end);
    if (isUtf8(bytes) && !bytes.includes(0)) lines.push(bytes);
    else {
      mended.add(line);
      lines.push(Buffer.from((isUtf8(bytes) ? bytes.toString("utf8") : decodeWindows1252(bytes)).replaceAll("\0", "")));
    }
    at = end;
  }
  return { bytes: Buffer.concat(lines), mended };
}
