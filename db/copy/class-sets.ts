import type { ClassMasks } from "@/db/copy/class-masks";
import { WORDS } from "@/db/copy/facet-classes";
import { PlaceTable } from "@/db/copy/place-table";

const FIRST_SETS = 1 << 10;

/**
 * Sets of classes: those of the lines of a filing. Millions of filings have few different sets, so what each set counts for is worked out
 * once. A set with one class is the negative number of the class. The others have numbers from 1.
 */
export class ClassSets {
  /** A set, and a class that is added to it. The place of each is that of the set with both in `#next`. */
  readonly #steps = new PlaceTable();
  #next = new Int32Array(FIRST_SETS);
  #known = 0;
  #words = new Int32Array(FIRST_SETS * WORDS);
  #filings = new Int32Array(FIRST_SETS);
  #length = 1;

  constructor(readonly masks: ClassMasks) {}

  /** The set that has another class too: the same set, if the class adds nothing to what is counted. */
  with(set: number, ofClass: number): number {
    const step = this.#steps.of(set, ofClass);
    if (step === this.#known) this.#addStep(set, ofClass);
    return this.#next[step] as number;
  }

  /** Counts a filing of a set with a number. */
  countFiling(set: number) {
    this.#filings[set] = (this.#filings[set] as number) + 1;
  }

  /** Adds the filings of each set to what its bits count, a word at a time. */
  addFilings(add: (word: number, bits: number, filings: number) => void) {
    for (let set = 1; set < this.#length; set++) {
      const filings = this.#filings[set] as number;
      if (filings > 0)
        for (let word = 0; word < WORDS; word++) add(word, this.#words[set * WORDS + word] as number, filings);
    }
  }

  #addStep(set: number, ofClass: number) {
    this.#grow();
    let isLarger = false;
    for (let word = 0; word < WORDS; word++) {
      const before = set < 0 ? this.masks.word(-set, word) : (this.#words[set * WORDS + word] as number);
      const bits = before | this.masks.word(ofClass, word);
      this.#words[this.#length * WORDS + word] = bits;
      isLarger ||= bits !== before;
    }
    this.#next[this.#known++] = isLarger ? this.#length++ : set;
  }

  /** Makes room for another step, and another set. */
  #grow() {
    if (Math.max(this.#known, this.#length) < this.#next.length) return;
    const size = this.#next.length * 2;
    const [next, words, filings] = [new Int32Array(size), new Int32Array(size * WORDS), new Int32Array(size)];
    next.set(this.#next);
    words.set(this.#words);
    filings.set(this.#filings);
    [this.#next, this.#words, this.#filings] = [next, words, filings];
  }
}
