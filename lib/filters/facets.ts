import { DOCUMENT_TYPES } from "@/lib/edgar/document-rules";
import { ROW_PATTERNS, TRADE_LABELS } from "@/lib/record/derived-filing";
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

/** Transactions, and the filings that report them. */
export type Tally = { trades: number; filings: number };

/** What a filter would find with each of its choices, and otherwise as it is. */
export type Facet = {
  /** Without this filter. */
  any: Tally;
  /** In the order of `FACETS`. */
  choices: (Tally & { value: string })[];
  /** What would be found without this filter, and with none of its choices. */
  none: Tally;
};

/** The counts of a list of transactions. */
export type Facets = { found: Tally; facets: Record<FacetName, Facet> };

/** As lists show them: with the time of the counts if they are behind; `late` if they did not come in time; null if there are none. */
export type ShownFacets = (Facets & { asOf: string | null }) | "late" | null;
