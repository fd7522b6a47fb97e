import { blocksOf } from "@/db/copy/blocks-of-trades";
import type { CountedLines } from "@/db/copy/counted-lines";
import type { FacetClasses } from "@/db/copy/facet-classes";
import type { FoundTrades } from "@/db/copy/find-trades";
import { dayKey, type GroupKey, issuerOfDay, NO_DAY } from "@/db/copy/group-keys";
import type { GroupMonths } from "@/db/copy/group-months";
import {
  bitsOf,
  DaysOfInsiders,
  GroupParties,
  InsiderCounts,
  PartiesOfRoles,
  TradesOfPairs,
} from "@/db/copy/group-parties";
import { PlaceTable } from "@/db/copy/place-table";
import type { TradeBlock } from "@/db/copy/trade-block";
import { TradeSums } from "@/db/copy/trade-sums";
import type { Group } from "@/lib/filters/grouping";
import { ROLES } from "@/lib/record/role";

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

/** Whether there are so few groups that all of them are on the first page. */
export const areFew = (by: Group) => by === "industry" || by === "role" || by === "month";

/** What trades are added to besides their groups, block by block. */
type AddedBesides = { months?: GroupMonths | null };

/** Groups by industry, role or month. */
export const groupByFew = (
  lines: CountedLines,
  classes: FacetClasses,
  found: FoundTrades,
  key: GroupKey,
  besides: AddedBesides,
): LineGroups => (key.by === "role" ? groupByRole : groupByMonth)(lines, classes, found, key, besides);

/** By month or industry. Each remembers all of its parties. */
function groupByMonth(
  lines: CountedLines,
  classes: FacetClasses,
  found: FoundTrades,
  key: GroupKey,
  { months }: AddedBesides,
): LineGroups {
  const { parties, values } = lines;
  const groups = new RememberedGroups(parties.issuers.ciks.length, parties.owners.ciks.length, lines.exactValues);
  // An issuer is in one industry, so that each pair of parties needs to be looked at only once.
  const ofPairs = key.by === "industry" ? new TradesOfPairs(parties.length) : null;
  const ungrouped = forEachBlock(blocksOf(lines, classes, found, key), (block) => {
    months?.add(block);
    const { length, groups: places, pairs, summedAs } = block;
    for (let at = 0; at < length; at++) places[at] = groups.of(places[at] as number);
    groups.sums.add(block, values);
    if (ofPairs !== null) ofPairs.add(block);
    else
      for (let at = 0; at < length; at++)
        groups.parties[places[at] as number]?.add(pairs[at] as number, parties, bitsOf(summedAs[at] as number));
  });
  ofPairs?.each((pair, place, bits) => groups.parties[place]?.add(pair, parties, bits));
  return groups.found(ungrouped);
}

