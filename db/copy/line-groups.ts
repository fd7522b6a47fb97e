import type { CountedLines } from "@/db/copy/counted-lines";
import { type FacetClasses, PURCHASE, SALE } from "@/db/copy/facet-classes";
import type { FoundTrades } from "@/db/copy/find-trades";
import { type GroupKey, tradeDay } from "@/db/copy/group-keys";
import { PlaceTable } from "@/db/copy/place-table";
import { TradeSums } from "@/db/copy/trade-sums";
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

export function groupLines(lines: CountedLines, classes: FacetClasses, found: FoundTrades, key: GroupKey): LineGroups {
  if (key.by === "issuer" || key.by === "insider") return groupByParty(lines, classes, found, key);
  if (key.by === "issuer-day") return groupByDay(lines, classes, found, key);
  return groupByFew(lines, classes, found, key);
}

/** The trades of each insider in each issuer are added up first. There are few among which insiders have to be told apart. */
function groupByParty(
  lines: CountedLines,
  { summedAs }: FacetClasses,
  { lines: trades, length }: FoundTrades,
  { by }: GroupKey,
): LineGroups {
  const { pairs, values, parties } = lines;
  const [isOfIssuer, day] = [by === "issuer", tradeDay(lines, by)];
  const [partyOf, otherOf] = isOfIssuer ? [parties.issuerOf, parties.ownerOf] : [parties.ownerOf, parties.issuerOf];
  const ofPairs = new TradeSums(parties.length, lines.exactValues);
  let ungrouped = 0;
  for (let at = 0; at < length; at++) {
    const line = trades[at] as number;
    const pair = Math.abs(pairs[line] as number);
    if (partyOf[pair] === 0) ungrouped++;
    else ofPairs.add(pair, line, summedAs[lines.classOf(line)] as number, values[line] as number, day(line));
  }
  const groups = (isOfIssuer ? parties.issuers : parties.owners).ciks.length;
  const sums = new TradeSums(groups, lines.exactValues);
  const [others, buyers, sellers] = [new Int32Array(groups), new Int32Array(groups), new Int32Array(groups)];
  for (let pair = 1; pair < parties.length; pair++) {
    if (ofPairs.trades(pair) === 0) continue;
    const group = partyOf[pair] as number;
    sums.addAll(group, ofPairs, pair);
    if (otherOf[pair] === 0) continue;
    others[group] = (others[group] as number) + 1;
    if (ofPairs.purchases(pair) > 0) buyers[group] = (buyers[group] as number) + 1;
    if (ofPairs.sales(pair) > 0) sellers[group] = (sellers[group] as number) + 1;
  }
  const ofGroup = (counts: Int32Array) => (group: number) => counts[group] as number;
  return {
    length: groups,
    keyOf: (group) => group,
    sums,
    ungrouped,
    ...(isOfIssuer
      ? { issuers: () => 1, insiders: ofGroup(others), buyers: ofGroup(buyers), sellers: ofGroup(sellers) }
      : {
          issuers: ofGroup(others),
          insiders: () => 1,
          buyers: (group) => Number(sums.purchases(group) > 0),
          sellers: (group) => Number(sums.sales(group) > 0),
        }),
  };
}

const [TRADED, BOUGHT, SOLD] = [1, 2, 4];
const bitsOf = (summedAs: number) => TRADED | (summedAs === PURCHASE ? BOUGHT : summedAs === SALE ? SOLD : 0);

