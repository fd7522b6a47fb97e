import { type ClassMasks, FAILS, MEETS_ALL } from "@/db/copy/class-masks";
import type { CountedLines } from "@/db/copy/counted-lines";
import { WORDS } from "@/db/copy/facet-classes";
import type { SliceTally } from "@/db/copy/slice-tally";
import type { Tally } from "@/lib/filters/facets";

/** How many lines and filings count for each bit. */
export class LineTally {
  readonly #tradesOf: Int32Array;
  /** Filings whose lines all have the same class. */
  readonly #filingsOf: Int32Array;
  readonly #mixed = new BitCounts();
  readonly #mask = new Int32Array(WORDS);
  #filing = 0;
  #class = 0;
  #isMixed = false;

  constructor(
    readonly lines: CountedLines,
    readonly masks: ClassMasks,
    readonly slices: SliceTally,
  ) {
    this.#tradesOf = new Int32Array(masks.failures.length);
    this.#filingsOf = new Int32Array(masks.failures.length);
  }

  addAll() {
    this.#add(null, this.lines.length);
  }

  add(numbers: Int32Array) {
    this.#add(numbers, numbers.length);
  }

  /** Everything that each of millions of lines needs is at hand. */
  #add(numbers: Int32Array | null, length: number) {
    const { filings, classes, industries, by } = this.lines;
    const { filed, traded } = by;
    const { failures } = this.masks;
    const [tradesOf, filingsOf, slices] = [this.#tradesOf, this.#filingsOf, this.slices];
    let [filing, last] = [this.#filing, this.#class];
    for (let at = 0; at < length; at++) {
      const number = numbers === null ? at : (numbers[at] as number);
      const ofLine = classes[number] as number;
      const failure = failures[ofLine] as number;
      if (failure === FAILS) continue;
      tradesOf[ofLine] = (tradesOf[ofLine] as number) + 1;
      if (filings[number] !== filing) {
        if (this.#isMixed) this.#endMixed();
        else filingsOf[last] = (filingsOf[last] as number) + 1;
        slices.endFiling();
        filing = filings[number] as number;
        last = ofLine;
      } else if (ofLine !== last) {
        this.#mix(last, ofLine);
        last = ofLine;
      }
      if (failure === MEETS_ALL)
        slices.add(industries[number] as number, filed[number] as number, traded[number] as number);
    }
    this.#filing = filing;
    this.#class = last;
  }

  #mix(last: number, ofLine: number) {
    for (let word = 0; word < WORDS; word++) {
      const before = this.#isMixed ? (this.#mask[word] as number) : this.masks.word(last, word);
      this.#mask[word] = before | this.masks.word(ofLine, word);
    }
    this.#isMixed = true;
  }

  #endMixed() {
    this.#mixed.add(this.#mask);
    this.#isMixed = false;
  }

  /** How many count for a bit. */
  count(): (bit: number) => Tally {
    if (this.#isMixed) this.#endMixed();
    else this.#filingsOf[this.#class] = (this.#filingsOf[this.#class] as number) + 1;
    this.slices.endFiling();
    const trades = new Float64Array(WORDS * 32);
    const filings = this.#mixed.sums();
    // Class 0 stands for what came before the first filing.
    for (let number = 1; number < this.#tradesOf.length; number++) {
      const [ofTrades, ofFilings] = [this.#tradesOf[number] as number, this.#filingsOf[number] as number];
      if (ofTrades === 0) continue;
      for (let word = 0; word < WORDS; word++) {
        const mask = this.masks.word(number, word);
        addForBits(trades, word, mask, ofTrades);
        addForBits(filings, word, mask, ofFilings);
      }
    }
    return (bit) => ({ trades: trades[bit] as number, filings: filings[bit] as number });
  }
}

/** Adds a number to the sum of each bit that is set in a word of a mask. */
function addForBits(sums: Float64Array, word: number, mask: number, added: number) {
  for (let bits = mask; bits !== 0; bits &= bits - 1) {
    const bit = word * 32 + 31 - Math.clz32(bits & -bits);
    sums[bit] = (sums[bit] as number) + added;
  }
}

/** How many digits a binary count has, before it is added to the sums. */
const DIGITS = 16;

/** Counts how often each bit is set in masks: 32 binary counts in one word for each digit, so that one step adds to all of them. */
class BitCounts {
  readonly #sums = new Float64Array(WORDS * 32);
  readonly #digits = new Int32Array(WORDS * DIGITS);
  #added = 0;

  add(mask: Int32Array) {
    for (let word = 0; word < WORDS; word++) {
      let carried = mask[word] as number;
      for (let at = word * DIGITS; carried !== 0; at++) {
        const digit = this.#digits[at] as number;
        this.#digits[at] = digit ^ carried;
        carried &= digit;
      }
    }
    this.#added++;
    if (this.#added === 2 ** DIGITS - 1) this.#addToSums();
  }

  sums(): Float64Array {
    this.#addToSums();
    return this.#sums.slice();
  }

  #addToSums() {
    for (const [at, digit] of this.#digits.entries())
      addForBits(this.#sums, Math.floor(at / DIGITS), digit, 2 ** (at % DIGITS));
    this.#digits.fill(0);
    this.#added = 0;
  }
}
