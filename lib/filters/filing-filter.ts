import { DOCUMENT_TYPES, isDocumentType } from "@/lib/edgar/document-rules";
import { issuerList, type Party, parseIssuer, parseParty, printParty } from "@/lib/filters/party";
import { parseRelativeDates, type RelativeDates } from "@/lib/filters/relative-dates";
import { ROW_PATTERNS, TRADE_LABELS } from "@/lib/record/derived-filing";
import type { TableNumber } from "@/lib/record/reported-row";
import { ROLES } from "@/lib/record/role";
import { transactionCode, transactionCodes } from "@/lib/record/transaction-codes";
import { parseDecimal } from "@/lib/values/decimal";
import { isCalendarDate } from "@/lib/values/is-calendar-date";

/** For purchases and sales: the box or a footnote says they are under a 10b5-1 plan; if not, whether the form has the box. */
export const PLAN_FILTERS = ["under", "not-indicated", "no-box"] as const;
export type PlanFilter = (typeof PLAN_FILTERS)[number];

/** Whether the footnote on the price states the range of an average, and whether that range is wider than $1. */
export const PRICE_RANGE_FILTERS = ["stated", "wide"] as const;
export type PriceRangeFilter = (typeof PRICE_RANGE_FILTERS)[number];

/** Whether a price or a number of shares is implausible. */
export const IMPLAUSIBLE_FILTERS = ["yes", "no"] as const;
export type ImplausibleFilter = (typeof IMPLAUSIBLE_FILTERS)[number];

/** Whether a row acquires or disposes of securities, as filed. */
export const SIDES = ["A", "D"] as const;
export type Side = (typeof SIDES)[number];

/** Whether a row begins or ends its holding. */
export const POSITION_FILTERS = ["new", "closed"] as const;
export type PositionFilter = (typeof POSITION_FILTERS)[number];

/** Whether a purchase is the first one in this database, or in two years. */
export const FIRST_FILTERS = ["1", "2y"] as const;
export type FirstFilter = (typeof FIRST_FILTERS)[number];

/** Whether a row cites a footnote that states facts. */
export const FACTS_FILTERS = ["with", "without"] as const;
export type FactsFilter = (typeof FACTS_FILTERS)[number];

export const OWNERSHIPS = ["D", "I"] as const;
export const TABLES = ["I", "II"] as const satisfies TableNumber[];
/** Filters that are set or not. */
export const YES = ["1"] as const;

/**
 * A part of the address that we ignore and report to the reader: a value that could not be read (data formats answer 400), or a
 * name that is not a filter of the page.
 */
export type IgnoredValue = { kind: "value" | "name"; name: string; value: string; reason: string };

export const isUnreadable = ({ kind }: IgnoredValue) => kind === "value";

/** Whether a filter applies to filings or to their rows. One on both finds rows, and filings without rows. */
type Of = "filings" | "rows" | "both";

/** The values of a filter in canonical links, as JSON Schema describes text. */
type Values = { enum: readonly string[] } | { pattern: string } | { format: "date" } | { minLength: number };

type Reader<T> = {
  /** The name in the address. */
  param: string;
  /** What `print` makes. `parse` also accepts other spellings, such as a lower-case code. */
  values: Values;
  /** For a value that may be a list: its parts. */
  partsOf?: (value: string) => string[];
  /** Reads one value. If it cannot be read, returns the reason as text. */
  parse: (value: string, today: string | null) => { value: T } | string;
  print: (value: T) => string;
};

/** @property none the value if the filter is not used */
type FilterPart<O extends Of, T, None> = Reader<T> & { of: O; none: None };

/** A filter that takes any of several values. */
const any = <O extends Of, T>(of: O, reader: Reader<T>): FilterPart<O, T, T[]> => ({ ...reader, of, none: [] });

/** A filter that takes one value, such as the end of a range. */
const one = <O extends Of, T>(of: O, reader: Reader<T>): FilterPart<O, T, T | null> => ({
  ...reader,
  of,
  none: null,
});

