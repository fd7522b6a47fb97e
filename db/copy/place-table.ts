const FIRST_SLOTS = 1 << 10;

/** Numbers the keys of millions of groups in the order in which they come, in a tenth of the memory of a `Map`. */
export class PlaceTable {
  length = 0;
  #keys = new Float64Array(FIRST_SLOTS / 2);
  /** A place and 1 more, by hash. */
  #slots = new Int32Array(FIRST_SLOTS);

  /** @param key a whole number */
  of(key: number): number {
    for (let slot = this.#slotOf(key); ; slot = (slot + 1) & (this.#slots.length - 1)) {
      const place = (this.#slots[slot] as number) - 1;
      if (place >= 0 && this.#keys[place] === key) return place;
      if (place >= 0) continue;
      this.#slots[slot] = this.length + 1;
      this.#keys[this.length++] = key;
      if (this.length === this.#keys.length) this.#grow();
      return this.length - 1;
    }
  }

  keyOf(place: number): number {
    return this.#keys[place] as number;
  }

  #slotOf(key: number): number {
    const high = Math.floor(key / 0x1_0000_0000);
    const mixed = Math.imul((key | 0) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
    return (mixed ^ (mixed >>> 15)) & (this.#slots.length - 1);
  }

  #grow() {
    const keys = new Float64Array(this.#keys.length * 2);
    keys.set(this.#keys);
    this.#keys = keys;
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let place = 0; place < this.length; place++) {
      let slot = this.#slotOf(this.#keys[place] as number);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = place + 1;
    }
  }
}
