const PART = 1 << 20;

/** A list of line numbers in parts, so that none of them is moved while others are added. */
export class LineList {
  readonly #full: Int32Array[] = [];
  #part: Int32Array;
  #length = 0;

  constructor(readonly size = PART) {
    this.#part = new Int32Array(size);
  }

  add(lines: Int32Array) {
    if (this.#length + lines.length > this.#part.length) {
      this.#full.push(this.#last);
      this.#part = new Int32Array(Math.max(this.size, lines.length));
      this.#length = 0;
    }
    this.#part.set(lines, this.#length);
    this.#length += lines.length;
  }

  get #last(): Int32Array {
    return this.#part.subarray(0, this.#length);
  }

  get parts(): Int32Array[] {
    return [...this.#full, this.#last];
  }
}