/** Lines have few different combinations of roles, so those of each combination are added up first. */
function groupByRole(
  lines: CountedLines,
  classes: FacetClasses,
  found: FoundTrades,
  key: GroupKey,
  { months }: AddedBesides,
): LineGroups {
  const combinations = 1 << ROLES.length;
  const [ofCombinations, sums] = [combinations, ROLES.length].map((size) => new TradeSums(size, lines.exactValues)) as [
    TradeSums,
    TradeSums,
  ];
  const counts = new PartiesOfRoles(lines.parties);
  const ungrouped = forEachBlock(blocksOf(lines, classes, found, key), (block) => {
    months?.add(block);
    ofCombinations.add(block, lines.values);
    counts.add(block);
  });
  for (let roles = 1; roles < combinations; roles++)
    if (ofCombinations.trades(roles) > 0)
      for (let role = 0; role < ROLES.length; role++)
        if (((roles >> role) & 1) === 1) sums.addAll(role, ofCombinations, roles);
  return { length: ROLES.length, keyOf: (role) => role, sums, ungrouped, ...counts.count() };
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

/**
 * Groups by issuer, insider, or issuer and day, of which there may be millions.
 * @param withDays false if the first and last day of groups are not asked for
 * @param withParties false if the parties are not
 * @param isPart whether the lines are those of a page, and have few of all parties
 */
export function groupByMany(
  lines: CountedLines,
  classes: FacetClasses,
  found: FoundTrades,
  key: GroupKey,
  {
    withDays = true,
    withParties = true,
    isPart = false,
    months,
  }: AddedBesides & { withDays?: boolean; withParties?: boolean; isPart?: boolean } = {},
): LineGroups {
  const { values, parties } = lines;
  const isByDay = key.by === "issuer-day";
  const ofInsiders = key.by === "insider";
  const otherOf = ofInsiders ? parties.issuerOf : parties.ownerOf;
  const table = isByDay || isPart ? new PlaceTable() : null;
  const sums = new TradeSums(
    table === null ? (ofInsiders ? parties.owners : parties.issuers).ciks.length : 0,
    lines.exactValues,
    withDays,
  );
  const ofPairs = new TradesOfPairs(withParties && !isByDay ? parties.length : 0);
  const days = new DaysOfInsiders();
  const ungrouped = forEachBlock(blocksOf(lines, classes, found, key, isByDay || withDays), (block) => {
    months?.add(block);
    if (table !== null) {
      placeIn(table, block, isByDay);
      sums.grow(table.length);
    }
    sums.add(block, values);
    if (withParties) (isByDay ? days : ofPairs).add(block);
  });
  const length = table?.length ?? sums.length;
  const counts = new InsiderCounts(withParties ? length : 0);
  for (const trades of [days, ofPairs])
    trades.each((pair, place, bits) => {
      if (otherOf[pair] !== 0) counts.add(place, bits);
    });
  const others = (place: number) => counts.insiders[place] as number;
  const ofIssuer = {
    issuers: () => 1,
    insiders: others,
    buyers: (place: number) => counts.buyers[place] as number,
    sellers: (place: number) => counts.sellers[place] as number,
  };
  const ofInsider = {
    issuers: others,
    insiders: () => 1,
    buyers: (place: number) => Number(sums.purchases(place) > 0),
    sellers: (place: number) => Number(sums.sales(place) > 0),
  };
  const keyOf = (place: number) => {
    if (table === null) return place;
    const party = table.firstOf(place);
    return isByDay ? dayKey(party, table.secondOf(place)) : party;
  };
  return { length, keyOf, sums, ungrouped, ...(ofInsiders ? ofInsider : ofIssuer) };
}

/** Puts the place of each group in its column. */
function placeIn(table: PlaceTable, { length, groups, days }: TradeBlock, isByDay: boolean) {
  let [party, day, place] = [0, NO_DAY, 0];
  for (let at = 0; at < length; at++) {
    const second = isByDay ? (days[at] as number) : 0;
    // Lines of a group often come together.
    if (groups[at] !== party || second !== day) {
      [party, day] = [groups[at] as number, second];
      place = table.of(party, day);
    }
    groups[at] = place;
  }
}

/** @returns what the blocks return when they end */
function forEachBlock(blocks: Generator<TradeBlock, number>, add: (block: TradeBlock) => void): number {
  for (;;) {
    const { done, value } = blocks.next();
    if (done) return value;
    add(value);
  }
}

/** Of the lines found, those of some of these groups, in the memory of all. */
export function linesOf(
  lines: CountedLines,
  found: FoundTrades,
  key: GroupKey,
  groups: readonly number[],
): FoundTrades {
  const { pairs, parties } = lines;
  const isByDay = key.by === "issuer-day";
  const partyOf = key.by === "insider" ? parties.ownerOf : parties.issuerOf;
  const keys = new Set(groups);
  const asked = new Set(isByDay ? groups.map(issuerOfDay) : groups);
  const isAsked = Uint8Array.from(partyOf, (party) => Number(asked.has(party)));
  const parts = found.parts.map((numbers) => {
    let count = 0;
    for (let at = 0; at < numbers.length; at++) {
      const line = numbers[at] as number;
      if (isAsked[Math.abs(pairs[line] as number)] !== 1) continue;
      if (!isByDay || keys.has(key.of(line))) numbers[count++] = line;
    }
    return numbers.subarray(0, count);
  });
  return { ...found, parts };
}
