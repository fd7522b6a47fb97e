import type { CountedLines } from "@/db/copy/counted-lines";
import { type FacetClasses, NOT_SUMMED } from "@/db/copy/facet-classes";
import type { FoundTrades } from "@/db/copy/find-trades";
import { dayKey, type GroupKey, NO_GROUP, tradeDay } from "@/db/copy/group-keys";
import { bitsOf, DaysOfInsiders, GroupParties, InsiderCounts } from "@/db/copy/group-parties";
import { PlaceTable } from "@/db/copy/place-table";
import { TradeSums } from "@/db/copy/trade-sums";

/** Groups of lines, by place. Places without a trade are no groups. */
export type LineGroups = {
  length: number;
  /** As `GroupKey` prints it. Of roles, the place in `ROLES`. */
  keyOf: (place: number) => number;
  sums: TradeSums;
  issuers: (place: number) => number;
  insiders: (place: number) => number;
  buyers: (place: number) => number;
  sellers: (place: number) => number;
  /** Lines in no group. */
  ungrouped: number;
};

export function groupLines(lines: CountedLines, classes: FacetClasses, found: FoundTrades, key: GroupKey): LineGroups {
  if (key.by === "issuer" || key.by === "insider") return groupByParty(lines, classes, found, key);
  return (key.by === "issuer-day" ? groupByDay : groupByFew)(lines, classes, found, key);
}

/** The trades of each insider in each issuer are added up first, which leaves few sums among which to count insiders. */
function groupByParty(lines: CountedLines, classes: FacetClasses, found: FoundTrades, key: GroupKey): LineGroups {
  const { pairs, values, parties, exactValues } = lines;
  const { summed, others: notSummed } = found;
  const day = tradeDay(lines, key.by);
  const ofPairs = new TradeSums(parties.length, exactValues);
  for (let at = 0; at < notSummed.length; at++) {
    const line = notSummed[at] as number;
    ofPairs.count(Math.abs(pairs[line] as number), day(line));
  }
  for (let at = 0; at < summed.length; at++) {
    const line = summed[at] as number;
    const pair = Math.abs(pairs[line] as number);
    ofPairs.count(pair, day(line));
    ofPairs.sum(pair, line, classes.summedAs[lines.classOf(line)] as number, values[line] as number);
  }
  const isOfIssuer = key.by === "issuer";
  const [partyOf, otherOf] = isOfIssuer ? [parties.issuerOf, parties.ownerOf] : [parties.ownerOf, parties.issuerOf];
  const groups = (isOfIssuer ? parties.issuers : parties.owners).ciks.length;
  const sums = new TradeSums(groups, exactValues);
  const counts = new InsiderCounts(groups);
  let ungrouped = 0;
  for (let pair = 1; pair < parties.length; pair++) {
    const group = partyOf[pair] as number;
    if (ofPairs.trades(pair) === 0) continue;
    if (group === 0) ungrouped += ofPairs.trades(pair);
    else {
      sums.addAll(group, ofPairs, pair);
      if (otherOf[pair] !== 0) counts.add(group, ofPairs.purchases(pair) > 0, ofPairs.sales(pair) > 0);
    }
  }
  const others = (group: number) => counts.insiders[group] as number;
  const ofIssuer = {
    issuers: () => 1,
    insiders: others,
    buyers: (group: number) => counts.buyers[group] as number,
    sellers: (group: number) => counts.sellers[group] as number,
  };
  const ofInsider = {
    issuers: others,
    insiders: () => 1,
    buyers: (group: number) => Number(sums.purchases(group) > 0),
    sellers: (group: number) => Number(sums.sales(group) > 0),
  };
  return { length: groups, keyOf: (group) => group, sums, ungrouped, ...(isOfIssuer ? ofIssuer : ofInsider) };
}

