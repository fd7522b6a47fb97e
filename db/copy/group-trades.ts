import type { DuckDBConnection } from "@duckdb/node-api";
import type { CountedLines } from "@/db/copy/counted-lines";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { findTrades } from "@/db/copy/find-trades";
import { GroupKey } from "@/db/copy/group-keys";
import { GroupMonths } from "@/db/copy/group-months";
import { areFew, groupByFew, groupByMany, type LineGroups, linesOf } from "@/db/copy/line-groups";
import type { ResolvedFilter } from "@/db/copy/questions";
import type { Counting } from "@/db/copy/trade-sums";
import { type Grouping, hasMonths, type TradeGroup, type TradeGroups, type TradeMonth } from "@/lib/filters/grouping";
import { calendarDate } from "@/lib/values/calendar-day";

/** How many hundred-millionths are a dollar. */
const DOLLAR = 100_000_000;

/**
 * Groups the transactions under a filter: each trade once in a group, however many filings report it. Values follow the rule of all
 * sums. An insider is the first owner of a filing, so that those who file together count once, unless the groups are insiders: then a
 * trade is in the group of each owner.
 * @param withMonths whether to count the trades of each month of a group too, if groups are longer than that
 */
export async function groupTrades(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  grouping: Grouping,
  { limit, withMonths }: { limit: number; withMonths: boolean },
): Promise<TradeGroups> {
  const key = new GroupKey(grouping.by, lines, classes);
  const found = await findTrades(connection, classes, lines, asked, key);
  const isOfAll = areFew(grouping.by);
  const months = withMonths && hasMonths(grouping.by) ? new GroupMonths(grouping.by === "role") : null;
  const all = isOfAll
    ? groupByFew(lines, classes, found, key, { months })
    : groupByMany(lines, classes, found, key, whatDecides(grouping));
  const { places, count } = placesInOrder(all, key, grouping, grouping.after + limit);
  const keys = places.slice(grouping.after).map(all.keyOf);
  // Of many groups, only what decides their order is added up for all, and the rest for those on the page.
  const groups = isOfAll
    ? all
    : groupByMany(lines, classes, linesOf(lines, found, key, keys), key, { isPart: true, months });
  const placeOf = new Map(Array.from({ length: groups.length }, (_, place) => [groups.keyOf(place), place]));
  const ofMonths = months?.inOrder();
  return {
    groups: keys.map((of) =>
      groupOf(groups, key, placeOf.get(of) as number, ofMonths === undefined ? null : (ofMonths.get(of) ?? [])),
    ),
    count,
    ungrouped: all.ungrouped,
  };
}

const whatDecides = ({ insidersFrom, sort: { column } }: Grouping) => ({
  withDays: column === "first" || column === "last",
  withParties: column === "insiders" || insidersFrom > 1,
});

/** The first groups in order, and how many there are. Groups without a value to sort by come last, in both directions. */
function placesInOrder(
  groups: LineGroups,
  key: GroupKey,
  { insidersFrom, totalFrom, sort }: Grouping,
  wanted: number,
): { places: number[]; count: number } {
  const { sums, insiders } = groups;
  const sortedAs = sortedBy(groups)[sort.column];
  const counting = COUNTING[sort.column];
  const least = BigInt(totalFrom) * BigInt(DOLLAR);
  const roundedLeast = Number(least);
  const sign = sort.descending ? -1 : 1;
  const inOrder = (value: number) => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : sign * value);
  type Candidate = { place: number; at: number };
  const compare = (a: Candidate, b: Candidate) => {
    if (a.at !== b.at) return a.at < b.at ? -1 : 1;
    // Smaller numbers are not rounded, and millions of groups may have a sum of 0.
    if (counting !== null && Number.isFinite(a.at) && !Number.isSafeInteger(a.at)) {
      const [one, other] = [sums.exact(a.place, counting), sums.exact(b.place, counting)];
      if (one !== other) return one < other ? -sign : sign;
    }
    return key.compare(groups.keyOf(a.place), groups.keyOf(b.place));
  };
  let candidates: Candidate[] = [];
  /** The last of the first ones so far. */
  let last: Candidate | null = null;
  let count = 0;
  for (let place = 0; place < groups.length; place++) {
    if (sums.trades(place) === 0) continue;
    // Owners without a CIK cannot be counted as insiders, and their trades are not to disappear.
    if (insidersFrom > 1 && insiders(place) < insidersFrom) continue;
    if (roundedLeast > 0) {
      const total = sums.rounded(place, TOTAL);
      if (total < roundedLeast || (total === roundedLeast && sums.exact(place, TOTAL) < least)) continue;
    }
    count++;
    const candidate = { place, at: inOrder(sortedAs(place)) };
    // Millions of groups may have the same sum, so that the others are not sorted either.
    if (last !== null && compare(candidate, last) > 0) continue;
    candidates.push(candidate);
    if (candidates.length < 2 * wanted + 1_000) continue;
    candidates = candidates.sort(compare).slice(0, wanted);
    last = candidates.at(-1) ?? null;
  }
  return {
    places: candidates
      .sort(compare)
      .slice(0, wanted)
      .map(({ place }) => place),
    count,
  };
}

const TOTAL: Counting = [1, 1];

/** How what was bought and sold counts in what groups are sorted by. Null if that is no value. */
const COUNTING: Record<Grouping["sort"]["column"], Counting | null> = {
  bought: [1, 0],
  sold: [0, 1],
  net: [1, -1],
  ratio: null,
  trades: null,
  insiders: null,
  first: null,
  last: null,
};

/** What groups are sorted by; NaN if it is not known. */
const sortedBy = ({ sums, insiders }: LineGroups): Record<Grouping["sort"]["column"], (place: number) => number> => ({
  bought: (place) => (sums.isKnown(place, "bought") ? sums.rounded(place, [1, 0]) : Number.NaN),
  sold: (place) => (sums.isKnown(place, "sold") ? sums.rounded(place, [0, 1]) : Number.NaN),
  net: (place) =>
    sums.isKnown(place, "bought") && sums.isKnown(place, "sold") ? sums.rounded(place, [1, -1]) : Number.NaN,
  ratio: (place) => (sums.purchases(place) - sums.sales(place)) / (sums.purchases(place) + sums.sales(place)),
  trades: sums.trades,
  insiders,
  first: (place) => sums.first(place) ?? Number.NaN,
  last: (place) => sums.last(place) ?? Number.NaN,
});

function groupOf(
  { keyOf, sums, issuers, insiders, buyers, sellers }: LineGroups,
  groupKey: GroupKey,
  place: number,
  months: TradeMonth[] | null,
): TradeGroup {
  const key = keyOf(place);
  const date = (day: number | null) => (day === null ? null : calendarDate(day));
  return {
    key: groupKey.print(key),
    day: date(groupKey.dayOf(key)),
    trades: sums.trades(place),
    issuers: issuers(place),
    insiders: insiders(place),
    buyers: buyers(place),
    sellers: sellers(place),
    purchases: sums.purchases(place),
    sales: sums.sales(place),
    bought: sums.dollars(place, "bought"),
    sold: sums.dollars(place, "sold"),
    valueMissing: sums.valueMissing(place),
    leftOut: sums.leftOut(place),
    first: date(sums.first(place)),
    last: date(sums.last(place)),
    months,
  };
}
