import { PURCHASE, SALE } from "@/db/copy/facet-classes";
import { longer } from "@/db/copy/longer";
import { PlaceTable } from "@/db/copy/place-table";
import type { TradingPairs } from "@/db/copy/trading-pairs";
import { ROLES } from "@/lib/record/role";

/** The parties of a group, each counted once. */
export class GroupParties {
  issuers = 0;
  insiders = 0;
  buyers = 0;
  sellers = 0;
  #lastPair = 0;
  #lastBits = 0;
  readonly #isIssuer: Uint8Array;
  /** Two owners in each byte, because there may be hundreds of groups. */
  readonly #ofOwner: Uint8Array;

  /** @param issuers numbers of issuers are below this */
  constructor(issuers: number, owners: number) {
    this.#isIssuer = new Uint8Array(issuers);
    this.#ofOwner = new Uint8Array((owners >> 1) + 1);
  }

  /** @param bits from `bitsOf` */
  add(pair: number, { issuerOf, ownerOf }: TradingPairs, bits: number) {
    // Trades of one filing come together.
    if (pair === this.#lastPair && bits === this.#lastBits) return;
    this.#lastPair = pair;
    this.#lastBits = bits;
    const [issuer, owner] = [issuerOf[pair] as number, ownerOf[pair] as number];
    if (issuer !== 0 && this.#isIssuer[issuer] === 0) {
      this.#isIssuer[issuer] = 1;
      this.issuers++;
    }
    if (owner === 0) return;
    const [at, shift] = [owner >> 1, (owner & 1) * 4];
    const known = this.#ofOwner[at] as number;
    const added = bits & ~(known >> shift);
    if (added === 0) return;
    this.#ofOwner[at] = known | (added << shift);
    if ((added & TRADED) !== 0) this.insiders++;
    if ((added & BOUGHT) !== 0) this.buyers++;
    if ((added & SOLD) !== 0) this.sellers++;
  }
}

/** The parties of each role, each counted once: for each party, a bit for every role in which it traded. */
export class PartiesOfRoles {
  readonly #issuers: Int16Array;
  readonly #insiders: Int16Array;
  readonly #buyers: Int16Array;
  readonly #sellers: Int16Array;

  constructor(readonly parties: TradingPairs) {
    const owners = parties.owners.ciks.length;
    this.#issuers = new Int16Array(parties.issuers.ciks.length);
    [this.#insiders, this.#buyers, this.#sellers] = [
      new Int16Array(owners),
      new Int16Array(owners),
      new Int16Array(owners),
    ];
  }

  /** @param bits from `bitsOf` */
  add(pair: number, roles: number, bits: number) {
    const [issuer, owner] = [this.parties.issuerOf[pair] as number, this.parties.ownerOf[pair] as number];
    this.#issuers[issuer] = (this.#issuers[issuer] as number) | roles;
    this.#insiders[owner] = (this.#insiders[owner] as number) | roles;
    if ((bits & BOUGHT) !== 0) this.#buyers[owner] = (this.#buyers[owner] as number) | roles;
    if ((bits & SOLD) !== 0) this.#sellers[owner] = (this.#sellers[owner] as number) | roles;
  }

  /** How many parties each role has. */
  count() {
    return {
      issuers: countRoles(this.#issuers),
      insiders: countRoles(this.#insiders),
      buyers: countRoles(this.#buyers),
      sellers: countRoles(this.#sellers),
    };
  }
}

function countRoles(ofParties: Int16Array): (role: number) => number {
  const counts = ROLES.map(() => 0);
  // Parties that are not known are together at 0.
  for (let party = 1; party < ofParties.length; party++)
    for (let left = ofParties[party] as number; left !== 0; left &= left - 1) {
      const role = 31 - Math.clz32(left & -left);
      counts[role] = (counts[role] as number) + 1;
    }
  return (role) => counts[role] as number;
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

  /** @param bits from `bitsOf` */
  add(group: number, bits: number) {
    this.insiders[group] = (this.insiders[group] as number) + 1;
    if ((bits & BOUGHT) !== 0) this.buyers[group] = (this.buyers[group] as number) + 1;
    if ((bits & SOLD) !== 0) this.sellers[group] = (this.sellers[group] as number) + 1;
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
      this.#groups = longer(this.#groups, place * 2);
      this.#bits = longer(this.#bits, place * 2);
    }
    this.#groups[place] = group;
    this.#bits[place] = (this.#bits[place] as number) | bits;
  }

  addTo(counts: InsiderCounts) {
    for (let place = 0; place < this.#places.length; place++)
      counts.add(this.#groups[place] as number, this.#bits[place] as number);
  }
}