/** By industry, role or month. There are so few that each remembers all of its parties. */
function groupByFew(lines: CountedLines, classes: FacetClasses, found: FoundTrades, { by, of }: GroupKey): LineGroups {
  const { pairs, parties, values } = lines;
  const { fewerRoles } = found;
  const groups = new RememberedGroups(parties.issuers.ciks.length, parties.owners.ciks.length, lines.exactValues);
  const day = tradeDay(lines, by);
  let ungrouped = 0;
  const add = (line: number, summedAs: number) => {
    const key = of(line);
    if (key === NO_GROUP) {
      ungrouped++;
      return;
    }
    const pair = Math.abs(pairs[line] as number);
    const [issuer, owner, ofLine] = [parties.issuerOf[pair] as number, parties.ownerOf[pair] as number, day(line)];
    const isRole = by === "role";
    let left = isRole ? (fewerRoles.size === 0 ? key : (fewerRoles.get(line) ?? key)) : 1;
    for (; left !== 0; left &= left - 1) {
      const group = groups.of(isRole ? 31 - Math.clz32(left & -left) : key);
      groups.sums.count(group, ofLine);
      if (summedAs !== NOT_SUMMED) groups.sums.sum(group, line, summedAs, values[line] as number);
      (groups.parties[group] as GroupParties).add(issuer, owner, bitsOf(summedAs));
    }
  };
  addEach(lines, classes, found, add);
  return groups.found(ungrouped);
}

/** @param add gets each line, and what it is in sums */
function addEach(
  lines: CountedLines,
  { summedAs }: FacetClasses,
  { summed, others }: FoundTrades,
  add: (line: number, summedAs: number) => void,
) {
  for (let at = 0; at < others.length; at++) add(others[at] as number, NOT_SUMMED);
  for (let at = 0; at < summed.length; at++) {
    const line = summed[at] as number;
    add(line, summedAs[lines.classOf(line)] as number);
  }
}

/** More than the months up to the year 9999. */
const MOST_KEYS = 1 << 17;

/** A few groups by key, with all of their parties. */
class RememberedGroups {
  readonly parties: GroupParties[] = [];
  readonly sums: TradeSums;
  readonly #keys: number[] = [];
  /** 1 more than the place of each group, by key. */
  readonly #places = new Int32Array(MOST_KEYS);

  constructor(
    readonly issuers: number,
    readonly owners: number,
    exactValues: ReadonlyMap<number, bigint>,
  ) {
    this.sums = new TradeSums(0, exactValues);
  }

  of(key: number): number {
    const known = this.#places[key] as number;
    if (known > 0) return known - 1;
    this.parties.push(new GroupParties(this.issuers, this.owners));
    this.#places[key] = this.#keys.push(key);
    this.sums.grow(this.#keys.length);
    return this.#keys.length - 1;
  }

  found(ungrouped: number): LineGroups {
    const count = (name: "issuers" | "insiders" | "buyers" | "sellers") => (place: number) =>
      this.parties[place]?.[name] ?? 0;
    return {
      length: this.#keys.length,
      keyOf: (place) => this.#keys[place] as number,
      sums: this.sums,
      ungrouped,
      issuers: count("issuers"),
      insiders: count("insiders"),
      buyers: count("buyers"),
      sellers: count("sellers"),
    };
  }
}

/** There are millions of days with a trade, so one table counts the insiders of all of them. */
function groupByDay(lines: CountedLines, classes: FacetClasses, found: FoundTrades, { by, of }: GroupKey): LineGroups {
  const { pairs, values, parties } = lines;
  const day = tradeDay(lines, by);
  const [days, insiders] = [new PlaceTable(), new DaysOfInsiders()];
  const sums = new TradeSums(0, lines.exactValues);
  let ungrouped = 0;
  const add = (line: number, summedAs: number) => {
    const key = of(line);
    if (key === NO_GROUP) {
      ungrouped++;
      return;
    }
    const pair = Math.abs(pairs[line] as number);
    const ofLine = day(line);
    const group = days.of(parties.issuerOf[pair] as number, ofLine);
    sums.grow(days.length);
    sums.count(group, ofLine);
    if (summedAs !== NOT_SUMMED) sums.sum(group, line, summedAs, values[line] as number);
    if (parties.ownerOf[pair] !== 0) insiders.add(pair, ofLine, group, bitsOf(summedAs));
  };
  addEach(lines, classes, found, add);
  const counts = insiders.count(days.length);
  return {
    length: days.length,
    keyOf: (group) => dayKey(days.firstOf(group), days.secondOf(group)),
    sums,
    ungrouped,
    issuers: () => 1,
    insiders: (group) => counts.insiders[group] as number,
    buyers: (group) => counts.buyers[group] as number,
    sellers: (group) => counts.sellers[group] as number,
  };
}
