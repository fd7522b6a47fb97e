import { longer } from "@/db/copy/longer";

const FIRST_SLOTS = 1 << 4;
const FIRST_PAIRS = 1 << 10;
/** Second numbers that differ only in their last 6 bits share a part. There are 1,024 parts, used in rotation. */
const [NEAR, PARTS] = [6, 1 << 10];

/** A place plus 1, by hash; 0 if the slot is free. */
type Part = { slots: Int32Array; taken: number };

/**
 * Gives each pair of whole numbers of four bytes a place, in the order in which they come. The slots of pairs with near second numbers,
 * such as days, are in a part of their own: trades come roughly in the order of their days, so that a processor has the part at hand.
 */
export class PlaceTable {
  length = 0;
  /** Both numbers of each place, next to each other. */
  #pairs = new Int32Array(FIRST_PAIRS);
  readonly #parts: Part[] = Array.from({ length: PARTS }, () => NO_PART);

  of(first: number, second: number): number {
    const pairs = this.#pairs;
    const part = this.#parts[(second >> NEAR) & (PARTS - 1)] as Part;
    const { slots } = part;
    const mask = slots.length - 1;
    for (let slot = hash(first, second) & mask; ; slot = (slot + 1) & mask) {
      const place = (slots[slot] as number) - 1;
      if (place < 0) return this.#add(part, slot, first, second);
      if (pairs[2 * place] === first && pairs[2 * place + 1] === second) return place;
    }
  }

  firstOf(place: number): number {
    return this.#pairs[2 * place] as number;
  }

  secondOf(place: number): number {
    return this.#pairs[2 * place + 1] as number;
  }

  #add(known: Part, slot: number, first: number, second: number): number {
    let part = known;
    if (part === NO_PART) {
      part = { slots: new Int32Array(FIRST_SLOTS), taken: 0 };
      this.#parts[(second >> NEAR) & (PARTS - 1)] = part;
      return this.of(first, second);
    }
    const place = this.length++;
    if (2 * place === this.#pairs.length) this.#pairs = longer(this.#pairs, this.#pairs.length * 2);
    this.#pairs[2 * place] = first;
    this.#pairs[2 * place + 1] = second;
    part.slots[slot] = place + 1;
    if (2 * ++part.taken === part.slots.length) this.#grow(part);
    return place;
  }

  #grow(part: Part) {
    const pairs = this.#pairs;
    const slots = new Int32Array(part.slots.length * 2);
    const mask = slots.length - 1;
    for (const known of part.slots) {
      if (known === 0) continue;
      const place = known - 1;
      let slot = hash(pairs[2 * place] as number, pairs[2 * place + 1] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = known;
    }
    part.slots = slots;
  }
}

/** In place of a part without places. */
const NO_PART: Part = { slots: new Int32Array(1), taken: 0 };

function hash(first: number, second: number): number {
  const mixed = Math.imul(first, 0x85ebca6b) ^ Math.imul(second, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