/** @param read the value, or null if it is not what was expected */
const reading = <T>(
  param: string,
  expected: string,
  values: Values,
  read: (value: string, today: string | null) => T | null,
  print: (value: T) => string,
): Reader<T> => ({
  param,
  values,
  parse(raw, today) {
    const value = read(raw, today);
    return value === null ? expected : { value };
  },
  print,
});

const text = <T extends string = string>(
  param: string,
  expected: string,
  values: Values,
  read: (value: string) => T | null,
) => reading(param, expected, values, read, (value) => value);

/** A text that matches a pattern, as a whole. */
const matching = (param: string, expected: string, pattern: RegExp, print: (value: string) => string | null) =>
  text(param, expected, { pattern: pattern.source }, (value) => (pattern.test(value) ? print(value) : null));

const date = (param: string) =>
  text(param, "not a date such as 2025-06-09", { format: "date" }, (value) =>
    /^\d{4}-\d{2}-\d{2}$/.test(value) && isCalendarDate(value) ? value : null,
  );

const NAME: Values = { minLength: 1 };

const issuer: Reader<Party> = {
  ...reading("issuer", "not a CIK, a ticker or a name", NAME, parseIssuer, printParty),
  partsOf: issuerList,
};

const insider = reading("insider", "not a CIK or a name", NAME, parseParty, printParty);

const oneOf = <T extends string>(param: string, words: readonly T[]) =>
  text(
    param,
    `not one of ${words.join(", ")}`,
    { enum: words },
    (value) => words.find((word) => word === value) ?? null,
  );

const days = (param: string) =>
  matching(param, "not a number of days such as 90", /^\d{1,5}$/, (value) => String(Number(value)));

const insiders = (param: string) =>
  matching(param, "not a number of insiders such as 3", /^\d{1,3}$/, (value) =>
    Number(value) > 1 ? String(Number(value)) : null,
  );

/** A plain number; commas and a dollar sign in it are ignored. */
const number = (param: string, expected: string, isNumber: RegExp) =>
  text(param, expected, { pattern: isNumber.source }, (value) => {
    const plain = value.replace(/[$,%]/g, "");
    return isNumber.test(plain) ? (parseDecimal(plain)?.toFixed() ?? null) : null;
  });

const AMOUNT = /^\d{1,15}(?:\.\d{1,6})?$/;
const amount = (param: string) => number(param, "not an amount such as 25000", AMOUNT);
const percent = (param: string) => number(param, "not a percentage such as 10 or -50", /^-?\d{1,9}(?:\.\d{1,4})?$/);

const within = (param: string) =>
  reading(
    param,
    "not a period such as 7d, 3m, 1y, this-year or last-year",
    { pattern: "^(?:[1-9]\\d{0,3}[dmy]|this-year|last-year)$" },
    (value, today) => (today === null ? null : parseRelativeDates(value, today)),
    ({ words }) => words,
  );

const code = text<string>(
  "code",
  "not a transaction code such as P or S",
  { enum: transactionCodes.map(({ code }) => code) },
  (value) => transactionCode(value.toUpperCase())?.code ?? null,
);

/** Issuers whose industry is not known. */
export const UNKNOWN_SIC = "unknown";

/** An SIC code, or the digits that it begins with. */
const sic = matching(
  "sic",
  `not an SIC code such as 3674, its first digits, or ${UNKNOWN_SIC}`,
  new RegExp(`^(?:\\d{1,4}|${UNKNOWN_SIC})$`),
  (value) => value,
);

const form = text("form", `not one of ${DOCUMENT_TYPES.join(", ")}`, { enum: DOCUMENT_TYPES }, (value) =>
  isDocumentType(value.toUpperCase()) ? value.toUpperCase() : null,
);

/**
 * Every filter, once: its name in the address, how it is read and printed, and what it applies to, in the order of canonical
 * links. For a new filter the compiler also requires the SQL (`db/queries/listing.ts`), the test of a row
 * (`matching-rows.ts`) and the words (`describe-filter.ts`).
 */
