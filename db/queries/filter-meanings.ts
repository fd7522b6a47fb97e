import { inArray, type SQL, sql } from "drizzle-orm";
import { listing } from "@/db/schema";
import { FORM_CHARACTERS } from "@/db/schema/listing";
import {
  askedOf,
  FILTER_NAMES,
  type FilingFilter,
  type FilterName,
  type PlanFilter,
  type PriceRangeFilter,
} from "@/lib/filters/filing-filter";
import type { RowPattern } from "@/lib/record/derived-filing";
import { roleBits } from "@/lib/record/role";

/** The characters of a kind, as in `db/schema/listing.ts`. */
export type Kind = Record<"code" | "form" | "plan" | "range" | "implausible" | "filed" | "delay", string>;

export function readKind(kind: string): Kind {
  const [code = "", form = "", plan = "", range = "", implausible = "", filed = "", delay = ""] = kind;
  return { code, form, plan, range, implausible, filed, delay };
}

/** The conditions of a filter on the kind of a line, and those on what no kind says. */
type Meaning<Asked> = { ofKind?: (kind: Kind, asked: Asked) => boolean; ofLine?: (asked: Asked) => SQL };

const FORMS: Record<string, string> = FORM_CHARACTERS;
const PLANS: Record<PlanFilter, string> = { under: "ua", "not-indicated": "n", "no-box": "b" };
const RANGES: Record<PriceRangeFilter, string> = { stated: "sw", wide: "w" };

const PATTERN_CODES: Record<RowPattern, string> = { "exercise-and-sale": "MXOS", "gift-before-fall": "G" };

export const isFiled = ({ filed }: Kind) => filed !== "-";
const isTraded = ({ delay }: Kind) => delay !== "-";
const isPlausible = ({ implausible }: Kind) => implausible !== "i";
export const isMarketTrade = ({ code }: Kind) => code === "P" || code === "S";
const isAdopted = ({ plan }: Kind) => plan === "a";
const sinceAdoption = sql`${listing.transactionDate} - ${listing.planAdoptedOn}`;

