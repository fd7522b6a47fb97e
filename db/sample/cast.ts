import type { Address } from "@/db/sample/filing";
import { asFiled, NameSource, readingOrder } from "@/db/sample/names";
import { Random } from "@/db/sample/random";

/** A reporting owner: a person, a fund, a trust or a company. */
export type Insider = {
  cik: string;
  /** As EDGAR has it: "Saxon Michael J", or in capitals. */
  name: string;
  formerName: string | null;
  /** As signed: "Michael J. Saxon"; for an entity, the whole block. */
  signature: string;
  isEntity: boolean;
  /** Where it is not "c/o" the issuer. */
  address: Address | null;
};

/** Everybody in the sample. Directors sit on several boards; all others belong to one company. */
export class Cast {
  readonly #random = new Random("cast");
  readonly #names = new NameSource(this.#random.child("names"));
  readonly #boards: { insider: Insider; boards: Set<string> }[] = [];
  #count = 0;

  #nextCik(): string {
    this.#count += 1;
    return String(9_910_000_000 + this.#count);
  }

  get size(): number {
    return this.#count;
  }

  person(): Insider {
    const name = this.#names.person();
    const capitals = this.#random.chance(0.45);
    return {
      cik: this.#nextCik(),
      name: asFiled(name, capitals, this.#random.chance(0.2)),
      formerName: this.#random.chance(0.015) ? asFiled({ ...name, family: "Oakhurst" }, capitals, false) : null,
      signature: readingOrder(name),
      isEntity: false,
      address: null,
    };
  }

  /** Somebody who signs for others and reports nothing. */
  attorney(): string {
    return readingOrder(this.#names.person());
  }

  director(issuerCik: string): Insider {
    const known = this.#boards.filter(({ boards }) => boards.size < 4 && !boards.has(issuerCik));
    if (known.length > 20 && this.#random.chance(0.17)) {
      const { insider, boards } = this.#random.pick(known);
      boards.add(issuerCik);
      return insider;
    }
    const insider = this.person();
    this.#boards.push({ insider, boards: new Set([issuerCik]) });
    return insider;
  }

  /** The same person under a second number, as EDGAR sometimes has one. */
  double(insider: Insider): Insider {
    return { ...insider, cik: this.#nextCik(), name: insider.name.toUpperCase() };
  }

  entity(name: string, signature: string, address: Address): Insider {
    return { cik: this.#nextCik(), name, formerName: null, signature, isEntity: true, address };
  }
}
