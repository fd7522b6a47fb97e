import { DOCUMENT_TYPES, isDocumentType } from "@/lib/edgar/document-rules";
import { type Party, parseParty, printParty } from "@/lib/filters/party";
import { transactionCode } from "@/lib/record/transaction-codes";
import { isCalendarDate } from "@/lib/values/is-calendar-date";

/**
 * What a list of filings and transactions is narrowed to. A repeated name means *or*, different names mean *and*; both
 * ends of a range are in it.
 */
export type FilingFilter = {
  issuer: Party[];
  insider: Party[];
  filedFrom: string | null;
  filedTo: string | null;
  tradedFrom: string | null;
  tradedTo: string | null;
  code: string[];
  form: string[];
  plan: PlanFilter[];
  /** The day a note says the 10b5-1 plan was adopted. */
  adoptedFrom: string | null;
  adoptedTo: string | null;
  /** Whole days from that day to the trade. */
  adoptedDaysFrom: string | null;
  adoptedDaysTo: string | null;
  priceRange: PriceRangeFilter[];
};

/** Of purchases and sales: whether the box or a note puts them under a 10b5-1 plan; else whether the form has the box. */
export const PLAN_FILTERS = ["under", "not-indicated", "no-box"] as const;
export type PlanFilter = (typeof PLAN_FILTERS)[number];

/** Whether the note at the price states the range of an average, and one that is wider than $1. */
export const PRICE_RANGE_FILTERS = ["stated", "wide"] as const;
export type PriceRangeFilter = (typeof PRICE_RANGE_FILTERS)[number];

export type FilterName = keyof FilingFilter;

/**
 * Something in the address that narrows nothing, and of which the reader is told: a value that could not be read (data
 * formats answer 400), or a name that is no filter of the page.
 */
export type IgnoredValue = { kind: "value" | "name"; name: string; value: string; reason: string };

export const isUnreadable = ({ kind }: IgnoredValue) => kind === "value";

type FilterPart<T> = {
  /** The name in the address. */
  param: string;
  /** Reads one value; a text is the reason why it cannot be read. */
  parse: (value: string) => { value: T } | string;
  print: (value: T) => string;
};

const date = (param: string): FilterPart<string> => ({
  param,
  parse: (value) =>
    /^\d{4}-\d{2}-\d{2}$/.test(value) && isCalendarDate(value) ? { value } : "not a date such as 2025-06-09",
  print: (value) => value,
});

const party = (param: string): FilterPart<Party> => ({
  param,
  parse(value) {
    const read = parseParty(value);
    return read ? { value: read } : "neither a CIK nor words of a name";
  },
  print: printParty,
});

const oneOf = <T extends string>(param: string, words: readonly T[]): FilterPart<T> => ({
  param,
  parse(value) {
    const known = words.find((word) => word === value);
    return known === undefined ? `not one of ${words.join(", ")}` : { value: known };
  },
  print: (value) => value,
});

const days = (param: string): FilterPart<string> => ({
  param,
  parse: (value) => (/^\d{1,5}$/.test(value) ? { value: String(Number(value)) } : "not a number of days such as 90"),
  print: (value) => value,
});

/** Each filter once: its name in the address and how it is read and printed. The order is that of canonical links. */
export const FILTER_PARTS: { [K in FilterName]: FilterPart<FilingFilter[K] extends (infer T)[] ? T : string> } = {
  issuer: party("issuer"),
  insider: party("insider"),
  filedFrom: date("filed-from"),
  filedTo: date("filed-to"),
  tradedFrom: date("traded-from"),
  tradedTo: date("traded-to"),
  code: {
    param: "code",
    parse: (value) =>
      transactionCode(value.toUpperCase()) === null
        ? "not a transaction code such as P or S"
        : { value: value.toUpperCase() },
    print: (value) => value,
  },
  form: {
    param: "form",
    parse: (value) =>
      isDocumentType(value.toUpperCase()) ? { value: value.toUpperCase() } : `not one of ${DOCUMENT_TYPES.join(", ")}`,
    print: (value) => value,
  },
  plan: oneOf("plan", PLAN_FILTERS),
  adoptedFrom: date("adopted-from"),
  adoptedTo: date("adopted-to"),
  adoptedDaysFrom: days("adopted-days-from"),
  adoptedDaysTo: days("adopted-days-to"),
  priceRange: oneOf("price-range", PRICE_RANGE_FILTERS),
};

export const FILTER_NAMES = Object.keys(FILTER_PARTS) as FilterName[];

/** Those that speak of rows; the others speak of filings. */
export const ROW_FILTERS = [
  "tradedFrom",
  "tradedTo",
  "code",
  "plan",
  "adoptedFrom",
  "adoptedTo",
  "adoptedDaysFrom",
  "adoptedDaysTo",
  "priceRange",
] as const satisfies readonly FilterName[];
export type RowFilterName = (typeof ROW_FILTERS)[number];

export const NO_FILTER: FilingFilter = {
  issuer: [],
  insider: [],
  filedFrom: null,
  filedTo: null,
  tradedFrom: null,
  tradedTo: null,
  code: [],
  form: [],
  plan: [],
  adoptedFrom: null,
  adoptedTo: null,
  adoptedDaysFrom: null,
  adoptedDaysTo: null,
  priceRange: [],
};

export const isFiltered = (filter: FilingFilter) => filterParams(filter).length > 0;

/** Whether the filter asks for rows, not only for filings. */
export const asksForRows = (filter: FilingFilter) => ROW_FILTERS.some((name) => isSet(filter[name]));

const isSet = (value: FilingFilter[FilterName]) => value !== null && value.length > 0;

/** Name and value pairs as a page, a route or a form hands them over. */
export type Params = Iterable<readonly [string, string]>;

/**
 * Reads a filter from an address. Empty values, which a plain form sends for every field left alone, are passed over.
 * @param only the filters a page has; others are told as names that are not filters there
 * @param others names that the page reads itself (`after`, `sort`)
 */
export function parseFilter(
  params: Params,
  { only = FILTER_NAMES, others = [] }: { only?: readonly FilterName[]; others?: readonly string[] } = {},
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
    const reason = setFilter(filter, name, value);
    if (reason) ignored.push({ kind: "value", name: param, value, reason });
  }
  return { filter, ignored };
}

function setFilter(filter: FilingFilter, name: FilterName, value: string): string | null {
  const part = FILTER_PARTS[name];
  const read = part.parse(value);
  if (typeof read === "string") return read;
  const printed = (part.print as (value: unknown) => string)(read.value);
  const there = filter[name];
  if (Array.isArray(there)) {
    if (!there.some((other) => (part.print as (value: unknown) => string)(other) === printed)) {
      (there as unknown[]).push(read.value);
    }
    return null;
  }
  if (there !== null && there !== printed) return `given twice: ${there} is used`;
  Object.assign(filter, { [name]: printed });
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

/** A link to a path under a filter; equal views have equal links. */
export function filterUrl(path: string, filter: FilingFilter, more: Record<string, string | undefined> = {}): string {
  const query = new URLSearchParams(filterParams(filter));
  for (const [name, value] of Object.entries(more)) if (value !== undefined) query.append(name, value);
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** The filter without one of its values: what a clear button leads to. */
export function without(filter: FilingFilter, param: string, value?: string): FilingFilter {
  const kept = filterParams(filter).filter(
    ([name, text]) => !(name === param && (value === undefined || text === value)),
  );
  return parseFilter(kept).filter;
}
