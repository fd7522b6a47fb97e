const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const BACKSLASH = 92;
const N = 78;

/** Rows in the text format of COPY, as bytes: no row becomes an object or a string on its way to the database. */
export class CopyBuffer {
  bytes: Buffer;
  length = 0;
  private room = 0;

  constructor(size: number) {
    this.bytes = Buffer.allocUnsafe(size);
  }

  /** Makes room for a row of so many bytes, which escaping may double, and for the characters around its cells. */
  beginRow(bytes: number) {
    this.room = 2 * bytes + 1024;
    this.ensure(this.room);
  }

  private ensure(more: number) {
    if (this.length + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + more));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }

  /** Hands over what was written, and continues in a new buffer. */
  take(): Buffer {
    const taken = this.bytes.subarray(0, this.length);
    this.bytes = Buffer.allocUnsafe(this.bytes.length);
    this.length = 0;
    return taken;
  }

  tab() {
    this.bytes[this.length++] = TAB;
  }

  endRow() {
    this.bytes[this.length++] = NEWLINE;
  }

  byte(byte: number) {
    this.bytes[this.length++] = byte;
  }

  nothing() {
    this.bytes[this.length++] = BACKSLASH;
    this.bytes[this.length++] = N;
  }

  /** Bytes that need no escaping. */
  plain(from: Buffer) {
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < from.length; i++) bytes[at++] = from[i] as number;
    this.length = at;
  }

  number(value: number) {
    if (value < 10) this.bytes[this.length++] = 48 + value;
    else this.length += this.bytes.write(String(value), this.length, "latin1");
  }

  /** Text from a table, with the characters escaped that mean something to COPY. */
  escaped(from: Buffer, start: number, end: number) {
    const { bytes } = this;
    let at = this.length;
    for (let i = start; i < end; i++) {
      const byte = from[i] as number;
      if (byte === BACKSLASH || byte < 14) at = escapedByte(bytes, at, byte);
      else bytes[at++] = byte;
    }
    this.length = at;
  }

  text(text: string) {
    const from = Buffer.from(text, "utf8");
    this.ensure(2 * from.length + this.room);
    this.escaped(from, 0, from.length);
  }
}

function escapedByte(bytes: Buffer, from: number, byte: number): number {
  let at = from;
  if (byte === BACKSLASH || byte === TAB || byte === NEWLINE || byte === RETURN) {
    bytes[at++] = BACKSLASH;
    bytes[at++] = byte === BACKSLASH ? BACKSLASH : byte === TAB ? 116 : byte === NEWLINE ? 110 : 114;
  } else bytes[at++] = byte;
  return at;
}
