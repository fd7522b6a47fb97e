import { parseDecimal } from "@/lib/values/decimal";
import { type FilingFilter, filterParams, type IgnoredValue, type Params } from "./filing-filter";
import { isSameOrder, parseSortOrder, printSortOrder, type SortOrder } from "./sort-order";

/** What a list of transactions can be grouped by. `issuer-day` is the trades of one issuer on one day. */
export const GROUPS = ["issuer", "insider", "issuer-day", "industry", "role", "month"] as const;
export type Group = (typeof GROUPS)[number];

/** What groups can be sorted by. */
const GROUP_SORTS = ["bought", "sold", "net", "ratio", "trades", "insiders", "first", "last"] as const;
export type GroupSort = SortOrder & { column: (typeof GROUP_SORTS)[number] };

/** How a list is grouped, and which groups are left out. */
export type Grouping = {
  by: Group;
  /** The fewest insiders of a group. */
  insidersFrom: number;
  /** The least that a group bought and sold together, in dollars, as decimal text. */
  totalFrom: string;
  sort: GroupSort;
  /** How many groups come before the first one. */
  after: number;
};

/** The names of a grouping in an address. */
export const GROUPING_PARAMS = ["group", "insiders-from", "total-from", "sort", "after"] as const;

/** Months begin with the latest, other groups with the largest purchases, or sales if the filter asks for sales alone. */
const usualSort = (by: Group, { code }: FilingFilter): GroupSort => ({
  column: by === "month" ? "last" : code.length > 0 && !code.includes("P") ? "sold" : "bought",
  descending: true,
});

const UNKNOWN_GROUP = `not one of ${GROUPS.join(", ")}`;

/** The groupings of an address that we do not have. */
export const unknownGroups = (params: Params): IgnoredValue[] =>
  [...params]
    .map(([name, raw]) => [name, raw.trim()] as const)
    .filter(([name, value]) => name === "group" && value !== "" && GROUPS.every((group) => group !== value))
    .map(([name, value]) => ({ kind: "value", name, value, reason: UNKNOWN_GROUP }));

/** Reads the grouping of an address; null if it has none, or none that we know. */
export function readGrouping(params: Params, filter: FilingFilter, ignored: IgnoredValue[]): Grouping | null {
  const given = new Map<string, string>();
  for (const [name, raw] of params) {
    const value = raw.trim();
    if (!(GROUPING_PARAMS as readonly string[]).includes(name) || value === "") continue;
    const known = given.get(name);
    if (known === undefined) given.set(name, value);
    else if (known !== value) ignored.push({ kind: "value", name, value, reason: `given twice: ${known} is used` });
  }
  const read = <T>(
    name: (typeof GROUPING_PARAMS)[number],
    expected: string,
    parse: (value: string) => T | undefined,
  ) => {
    const value = given.get(name);
    const parsed = value === undefined ? undefined : parse(value);
    if (value !== undefined && parsed === undefined) ignored.push({ kind: "value", name, value, reason: expected });
    return parsed;
  };
  const by = read("group", UNKNOWN_GROUP, (value) => GROUPS.find((group) => group === value));
  if (by === undefined) return null;
  const count = (value: string) => (/^\d{1,6}$/.test(value) ? Number(value) : undefined);
  return {
    by,
    insidersFrom: Math.max(1, read("insiders-from", "not a number of insiders such as 3", count) ?? 1),
    totalFrom: read("total-from", "not an amount such as 100000", amountIn) ?? "0",
    sort:
      read("sort", `not one of ${GROUP_SORTS.join(", ")}, with or without - in front`, sortIn) ?? usualSort(by, filter),
    after: read("after", "not a position in this list", count) ?? 0,
  };
}

const amountIn = (value: string) => {
  const plain = value.replace(/[$,]/g, "");
  return /^\d{1,15}$/.test(plain) ? String(Number(plain)) : undefined;
};

const sortIn = (value: string) => (parseSortOrder(value, GROUP_SORTS) as GroupSort | null) ?? undefined;

