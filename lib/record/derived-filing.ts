import type { BalanceCheck } from "./balance-check";
import type { PriceRange, StatedFacts, TaxWithholding } from "./stated-facts";

/** How an amendment's original was found, in words; or why none is named. */
export type AmendmentBasis =
  | "owners, form, period and original date"
  | "owners, form and original date"
  | "owners, form and period"
  | "owners, form, period and rows"
  | "original not held"
  | "several filings fit";

/** What an amendment amends. */
export type AmendmentLink = {
  /** Accession number of the original, at the root of a chain of amendments; null where it is not held or not told. */
  amends: string | null;
  basis: AmendmentBasis;
};

/** How late a filing is, by the rule of its form. */
export type Lateness = {
  /** Business days from the trade (or deemed) date of its latest row to filing. */
  days: number;
  /** The last day that was on time. */
  due: string;
  late: boolean;
};

/**
 * Whether a purchase or sale was under a 10b5-1 plan, and who says so: the form's box, a note that names a plan, nobody;
 * or a form from before it had the box, whose notes name none.
 */
export type PlanState = "box" | "note" | "not indicated" | "no box";

export type RowPlan = {
  state: PlanState;
  /** The day a note says the plan was adopted. */
  adoptedOn: string | null;
  /** The note that speaks of the plan (`F1`), and its words. */
  footnoteId: string | null;
  words: string | null;
};

/** What the notes at a reported price say of it. */
export type PriceReading = {
  /** That it is an average. */
  isAverage: boolean;
  /** The one range of prices that they state, where the price lies in it. */
  range: PriceRange | null;
  /** The note that says so. */
  footnoteId: string;
};

/** What the box and the notes say of a purchase or sale (code P or S). */
export type TradeReading = {
  /** Null where it is not under a plan, as far as is said. */
  plan: RowPlan | null;
  /** ISO 4217 code where a note to the price says that it is in another currency than US dollars; else null. */
  currency: string | null;
  /** Null where no note at the price speaks of it. */
  price: PriceReading | null;
  /** What its notes say the shares were sold to pay; empty where they say nothing of it. */
  covers: TaxWithholding["purpose"];
};

/** Several reports of one trade. */
export type RowEvent = {
  /** The row that counts: `0001365555-13-000001#I-2`. */
  counted: string;
  /** Accession numbers of all filings that report it, the counted one first. */
  filings: string[];
  /** CIKs of all their owners. */
  owners: string[];
};

/** What we conclude of a row. */
export type DerivedRow = {
  /** The row of an amendment that took its place (`0001365555-13-000002#I-1`), at the end of a chain; null while it stands. */
  supersededBy: string | null;
  /** Null where one row is all there is of a trade. */
  event: RowEvent | null;
  /** The row at which its holding line begins; null where it states no balance in shares or is superseded. */
  holdingLine: string | null;
  /** Its place on the line, from 1. */
  linePosition: number | null;
  /** Null where it states no balance or is superseded. */
  check: BalanceCheck | null;
  /** Null where nothing of it is said. */
  trade: TradeReading | null;
};

/** A row of which nothing is concluded. */
export const NOTHING_DERIVED: DerivedRow = {
  supersededBy: null,
  event: null,
  holdingLine: null,
  linePosition: null,
  check: null,
  trade: null,
};

/** Whether a row counts in lists and totals: it is not superseded, and of the reports of its trade it is the first. */
export const isCounted = (key: string, { supersededBy, event }: DerivedRow): boolean =>
  supersededBy === null && (event === null || event.counted === key);

/** What we conclude of a filing, and by row id (`I-2`) of its rows. */
export type DerivedFiling = {
  /** Null for a filing that is no amendment. */
  amendment: AmendmentLink | null;
  /** The last amendment of it; null while there is none. */
  amendedBy: string | null;
  lateness: Lateness | null;
  rows: Readonly<Record<string, DerivedRow>>;
  /** What its notes state, by their ids, and its remarks under `REMARKS`; one that states nothing is left out. */
  facts: NoteFacts;
  /** Whether it is still to be derived, or derived again: until then, facts may be missing. */
  isWaiting: boolean;
};

export type NoteFacts = ReadonlyMap<string, StatedFacts>;

export const UNDERIVED_FILING: DerivedFiling = {
  amendment: null,
  amendedBy: null,
  lateness: null,
  rows: {},
  facts: new Map(),
  isWaiting: true,
};
