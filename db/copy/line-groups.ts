import type { CountedLines } from "@/db/copy/counted-lines";
import { type FacetClasses, NOT_SUMMED } from "@/db/copy/facet-classes";
import { type FoundTrades, rolesOf } from "@/db/copy/find-trades";
import { dayKey, type GroupKey, issuerOfDay, NO_DAY, NO_GROUP } from "@/db/copy/group-keys";
import { bitsOf, DaysOfInsiders, GroupParties, InsiderCounts, PartiesOfRoles } from "@/db/copy/group-parties";
import { PlaceTable } from "@/db/copy/place-table";
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

/** Groups by industry, role or month. */
export const groupByFew = (lines: CountedLines, classes: FacetClasses, found: FoundTrades, key: GroupKey): LineGroups =>
  (key.by === "role" ? groupByRole : groupByMonth)(lines, classes, found, key);

/** By month or industry. Each remembers all of its parties. */
function groupByMonth(lines: CountedLines, classes: FacetClasses, found: FoundTrades, key: GroupKey): LineGroups {
  const { pairs, parties, values } = lines;
  const groups = new RememberedGroups(parties.issuers.ciks.length, parties.owners.ciks.length, lines.exactValues);
  let ungrouped = 0;
  for (const numbers of found.parts)
    for (let at = 0; at < numbers.length; at++) {
      const line = numbers[at] as number;
      const ofLine = key.of(line);
      if (ofLine === NO_GROUP) {
        ungrouped++;
        continue;
      }
      const group = groups.of(ofLine);
      const pair = Math.abs(pairs[line] as number);
      const summedAs = classes.summedAs[lines.classOf(line)] as number;
      groups.sums.count(group, key.day(line));
      if (summedAs !== NOT_SUMMED) groups.sums.sum(group, line, summedAs, values[line] as number);
      (groups.parties[group] as GroupParties).add(pair, parties, bitsOf(summedAs));
    }
  return groups.found(ungrouped);
}

/** Lines have few different combinations of roles, so those of each combination are added up first. */
function groupByRole(lines: CountedLines, classes: FacetClasses, found: FoundTrades, key: GroupKey): LineGroups {
  const { pairs, parties, values } = lines;
  const combinations = 1 << ROLES.length;
  const [ofCombinations, sums] = [combinations, ROLES.length].map((size) => new TradeSums(size, lines.exactValues)) as [
    TradeSums,
    TradeSums,
  ];
  const counts = new PartiesOfRoles(parties);
  let ungrouped = 0;
  for (const numbers of found.parts)
    for (let at = 0; at < numbers.length; at++) {
      const line = numbers[at] as number;
      const roles = rolesOf(line, lines, found, key);
      if (roles === NO_GROUP) {
        ungrouped++;
        continue;
      }
      const summedAs = classes.summedAs[lines.classOf(line)] as number;
      ofCombinations.count(roles, key.day(line));
      if (summedAs !== NOT_SUMMED) ofCombinations.sum(roles, line, summedAs, values[line] as number);
      counts.add(Math.abs(pairs[line] as number), roles, bitsOf(summedAs));
    }
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
  { summedAs }: FacetClasses,
  found: FoundTrades,
  key: GroupKey,
  { withDays = true, withParties = true, isPart = false } = {},
): LineGroups {
  const { pairs, values, parties } = lines;
  const isByDay = key.by === "issuer-day";
  const ofInsiders = key.by === "insider";
  const [partyOf, otherOf] = ofInsiders ? [parties.ownerOf, parties.issuerOf] : [parties.issuerOf, parties.ownerOf];
  const table = isByDay || isPart ? new PlaceTable() : null;
  const sums = new TradeSums(
    table === null ? (ofInsiders ? parties.owners : parties.issuers).ciks.length : 0,
    lines.exactValues,
  );
  const days = new DaysOfInsiders();
  const [bitsOfPairs, placesOfPairs] = [new Uint8Array(parties.length), new Int32Array(parties.length)];
  let ungrouped = 0;
  let [lastParty, lastDay, place] = [0, NO_DAY, 0];
  for (const numbers of found.parts)
    for (let at = 0; at < numbers.length; at++) {
      const line = numbers[at] as number;
      const pair = Math.abs(pairs[line] as number);
      const party = partyOf[pair] as number;
      const day = isByDay || withDays ? key.day(line) : NO_DAY;
      if (party === 0 || (isByDay && day === NO_DAY)) {
        ungrouped++;
        continue;
      }
      // Lines of a group often come together.
      if (party !== lastParty || (isByDay && day !== lastDay)) {
        place = table === null ? party : table.of(party, isByDay ? day : 0);
        if (table !== null) sums.grow(table.length);
        [lastParty, lastDay] = [party, day];
      }
      sums.count(place, withDays ? day : NO_DAY);
      const ofLine = summedAs[lines.classOf(line)] as number;
      if (ofLine !== NOT_SUMMED) sums.sum(place, line, ofLine, values[line] as number);
      if (!withParties || otherOf[pair] === 0) continue;
      if (isByDay) days.add(pair, day, place, bitsOf(ofLine));
      else {
        bitsOfPairs[pair] = (bitsOfPairs[pair] as number) | bitsOf(ofLine);
        placesOfPairs[pair] = place;
      }
    }
  const length = table?.length ?? sums.length;
  const counts = new InsiderCounts(withParties ? length : 0);
  days.addTo(counts);
  for (let pair = 1; pair < parties.length; pair++)
    if (bitsOfPairs[pair] !== 0) counts.add(placesOfPairs[pair] as number, bitsOfPairs[pair] as number);
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