export const FILTER_PARTS = {
  issuer: any("filings", issuer),
  insider: any("filings", insider),
  sic: any("filings", sic),
  // Of any owner of the filing.
  role: any("filings", oneOf("role", ROLES)),
  filedFrom: one("filings", date("filed-from")),
  filedTo: one("filings", date("filed-to")),
  filedWithin: one("filings", within("filed-within")),
  tradedFrom: one("rows", date("traded-from")),
  tradedTo: one("rows", date("traded-to")),
  tradedWithin: one("rows", within("traded-within")),
  code: any("rows", code),
  form: any("filings", form),
  plan: any("rows", oneOf("plan", PLAN_FILTERS)),
  // The day on which the 10b5-1 plan was adopted, according to a footnote, and the number of whole days from then to the trade.
  adoptedFrom: one("rows", date("adopted-from")),
  adoptedTo: one("rows", date("adopted-to")),
  adoptedDaysFrom: one("rows", days("adopted-days-from")),
  adoptedDaysTo: one("rows", days("adopted-days-to")),
  priceRange: any("rows", oneOf("price-range", PRICE_RANGE_FILTERS)),
  implausible: any("rows", oneOf("implausible", IMPLAUSIBLE_FILTERS)),
  side: any("rows", oneOf("side", SIDES)),
  ownership: any("rows", oneOf("ownership", OWNERSHIPS)),
  table: any("rows", oneOf("table", TABLES)),
  priceFrom: one("rows", amount("price-from")),
  priceTo: one("rows", amount("price-to")),
  sharesFrom: one("rows", amount("shares-from")),
  sharesTo: one("rows", amount("shares-to")),
  valueFrom: one("rows", amount("value-from")),
  valueTo: one("rows", amount("value-to")),
  changeFrom: one("rows", percent("change-from")),
  changeTo: one("rows", percent("change-to")),
  position: any("rows", oneOf("position", POSITION_FILTERS)),
  delayFrom: one("rows", days("delay-from")),
  delayTo: one("rows", days("delay-to")),
  label: any("rows", oneOf("label", TRADE_LABELS)),
  first: any("rows", oneOf("first", FIRST_FILTERS)),
  pattern: any("rows", oneOf("pattern", ROW_PATTERNS)),
  // How many insiders bought or sold in the cluster of the row.
  clusterFrom: one("rows", insiders("cluster-from")),
  citesFacts: any("rows", oneOf("facts", FACTS_FILTERS)),
  late: any("both", oneOf("late", YES)),
  amended: any("filings", oneOf("amended", YES)),
  joint: any("filings", oneOf("joint", YES)),
};

export type FilterName = keyof typeof FILTER_PARTS;

/**
 * The filters of a list of filings and transactions. A repeated name means *or*, different names mean *and*; a range includes
 * both ends.
 */
export type FilingFilter = { [Name in FilterName]: (typeof FILTER_PARTS)[Name]["none"] };

/** The filters that a row must match. */
export type RowFilterName = {
  [Name in FilterName]: (typeof FILTER_PARTS)[Name]["of"] extends "filings" ? never : Name;
}[FilterName];

export const FILTER_NAMES = Object.keys(FILTER_PARTS) as FilterName[];

export const ROW_FILTERS = FILTER_NAMES.filter((name): name is RowFilterName => FILTER_PARTS[name].of !== "filings");

export const NO_FILTER = Object.fromEntries(
  FILTER_NAMES.map((name) => [name, FILTER_PARTS[name].none]),
) as FilingFilter;

/** The value of a filter, if it is set. */
export function askedOf<Name extends FilterName>(
  filter: FilingFilter,
  name: Name,
): NonNullable<FilingFilter[Name]> | null {
  const value = filter[name];
  return isSet(value) ? (value as NonNullable<FilingFilter[Name]>) : null;
}

