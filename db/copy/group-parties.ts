import { PURCHASE, SALE } from "@/db/copy/facet-classes";
import { PlaceTable } from "@/db/copy/place-table";

/** The parties of a group, each counted once. */
export class GroupParties {
  issuers = 0;
  insiders = 0;
  buyers = 0;
  sellers = 0;
  #last = { issuer: 0, owner: 0, bits: 0 };
  readonly #isIssuer: Uint8Array;
  readonly #ofOwner: Uint8Array;

  /** @param issuers numbers of issuers are below this */
  constructor(issuers: number, owners: number) {
    this.#isIssuer = new Uint8Array(issuers);
    this.#ofOwner = new Uint8Array(owners);
  }

  /**
   * @param issuer 0 if it is not known, as for the owner
   * @param bits from `bitsOf`
   */
  add(issuer: number, owner: number, bits: number) {
    // Trades of one filing come together.
    const last = this.#last;
    if (last.owner === owner && last.issuer === issuer && last.bits === bits) return;
    last.owner = owner;
    last.issuer = issuer;
    last.bits = bits;
    if (issuer !== 0 && this.#isIssuer[issuer] === 0) {
      this.#isIssuer[issuer] = 1;
      this.issuers++;
    }
    if (owner === 0) return;
    const known = this.#ofOwner[owner] as number;
    const added = bits & ~known;
    if (added === 0) return;
    this.#ofOwner[owner] = known | added;
    if ((added & TRADED) !== 0) this.insiders++;
    if ((added & BOUGHT) !== 0) this.buyers++;
    if ((added & SOLD) !== 0) this.sellers++;
  }
}

const [TRADED, BOUGHT, SOLD] = [1, 2, 4];

/** What an insider did in a trade, from what its line is in sums. */
export const bitsOf = (summedAs: number): number =>
  summedAs === PURCHASE ? TRADED | BOUGHT : summedAs === SALE ? TRADED | SOLD : TRADED;

/** How many insiders traded, by group. Each is added once. */
export class InsiderCounts {
  readonly insiders: Int32Array;
  readonly buyers: Int32Array;
  readonly sellers: Int32Array;

  constructor(groups: number) {
    [this.insiders, this.buyers, this.sellers] = [
      new Int32Array(groups),
      new Int32Array(groups),
      new Int32Array(groups),
    ];
  }

  add(group: number, hasBought: boolean, hasSold: boolean) {
    this.insiders[group] = (this.insiders[group] as number) + 1;
    if (hasBought) this.buyers[group] = (this.buyers[group] as number) + 1;
    if (hasSold) this.sellers[group] = (this.sellers[group] as number) + 1;
  }
}

const FIRST_DAYS = 1 << 10;

/** What insiders did on the days of issuers. */
export class DaysOfInsiders {
  readonly #places = new PlaceTable();
  #groups = new Int32Array(FIRST_DAYS);
  #bits = new Uint8Array(FIRST_DAYS);

  /** @param pair of the insider and the issuer */
  add(pair: number, day: number, group: number, bits: number) {
    const place = this.#places.of(pair, day);
    if (place >= this.#groups.length) {
      const [groups, allBits] = [new Int32Array(place * 2), new Uint8Array(place * 2)];
      groups.set(this.#groups);
      allBits.set(this.#bits);
      [this.#groups, this.#bits] = [groups, allBits];
    }
    this.#groups[place] = group;
    this.#bits[place] = (this.#bits[place] as number) | bits;
  }

  /** @param groups how many there are */
  count(groups: number): InsiderCounts {
    const counts = new InsiderCounts(groups);
    for (let place = 0; place < this.#places.length; place++) {
      const bits = this.#bits[place] as number;
      counts.add(this.#groups[place] as number, (bits & BOUGHT) !== 0, (bits & SOLD) !== 0);
    }
    return counts;
  }
}
