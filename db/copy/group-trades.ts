import type { DuckDBConnection } from "@duckdb/node-api";
import type { CountedLines } from "@/db/copy/counted-lines";
import { type FacetClasses, PURCHASE, SALE } from "@/db/copy/facet-classes";
import { type FoundTrades, findTrades } from "@/db/copy/find-trades";
import { type GroupKey, groupKeyOf, monthOf, NO_DAY, NO_GROUP, printMonth, tradeDay } from "@/db/copy/group-keys";
import { groupLines, type LineGroups } from "@/db/copy/line-groups";
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
  const key = groupKeyOf(grouping.by, lines, classes);
  const found = await findTrades(connection, classes, lines, asked, key);
  const groups = groupLines(lines, classes, found, key);
  const { places, count } = placesInOrder(groups, key, grouping, grouping.after + limit);
  const page = places.slice(grouping.after);
  const months = withMonths && hasMonths(grouping.by) ? monthsOf(lines, classes, found, key, page, groups) : null;
  return {
    groups: page.map((place) => groupOf(groups, key, place, months?.get(place) ?? null)),
    count,
    ungrouped: groups.ungrouped,
  };
}

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
  const printed = (place: number) => key.print(groups.keyOf(place));
  type Candidate = { place: number; at: number };
  const compare = (a: Candidate, b: Candidate) => {
    if (a.at !== b.at) return a.at < b.at ? -1 : 1;
    // Smaller numbers are not rounded, and millions of groups may have a sum of 0.
    if (counting !== null && Number.isFinite(a.at) && !Number.isSafeInteger(a.at)) {
      const [one, other] = [sums.exact(a.place, counting), sums.exact(b.place, counting)];
      if (one !== other) return one < other ? -sign : sign;
    }
    const [one, other] = [printed(a.place), printed(b.place)];
    if (one !== other) return one < other ? -1 : 1;
    return groups.keyOf(a.place) - groups.keyOf(b.place);
  };
  let candidates: Candidate[] = [];
  let last = Number.POSITIVE_INFINITY;
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
    const at = inOrder(sortedAs(place));
    if (at > last) continue;
    candidates.push({ place, at });
    if (candidates.length < 2 * wanted + 1_000) continue;
    candidates = candidates.sort(compare).slice(0, wanted);
    last = candidates.at(-1)?.at ?? last;
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

/** The purchases and sales of each month of the groups on a page, which are few of all. */
function monthsOf(
  lines: CountedLines,
  classes: FacetClasses,
  { summed, fewerRoles }: FoundTrades,
  { by, of }: GroupKey,
  page: readonly number[],
  groups: LineGroups,
): Map<number, Map<number, TradeMonth>> {
  const day = tradeDay(lines, by);
  const months = new Map(page.map((place) => [place, new Map<number, TradeMonth>()]));
  const byKey = new Map(page.map((place) => [groups.keyOf(place), months.get(place) as Map<number, TradeMonth>]));
  const largest = [...byKey.keys()].reduce((most, key) => Math.max(most, key), 0);
  const isOnPage = new Uint8Array(largest + 1);
  for (const key of byKey.keys()) isOnPage[key] = 1;
  const add = (key: number, line: number, isSale: boolean) => {
    const ofLine = day(line);
    const ofGroup = byKey.get(key);
    if (ofGroup === undefined || ofLine === NO_DAY) return;
    const month = monthOf(ofLine);
    const known = ofGroup.get(month) ?? { month: printMonth(month), purchases: 0, sales: 0 };
    ofGroup.set(month, known);
    known[isSale ? "sales" : "purchases"]++;
  };
  for (const line of summed) {
    const summedAs = classes.summedAs[lines.classOf(line)];
    if (summedAs !== PURCHASE && summedAs !== SALE) continue;
    const key = of(line);
    if (key === NO_GROUP) continue;
    if (by !== "role") {
      if (isOnPage[key] === 1) add(key, line, summedAs === SALE);
      continue;
    }
    const roles = fewerRoles.get(line) ?? key;
    for (const role of byKey.keys()) if ((roles & (1 << role)) !== 0) add(role, line, summedAs === SALE);
  }
  return months;
}

function groupOf(
  { keyOf, sums, issuers, insiders, buyers, sellers }: LineGroups,
  { print, dayOf }: GroupKey,
  place: number,
  months: Map<number, TradeMonth> | null,
): TradeGroup {
  const key = keyOf(place);
  const date = (day: number | null) => (day === null ? null : calendarDate(day));
  return {
    key: print(key),
    day: date(dayOf(key)),
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
    months: months && [...months].sort(([one], [other]) => one - other).map(([, month]) => month),
  };
}
