import { PURCHASE, SALE } from "@/db/copy/facet-classes";
import { longer } from "@/db/copy/longer";
import { PlaceTable } from "@/db/copy/place-table";
import type { TradeBlock } from "@/db/copy/trade-block";
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

/** The parties of each role, each counted once. */
export class PartiesOfRoles {
  /** For each pair of issuer and owner, a bit for every role in which it traded, and in which it bought and sold. */
  readonly #ofPairs: Record<"traded" | "bought" | "sold", Int16Array>;

  constructor(readonly parties: TradingPairs) {
    const [traded, bought, sold] = [1, 2, 3].map(() => new Int16Array(parties.length)) as [
      Int16Array,
      Int16Array,
      Int16Array,
    ];
    this.#ofPairs = { traded, bought, sold };
  }

  /** Adds trades whose groups are combinations of roles. */
  add({ length, groups, pairs, summedAs }: TradeBlock) {
    const { traded, bought, sold } = this.#ofPairs;
    for (let at = 0; at < length; at++) {
      const [pair, roles] = [pairs[at] as number, groups[at] as number];
      traded[pair] = (traded[pair] as number) | roles;
      if (summedAs[at] === PURCHASE) bought[pair] = (bought[pair] as number) | roles;
      if (summedAs[at] === SALE) sold[pair] = (sold[pair] as number) | roles;
    }
  }

  /** How many parties each role has. */
  count() {
    const { issuers, issuerOf, owners, ownerOf } = this.parties;
    const { traded, bought, sold } = this.#ofPairs;
    return {
      issuers: countRoles(traded, issuerOf, issuers.ciks.length),
      insiders: countRoles(traded, ownerOf, owners.ciks.length),
      buyers: countRoles(bought, ownerOf, owners.ciks.length),
      sellers: countRoles(sold, ownerOf, owners.ciks.length),
    };
  }
}

function countRoles(ofPairs: Int16Array, partyOf: Int32Array, parties: number): (role: number) => number {
  const ofParties = new Int16Array(parties);
  for (let pair = 1; pair < ofPairs.length; pair++) {
    const party = partyOf[pair] as number;
    ofParties[party] = (ofParties[party] as number) | (ofPairs[pair] as number);
  }
  const counts = ROLES.map(() => 0);
  // Parties that are not known are together at 0.
  for (let party = 1; party < parties; party++)
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

/** Which insiders bought and sold shares of which issuers, if each such pair belongs to one group. */
export class TradesOfPairs {
  readonly #bits: Uint8Array;
  readonly #groups: Int32Array;

  /** @param pairs numbers of pairs are below this */
  constructor(pairs: number) {
    [this.#bits, this.#groups] = [new Uint8Array(pairs), new Int32Array(pairs)];
  }

  add({ length, groups, pairs, summedAs }: TradeBlock) {
    const [bits, ofPairs] = [this.#bits, this.#groups];
    for (let at = 0; at < length; at++) {
      const pair = pairs[at] as number;
      bits[pair] = (bits[pair] as number) | bitsOf(summedAs[at] as number);
      ofPairs[pair] = groups[at] as number;
    }
  }

  each(use: (pair: number, group: number, bits: number) => void) {
    for (let pair = 1; pair < this.#bits.length; pair++)
      if (this.#bits[pair] !== 0) use(pair, this.#groups[pair] as number, this.#bits[pair] as number);
  }
}

const FIRST_DAYS = 1 << 10;

/** What insiders did on the days of issuers. */
export class DaysOfInsiders {
  readonly #places = new PlaceTable();
  #groups = new Int32Array(FIRST_DAYS);
  #bits = new Uint8Array(FIRST_DAYS);

  add({ length, groups, days, pairs, summedAs }: TradeBlock) {
    for (let at = 0; at < length; at++) {
      const place = this.#places.of(pairs[at] as number, days[at] as number);
      if (place >= this.#groups.length) this.#grow(place * 2);
      this.#groups[place] = groups[at] as number;
      this.#bits[place] = (this.#bits[place] as number) | bitsOf(summedAs[at] as number);
    }
  }

  each(use: (pair: number, group: number, bits: number) => void) {
    for (let place = 0; place < this.#places.length; place++)
      use(this.#places.firstOf(place), this.#groups[place] as number, this.#bits[place] as number);
  }

  #grow(size: number) {
    [this.#groups, this.#bits] = [longer(this.#groups, size), longer(this.#bits, size)];
  }
}
