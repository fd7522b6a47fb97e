import { longer } from "@/db/copy/longer";

const FIRST_SLOTS = 1 << 10;

/** Gives each pair of whole numbers of four bytes a place, in the order in which they come. */
export class PlaceTable {
  length = 0;
  /** Both numbers of each place, next to each other. */
  #pairs = new Int32Array(FIRST_SLOTS);
  /** A place plus 1, by hash; 0 if the slot is free. */
  #slots = new Int32Array(FIRST_SLOTS);

  of(first: number, second: number): number {
    const [slots, pairs] = [this.#slots, this.#pairs];
    const mask = slots.length - 1;
    for (let slot = hash(first, second) & mask; ; slot = (slot + 1) & mask) {
      const place = (slots[slot] as number) - 1;
      if (place < 0) return this.#add(slot, first, second);
      if (pairs[2 * place] === first && pairs[2 * place + 1] === second) return place;
    }
  }

  firstOf(place: number): number {
    return this.#pairs[2 * place] as number;
  }

  secondOf(place: number): number {
    return this.#pairs[2 * place + 1] as number;
  }

  #add(slot: number, first: number, second: number): number {
    const place = this.length++;
    this.#slots[slot] = place + 1;
    this.#pairs[2 * place] = first;
    this.#pairs[2 * place + 1] = second;
    if (2 * this.length === this.#pairs.length) this.#grow();
    return place;
  }

  #grow() {
    const pairs = longer(this.#pairs, this.#pairs.length * 2);
    this.#pairs = pairs;
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let place = 0; place < this.length; place++) {
      let slot = hash(pairs[2 * place] as number, pairs[2 * place + 1] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = place + 1;
    }
    this.#slots = slots;
  }
}

function hash(first: number, second: number): number {
  const mixed = Math.imul(first, 0x85ebca6b) ^ Math.imul(second, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
