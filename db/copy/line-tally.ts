import type { ClassMasks } from "@/db/copy/class-masks";
import { ClassSets } from "@/db/copy/class-sets";
import { WORDS } from "@/db/copy/facet-classes";
import { longer } from "@/db/copy/longer";
import type { Tally } from "@/lib/filters/facets";

const FIRST_CLASSES = 1 << 10;

/** How many lines each class has, and how many filings each set of classes. What they count for may be asked later. */
export class LineTally {
  #tradesOf = new Int32Array(FIRST_CLASSES);
  /** Filings whose lines all have the same class. */
  #filingsOf = new Int32Array(FIRST_CLASSES);
  readonly #sets = new ClassSets();
  #filing = 0;
  /** The class of the line before, and the set of those of its filing. */
  #class = 0;
  #set = 0;

  /** @param standIns for each class, one that is counted instead; null if each is counted itself */
  constructor(readonly standIns: Int32Array | null = null) {}

  /**
   * @param numbers of counted lines; those of a filing are next to each other
   * @param times -1 to remove them
   */
  add({ filings, classes }: { filings: Int32Array; classes: Int32Array }, numbers: Int32Array, times = 1) {
    const { standIns } = this;
    let [filing, last] = [this.#filing, this.#class];
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] as number;
      const ofClass = classes[number] as number;
      const ofLine = standIns === null ? ofClass : (standIns[ofClass] as number);
      if (ofLine >= this.#tradesOf.length) this.#grow(ofLine);
      this.#tradesOf[ofLine] = (this.#tradesOf[ofLine] as number) + times;
      if (filings[number] !== filing) {
        this.#endFiling(times);
        filing = filings[number] as number;
        last = ofLine;
        this.#set = -ofLine;
      } else if (ofLine !== last) {
        this.#set = this.#sets.with(this.#set, ofLine);
        last = ofLine;
      }
    }
    this.#filing = filing;
    this.#class = last;
  }

  /** The filing of the last line has no others. */
  end(times = 1) {
    this.#endFiling(times);
    [this.#filing, this.#class, this.#set] = [0, 0, 0];
  }

  #endFiling(times: number) {
    const set = this.#set;
    if (set > 0) this.#sets.countFilings(set, times);
    else this.#filingsOf[-set] = (this.#filingsOf[-set] as number) + times;
  }

  /** How many count for a bit. */
  count(masks: ClassMasks): (bit: number) => Tally {
    const [trades, filings] = [new Float64Array(WORDS * 32), new Float64Array(WORDS * 32)];
    this.#sets.addFilings(masks, (word, bits, count) => addForBits(filings, word, bits, count));
    // Class 0 stands for what came before the first filing.
    for (let number = 1; number < this.#tradesOf.length; number++) {
      const [ofTrades, ofFilings] = [this.#tradesOf[number] as number, this.#filingsOf[number] as number];
      if (ofTrades === 0) continue;
      for (let word = 0; word < WORDS; word++) {
        const mask = masks.word(number, word);
        addForBits(trades, word, mask, ofTrades);
        addForBits(filings, word, mask, ofFilings);
      }
    }
    return (bit) => ({ trades: trades[bit] as number, filings: filings[bit] as number });
  }

  #grow(least: number) {
    const size = Math.max(least + 1, this.#tradesOf.length * 2);
    [this.#tradesOf, this.#filingsOf] = [longer(this.#tradesOf, size), longer(this.#filingsOf, size)];
  }
}

/** Adds a number to the sum of each bit that is set in a word of a mask. */
function addForBits(sums: Float64Array, word: number, mask: number, added: number) {
  for (let bits = mask; bits !== 0; bits &= bits - 1) {
    const bit = word * 32 + 31 - Math.clz32(bits & -bits);
    sums[bit] = (sums[bit] as number) + added;
  }
}