/** Groups that are so few that each remembers all of its parties. */
function groupByFew(
  lines: CountedLines,
  classes: FacetClasses,
  { lines: trades, length, fewerRoles }: FoundTrades,
  { by, of }: GroupKey,
): LineGroups {
  const { pairs, values, parties } = lines;
  const { issuerOf, ownerOf } = parties;
  const day = tradeDay(lines, by);
  const sums = new TradeSums(0, lines.exactValues);
  const groups: { key: number; isIssuer: Uint8Array; ofOwner: Uint8Array }[] = [];
  const counts: { issuers: number; insiders: number; buyers: number; sellers: number }[] = [];
  const places = new Map<number, number>();
  const addGroup = (key: number) => {
    const place = groups.length;
    sums.grow(place + 1);
    groups.push({
      key,
      isIssuer: new Uint8Array(parties.issuers.ciks.length),
      ofOwner: new Uint8Array(parties.owners.ciks.length),
    });
    counts.push({ issuers: 0, insiders: 0, buyers: 0, sellers: 0 });
    places.set(key, place);
    return place;
  };
  const add = (key: number, line: number) => {
    const place = places.get(key) ?? addGroup(key);
    const summedAs = classes.summedAs[lines.classOf(line)] as number;
    sums.add(place, line, summedAs, values[line] as number, day(line));
    const pair = Math.abs(pairs[line] as number);
    const [issuer, owner] = [issuerOf[pair] as number, ownerOf[pair] as number];
    const { isIssuer, ofOwner } = groups[place] as (typeof groups)[number];
    const ofGroup = counts[place] as (typeof counts)[number];
    if (issuer !== 0 && isIssuer[issuer] === 0) {
      isIssuer[issuer] = 1;
      ofGroup.issuers++;
    }
    const bits = bitsOf(summedAs) & ~(ofOwner[owner] as number);
    if (owner === 0 || bits === 0) return;
    ofOwner[owner] = (ofOwner[owner] as number) | bits;
    if ((bits & TRADED) !== 0) ofGroup.insiders++;
    if ((bits & BOUGHT) !== 0) ofGroup.buyers++;
    if ((bits & SOLD) !== 0) ofGroup.sellers++;
  };
  let ungrouped = 0;
  for (let at = 0; at < length; at++) {
    const line = trades[at] as number;
    const key = of(line);
    if (key === null) ungrouped++;
    else if (by !== "role") add(key, line);
    else {
      const roles = fewerRoles.get(at) ?? key;
      for (let role = 0; role < ROLES.length; role++) if ((roles & (1 << role)) !== 0) add(role, line);
    }
  }
  const count = (name: keyof (typeof counts)[number]) => (place: number) => counts[place]?.[name] ?? 0;
  return {
    length: groups.length,
    keyOf: (place) => groups[place]?.key ?? 0,
    sums,
    ungrouped,
    issuers: count("issuers"),
    insiders: count("insiders"),
    buyers: count("buyers"),
    sellers: count("sellers"),
  };
}

/** Days of issuers are millions, but most have one insider. Only further ones are remembered one by one. */
function groupByDay(
  lines: CountedLines,
  { summedAs }: FacetClasses,
  { lines: trades, length }: FoundTrades,
  { by, of }: GroupKey,
): LineGroups {
  const { pairs, values, parties } = lines;
  const day = tradeDay(lines, by);
  const sums = new TradeSums(0, lines.exactValues);
  const places = new PlaceTable();
  let owners = new Int32Array(0);
  /** For each place: what its first owner did, and then how many others did what. */
  let firstBits = new Uint8Array(0);
  const others = new Map<number, number>();
  let ungrouped = 0;
  for (let at = 0; at < length; at++) {
    const line = trades[at] as number;
    const key = of(line);
    if (key === null) {
      ungrouped++;
      continue;
    }
    const place = places.of(key);
    if (place >= owners.length) {
      const size = Math.ceil((place + 1) * 1.5);
      sums.grow(size);
      owners = resized(owners, size);
      firstBits = resized(firstBits, size);
    }
    const as = summedAs[lines.classOf(line)] as number;
    sums.add(place, line, as, values[line] as number, day(line));
    const owner = parties.ownerOf[Math.abs(pairs[line] as number)] as number;
    if (owner === 0) continue;
    if (owners[place] === 0) owners[place] = owner;
    if (owners[place] === owner) firstBits[place] = (firstBits[place] as number) | bitsOf(as);
    else {
      const other = place * parties.owners.ciks.length + owner;
      others.set(other, (others.get(other) ?? 0) | bitsOf(as));
    }
  }
  const more = {
    [TRADED]: new Map<number, number>(),
    [BOUGHT]: new Map<number, number>(),
    [SOLD]: new Map<number, number>(),
  };
  for (const [other, bits] of others) {
    const place = Math.floor(other / parties.owners.ciks.length);
    for (const bit of [TRADED, BOUGHT, SOLD] as const)
      if ((bits & bit) !== 0) (more[bit] as Map<number, number>).set(place, (more[bit]?.get(place) ?? 0) + 1);
  }
  const count = (bit: number) => (place: number) =>
    Number(((firstBits[place] as number) & bit) !== 0) + (more[bit]?.get(place) ?? 0);
  return {
    length: places.length,
    keyOf: (place) => places.keyOf(place),
    sums,
    ungrouped,
    issuers: () => 1,
    insiders: count(TRADED),
    buyers: count(BOUGHT),
    sellers: count(SOLD),
  };
}

function resized<Of extends Int32Array | Uint8Array | Float64Array>(numbers: Of, length: number): Of {
  const into = new (numbers.constructor as new (length: number) => Of)(length);
  into.set(numbers);
  return into;
}
