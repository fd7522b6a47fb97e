import { DOCUMENT_TYPES } from "@/lib/edgar/document-rules";
import { ROW_PATTERNS, TRADE_LABELS } from "@/lib/record/derived-filing";
import { INDUSTRY_GROUPS } from "@/lib/record/industry";
import { ROLES } from "@/lib/record/role";
import { transactionCodes } from "@/lib/record/transaction-codes";
import {
  FACTS_FILTERS,
  FIRST_FILTERS,
  type FilterName,
  IMPLAUSIBLE_FILTERS,
  OWNERSHIPS,
  PLAN_FILTERS,
  POSITION_FILTERS,
  PRICE_RANGE_FILTERS,
  SIDES,
  TABLES,
  UNKNOWN_SIC,
  YES,
} from "./filing-filter";

/**
 * The filters whose choices are counted, with all their choices. What such a filter asks of a line depends only on the columns in
 * CLASS_COLUMNS (`db/copy/copied-listing.ts`).
 */
export const FACETS = {
  code: transactionCodes.map(({ code }) => code),
  form: DOCUMENT_TYPES,
  plan: PLAN_FILTERS,
  priceRange: PRICE_RANGE_FILTERS,
  implausible: IMPLAUSIBLE_FILTERS,
  role: ROLES,
  side: SIDES,
  ownership: OWNERSHIPS,
  table: TABLES,
  position: POSITION_FILTERS,
  label: TRADE_LABELS,
  first: FIRST_FILTERS,
  pattern: ROW_PATTERNS,
  citesFacts: FACTS_FILTERS,
  late: YES,
  amended: YES,
  joint: YES,
} satisfies Partial<Record<FilterName, readonly string[]>>;

export type FacetName = keyof typeof FACETS;
export const FACET_NAMES = Object.keys(FACETS) as FacetName[];

/** Dates relative to today that lists offer. */
export const PERIODS = ["1d", "7d", "30d", "90d", "this-year", "last-year"] as const;

/**
 * Filters whose choices are counted by the dates of a line and the industry of its issuer. Periods overlap, and of industries there
 * are too many for classes.
 */
export const SLICES = {
  filedWithin: PERIODS,
  tradedWithin: PERIODS,
  sic: [...INDUSTRY_GROUPS, UNKNOWN_SIC],
} satisfies Partial<Record<FilterName, readonly string[]>>;

export type SliceName = keyof typeof SLICES;
export const SLICE_NAMES = Object.keys(SLICES) as SliceName[];

/** Transactions, and the filings that report them. */
export type Tally = { trades: number; filings: number };

export type CountedChoice = Tally & { value: string };

/** What a filter would find with each of its choices, and otherwise as it is. */
export type Facet = {
  /** Without this filter. */
  any: Tally;
  /** In the order of `FACETS`. */
  choices: CountedChoice[];
  /** What would be found without this filter, and with none of its choices. */
  none: Tally;
};

/** The counts of a list of transactions. */
export type Facets = {
  found: Tally;
  facets: Record<FacetName, Facet>;
  /** What would be found with each choice of `SLICES`, and otherwise with the filter as it is. */
  slices: Record<SliceName, CountedChoice[]>;
};

/** As lists show them: with the time of the counts if they are behind; `late` if they did not come in time; null if there are none. */
export type ShownFacets = (Facets & { asOf: string | null }) | "late" | null;