/** The filing and trade dates that a filter asks for, whether they are relative or not. */
export const datesOf = (filter: FilingFilter) => ({
  filed: bothEnds(filter.filedFrom, filter.filedTo, filter.filedWithin, filter.filedWithin?.isCurrent !== true),
  traded: bothEnds(filter.tradedFrom, filter.tradedTo, filter.tradedWithin, true),
});

const bothEnds = (from: string | null, to: string | null, within: RelativeDates | null, isClosed: boolean) => ({
  from:
    [from, within?.from ?? null]
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null,
  to:
    [to, isClosed ? (within?.to ?? null) : null]
      .filter((day) => day !== null)
      .sort()
      .at(0) ?? null,
});

export const isFiltered = (filter: FilingFilter) => filterParams(filter).length > 0;

/** Whether the filter asks for rows, and not only for filings. */
export const asksForRows = (filter: FilingFilter) =>
  ROW_FILTERS.some((name) => FILTER_PARTS[name].of === "rows" && isSet(filter[name]));

/** The codes of purchases and sales that the filter asks for. Totals cover no other code. */
export const tradeCodes = ({ code }: FilingFilter) =>
  ["P", "S"].filter((letter) => code.length === 0 || code.includes(letter));

const isSet = (value: FilingFilter[FilterName]) => (Array.isArray(value) ? value.length > 0 : value !== null);

/** Name and value pairs from a page, a route or a form. */
export type Params = Iterable<readonly [string, string]>;

/**
 * Reads a filter from an address. Empty values, which a plain form sends for every unused field, are ignored.
 * @param only the filters that the page has; any other is reported as not being a filter of the page
 * @param others names that the page reads itself (`after`, `sort`)
 * @param today the day in New York, for dates relative to it; null on pages without them
 */
export function parseFilter(
  params: Params,
  {
    only = FILTER_NAMES,
    others = [],
    today = null,
  }: { only?: readonly FilterName[]; others?: readonly string[]; today?: string | null } = {},
): { filter: FilingFilter; ignored: IgnoredValue[] } {
  const filter: FilingFilter = structuredClone(NO_FILTER);
  const ignored: IgnoredValue[] = [];
  for (const [param, raw] of params) {
    const value = raw.trim();
    if (value === "" || others.includes(param)) continue;
    const name = only.find((known) => FILTER_PARTS[known].param === param);
    if (!name) {
      ignored.push({ kind: "name", name: param, value, reason: "not a filter of this page" });
      continue;
    }
    for (const part of FILTER_PARTS[name].partsOf?.(value) ?? [value]) {
      const reason = setFilter(filter, name, part, today);
      if (reason) ignored.push({ kind: "value", name: param, value, reason });
    }
  }
  return { filter, ignored };
}

function setFilter(filter: FilingFilter, name: FilterName, value: string, today: string | null): string | null {
  const part = FILTER_PARTS[name];
  const read = part.parse(value, today);
  if (typeof read === "string") return read;
  const print = part.print as (value: unknown) => string;
  const there = filter[name];
  if (Array.isArray(there)) {
    if (!there.some((other) => print(other) === print(read.value))) (there as unknown[]).push(read.value);
    return null;
  }
  if (there !== null && print(there) !== print(read.value)) return `given twice: ${print(there)} is used`;
  Object.assign(filter, { [name]: read.value });
  return null;
}

/** The filter as name and value pairs, in the fixed order of canonical links. */
export function filterParams(filter: FilingFilter): [string, string][] {
  return FILTER_NAMES.flatMap((name) => {
    const { param, print } = FILTER_PARTS[name];
    const value = filter[name];
    const values: unknown[] = Array.isArray(value) ? value : value === null ? [] : [value];
    return values.map((one): [string, string] => [param, (print as (value: unknown) => string)(one)]);
  });
}

/** A link to a path with a filter. Equal views have equal links. */
export function filterUrl(path: string, filter: FilingFilter, more: Record<string, string | undefined> = {}): string {
  const query = new URLSearchParams(filterParams(filter));
  for (const [name, value] of Object.entries(more)) if (value !== undefined) query.append(name, value);
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