/** Every filter. Parties and industries have indexes of their own (`readParties`, `readIndustries`). */
const FILTERS: { [Name in FilterName]: Meaning<NonNullable<FilingFilter[Name]>> } = {
  issuer: {},
  insider: {},
  sic: {},
  filedFrom: { ofKind: isFiled, ofLine: (day) => sql`${listing.filingDate} >= ${day}` },
  filedTo: { ofKind: isFiled, ofLine: (day) => sql`${listing.filingDate} <= ${day}` },
  tradedFrom: { ofKind: isTraded, ofLine: (day) => sql`${listing.transactionDate} >= ${day}` },
  tradedTo: { ofKind: isTraded, ofLine: (day) => sql`${listing.transactionDate} <= ${day}` },
  code: { ofKind: ({ code }, asked) => asked.includes(code) },
  form: { ofKind: ({ form }, asked) => asked.some((one) => FORMS[one] === form) },
  plan: { ofKind: ({ plan }, asked) => asked.some((one) => PLANS[one].includes(plan)) },
  adoptedFrom: { ofKind: isAdopted, ofLine: (day) => sql`${listing.planAdoptedOn} >= ${day}` },
  adoptedTo: { ofKind: isAdopted, ofLine: (day) => sql`${listing.planAdoptedOn} <= ${day}` },
  adoptedDaysFrom: {
    ofKind: (kind) => isAdopted(kind) && isTraded(kind),
    ofLine: (days) => sql`${sinceAdoption} >= ${days}::int`,
  },
  adoptedDaysTo: {
    ofKind: (kind) => isAdopted(kind) && isTraded(kind),
    ofLine: (days) => sql`${sinceAdoption} <= ${days}::int`,
  },
  priceRange: { ofKind: ({ range }, asked) => asked.some((one) => RANGES[one].includes(range)) },
  implausible: { ofKind: ({ implausible }, asked) => asked.includes(implausible === "i" ? "yes" : "no") },
  role: { ofLine: (roles) => sql`${listing.roles} & ${roleBits(roles)}::smallint <> 0` },
  filedWithin: {
    ofKind: isFiled,
    ofLine: ({ from, to, isCurrent }) =>
      isCurrent ? sql`${listing.filingDate} >= ${from}` : sql`${listing.filingDate} between ${from} and ${to}`,
  },
  tradedWithin: {
    ofKind: isTraded,
    ofLine: ({ from, to }) => sql`${listing.transactionDate} between ${from} and ${to}`,
  },
  side: { ofLine: (sides) => inArray(listing.side, sides) },
  ownership: {
    ofLine: (asked) =>
      sql`(case when ${listing.isIndirect} then 'I' else 'D' end = any(${sql.param(asked)}::text[]) and ${listing.isIndirect} is not null)`,
  },
  table: { ofLine: (tables) => inArray(listing.tableNumber, tables) },
  priceFrom: { ofKind: isPlausible, ofLine: (price) => sql`${listing.price} >= ${price}::numeric` },
  priceTo: { ofKind: isPlausible, ofLine: (price) => sql`${listing.price} <= ${price}::numeric` },
  sharesFrom: { ofKind: isPlausible, ofLine: (shares) => sql`${listing.shares} >= ${shares}::numeric` },
  sharesTo: { ofKind: isPlausible, ofLine: (shares) => sql`${listing.shares} <= ${shares}::numeric` },
  valueFrom: { ofKind: isPlausible, ofLine: (value) => sql`${listing.value} >= ${value}::numeric` },
  valueTo: { ofKind: isPlausible, ofLine: (value) => sql`${listing.value} <= ${value}::numeric` },
  changeFrom: { ofKind: isPlausible, ofLine: (change) => sql`${listing.change} >= ${change}::numeric` },
  changeTo: { ofKind: isPlausible, ofLine: (change) => sql`${listing.change} <= ${change}::numeric` },
  position: { ofKind: isPlausible, ofLine: (positions) => inArray(listing.position, positions) },
  delayFrom: { ofKind: isTraded, ofLine: (days) => sql`${listing.delay} >= ${days}::int` },
  delayTo: { ofKind: isTraded, ofLine: (days) => sql`${listing.delay} <= ${days}::int` },
  label: { ofKind: isMarketTrade, ofLine: (labels) => inArray(listing.label, labels) },
  first: {
    ofKind: ({ code }) => code === "P",
    // A first purchase in our records is also the first in two years.
    ofLine: (asked) => sql`${asked.includes("2y") ? listing.isFirstInTwoYears : listing.isFirst}`,
  },
  pattern: {
    ofKind: ({ code }, asked) => asked.some((one) => PATTERN_CODES[one].includes(code)),
    ofLine: (asked) => inArray(listing.pattern, asked),
  },
  clusterFrom: { ofKind: isMarketTrade, ofLine: (insiders) => sql`${listing.clusterInsiders} >= ${insiders}::int` },
  citesFacts: {
    ofLine: (
      asked,
    ) => sql`(case when ${listing.citesFacts} then 'with' else 'without' end = any(${sql.param(asked)}::text[])
      and ${listing.citesFacts} is not null)`,
  },
  late: { ofLine: () => sql`${listing.isLate}` },
  amended: { ofLine: () => sql`${listing.isAmended}` },
  joint: { ofLine: () => sql`${listing.isJoint}` },
};

/** A filter with its value, if it is used. */
export function meaningOf<Name extends FilterName>(name: Name, filter: FilingFilter) {
  const value = askedOf(filter, name);
  if (value === null) return null;
  const { ofKind, ofLine }: Meaning<typeof value> = FILTERS[name];
  return { isKind: (kind: Kind) => ofKind?.(kind, value) ?? true, condition: ofLine?.(value) };
}

/** What each filter that is used asks of a line, apart from parties. */
export const meaningsOf = (filter: FilingFilter) => FILTER_NAMES.flatMap((name) => meaningOf(name, filter) ?? []);