/** Another way of grouping the same list: from its first page, and in its usual order. An insider is never several. */
export const groupedBy = (by: Group, filter: FilingFilter, before: Grouping | null): Grouping => ({
  by,
  insidersFrom: by === "insider" ? 1 : (before?.insidersFrom ?? 1),
  totalFrom: before?.totalFrom ?? "0",
  sort: usualSort(by, filter),
  after: 0,
});

/** Whether groups are sorted as they are if the address does not say how. */
export const isUsualSort = ({ by, sort }: Grouping, filter: FilingFilter): boolean =>
  isSameOrder(sort, usualSort(by, filter));

/** A grouped list as name and value pairs. Usual values are left out. */
export function groupingParams(filter: FilingFilter, grouping: Grouping) {
  const { by, insidersFrom, totalFrom, sort, after } = grouping;
  const params: [string, string][] = [["group", by]];
  if (insidersFrom > 1) params.push(["insiders-from", String(insidersFrom)]);
  if (totalFrom !== "0") params.push(["total-from", totalFrom]);
  if (!isUsualSort(grouping, filter)) params.push(["sort", printSortOrder(sort)]);
  if (after > 0) params.push(["after", String(after)]);
  return params;
}

/** The name of the group that is open, in an address. */
export const OPEN_PARAM = "open";

/** A group among those of a page: `9900208`, or `9900208-2025-06-10`. */
export const groupId = ({ key, day }: Pick<TradeGroup, "key" | "day">): string =>
  day === null ? key : `${key}-${day}`;

/** The same list with a group opened in place, at that group, or with all closed. */
export function openGroupUrl(path: string, filter: FilingFilter, grouping: Grouping, id: string, isOpen: boolean) {
  const params = [...filterParams(filter), ...groupingParams(filter, grouping)];
  if (!isOpen) params.push([OPEN_PARAM, id]);
  return `${path}?${new URLSearchParams(params)}#group-${id}`;
}

export const groupsUrl = (path: string, filter: FilingFilter, grouping: Grouping): string =>
  `${path}?${new URLSearchParams([...filterParams(filter), ...groupingParams(filter, grouping)])}`;

/** The transactions of one group. Values are decimals as text, of purchases and sales in Table I, as in all sums. */
export type TradeGroup = {
  /** A CIK, a role, a month such as 2025-06, or the first two digits of an SIC code (`UNKNOWN_SIC` if there is none). */
  key: string;
  /** The day of a group by issuer and day. */
  day: string | null;
  trades: number;
  issuers: number;
  insiders: number;
  buyers: number;
  sellers: number;
  purchases: number;
  sales: number;
  /** Null if there are purchases, and none of them has a value. */
  bought: string | null;
  sold: string | null;
  /** Purchases and sales without a price or shares, which are not in the values. */
  valueMissing: number;
  /** Purchases and sales that sums leave out, because a figure is implausible, uncertain or not in dollars, or the letter contradicts the code. */
  leftOut: number;
  first: string | null;
  last: string | null;
  /** The months with purchases or sales, in order; null if groups are so short that we do not ask for them. */
  months: TradeMonth[] | null;
};

/** Purchases and sales in a month such as 2025-06, as they are counted in values. */
export type TradeMonth = { month: string; purchases: number; sales: number };

/** Groups that are more than a month, so that we ask for their months. */
export const hasMonths = (by: Group) => by !== "month" && by !== "issuer-day";

/** A page of groups. */
export type TradeGroups = {
  groups: TradeGroup[];
  /** All groups, and their transactions. */
  count: number;
  /** Transactions in no group, because what they are grouped by is not known. */
  ungrouped: number;
};

/** What was bought minus what was sold; null if either is not known. */
export const netValue = ({ bought, sold }: Pick<TradeGroup, "bought" | "sold">): string | null =>
  sold === null ? null : (parseDecimal(bought)?.minus(sold).toFixed() ?? null);

/** (purchases − sales) ÷ (purchases + sales), counted in trades, to two decimals; null without either. */
export const buyRatio = ({ purchases, sales }: Pick<TradeGroup, "purchases" | "sales">): string | null =>
  purchases + sales === 0 ? null : ((purchases - sales) / (purchases + sales)).toFixed(2);
