import { type ClassMasks, MEETS_ALL } from "@/db/copy/class-masks";
import { ClassSets } from "@/db/copy/class-sets";
import type { CountedLines } from "@/db/copy/counted-lines";
import { WORDS } from "@/db/copy/facet-classes";
import type { SliceTally } from "@/db/copy/slice-tally";
import type { Tally } from "@/lib/filters/facets";

/** How many lines and filings count for each bit. */
export class LineTally {
  readonly #tradesOf: Int32Array;
  /** Filings whose lines all have the same class. */
  readonly #filingsOf: Int32Array;
  readonly #sets: ClassSets;
  #filing = 0;
  /** The class of the line before, and the set of those of its filing. */
  #class = 0;
  #set = 0;

  constructor(
    readonly lines: CountedLines,
    readonly masks: ClassMasks,
    readonly slices: SliceTally,
  ) {
    this.#sets = new ClassSets(masks);
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
    const { failures, standIns } = this.masks;
    const [tradesOf, sets, slices] = [this.#tradesOf, this.#sets, this.slices];
    let [filing, last] = [this.#filing, this.#class];
    for (let at = 0; at < length; at++) {
      const number = numbers === null ? at : (numbers[at] as number);
      const ofLine = standIns[classes[number] as number] as number;
      if (ofLine === 0) continue;
      tradesOf[ofLine] = (tradesOf[ofLine] as number) + 1;
      if (filings[number] !== filing) {
        this.#endFiling();
        filing = filings[number] as number;
        last = ofLine;
        this.#set = -ofLine;
      } else if (ofLine !== last) {
        this.#set = sets.with(this.#set, ofLine);
        last = ofLine;
      }
      if (failures[ofLine] === MEETS_ALL)
        slices.add(industries[number] as number, filed[number] as number, traded[number] as number);
    }
    this.#filing = filing;
    this.#class = last;
  }

  #endFiling() {
    const set = this.#set;
    if (set > 0) this.#sets.countFiling(set);
    else this.#filingsOf[-set] = (this.#filingsOf[-set] as number) + 1;
    this.slices.endFiling();
  }

  /** How many count for a bit. */
  count(): (bit: number) => Tally {
    this.#endFiling();
    const [trades, filings] = [new Float64Array(WORDS * 32), new Float64Array(WORDS * 32)];
    this.#sets.addFilings((word, bits, count) => addForBits(filings, word, bits, count));
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
