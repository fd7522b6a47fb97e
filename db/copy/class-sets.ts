import type { ClassMasks } from "@/db/copy/class-masks";
import { WORDS } from "@/db/copy/facet-classes";
import { longer } from "@/db/copy/longer";
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
  /** For each set, the one that it was made from, and the class that was added. */
  #before = new Int32Array(FIRST_SETS);
  #added = new Int32Array(FIRST_SETS);
  #filings = new Int32Array(FIRST_SETS);
  #length = 1;

  /** The set that has another class too: the same set, if it has the class already. */
  with(set: number, ofClass: number): number {
    const step = this.#steps.of(set, ofClass);
    if (step === this.#known) this.#addStep(set, ofClass);
    return this.#next[step] as number;
  }

  /** Adds to the number of filings of a set, or takes from it. */
  countFilings(set: number, filings: number) {
    this.#filings[set] = (this.#filings[set] as number) + filings;
  }

  /** Adds the filings of each set to what its bits count, a word at a time. */
  addFilings(masks: ClassMasks, add: (word: number, bits: number, filings: number) => void) {
    const words = new Int32Array(this.#length * WORDS);
    for (let set = 1; set < this.#length; set++) {
      const [before, added, filings] = [this.#before[set] as number, this.#added[set] as number, this.#filings[set]];
      for (let word = 0; word < WORDS; word++) {
        // The set before has a smaller number, or is a single class.
        const known = before < 0 ? masks.word(-before, word) : (words[before * WORDS + word] as number);
        const bits = known | masks.word(added, word);
        words[set * WORDS + word] = bits;
        if (filings !== 0) add(word, bits, filings as number);
      }
    }
  }

  #addStep(set: number, ofClass: number) {
    this.#grow();
    const isSame = this.#has(set, ofClass);
    this.#next[this.#known++] = isSame ? set : this.#length;
    if (isSame) return;
    this.#before[this.#length] = set;
    this.#added[this.#length++] = ofClass;
  }

  #has(set: number, ofClass: number): boolean {
    let left = set;
    for (; left > 0; left = this.#before[left] as number) if (this.#added[left] === ofClass) return true;
    return left === -ofClass;
  }

  /** Makes room for another step, and another set. */
  #grow() {
    if (Math.max(this.#known, this.#length) < this.#next.length) return;
    const size = this.#next.length * 2;
    [this.#next, this.#before] = [longer(this.#next, size), longer(this.#before, size)];
    [this.#added, this.#filings] = [longer(this.#added, size), longer(this.#filings, size)];
  }
}
