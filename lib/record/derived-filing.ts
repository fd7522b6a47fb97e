import type { BalanceCheck } from "./balance-check";
import type { Implausible } from "./implausible";
import type { PriceRange, StatedFacts, TaxWithholding } from "./stated-facts";

/** How the original of an amendment was found, or why none was. */
export type AmendmentBasis =
  | "owners, form, period and original date"
  | "owners, form and original date"
  | "owners, form and period"
  | "owners, form, period and rows"
  | "original not held"
  | "several filings fit";

/** What an amendment amends. */
export type AmendmentLink = {
  /** Accession number of the original, at the root of a chain of amendments; null if it is unknown or not in this database. */
  amends: string | null;
  basis: AmendmentBasis;
};

/** How late a filing is, under the rule for its form. */
export type Lateness = {
  /**
   * Business days from the trade to the filing date, for the row that was due first. A deemed execution date replaces the trade
   * date.
   */
  days: number;
  /** The last day on which the filing was on time. */
  due: string;
  late: boolean;
};

/** The same for a row that had a due date of its own, with the date from which days are counted. */
export type RowLateness = Lateness & { countedFrom: "transactionDate" | "deemedExecutionDate" };

/** The same as it is stored: a row was filed on the day of its filing. */
export type RowDelay = Pick<Lateness, "days" | "due"> & { fromDeemedDate?: true };

/**
 * Whether a purchase or sale was under a 10b5-1 plan, according to the form's box or a footnote that names a plan. Otherwise it
 * is not indicated, or the form is older than the box and its footnotes name no plan.
 */
export type PlanState = "box" | "note" | "not indicated" | "no box";

export type RowPlan = {
  state: PlanState;
  /** The day on which the plan was adopted, according to a footnote. */
  adoptedOn: string | null;
  /** The footnote that mentions the plan (`F1`), and its words. */
  footnoteId: string | null;
  words: string | null;
};

/** What the footnotes of a reported price say about it. */
export type PriceReading = {
  /** True if the price is an average. */
  isAverage: boolean;
  /** The range of prices that the footnotes state, if there is only one and it contains the price. */
  range: PriceRange | null;
  /** The footnote that says so. */
  footnoteId: string;
};

/** What the box and the footnotes say about a purchase or sale (code P or S). */
export type TradeReading = {
  /** Null if nothing says that it is under a plan. */
  plan: RowPlan | null;
  /** ISO 4217 code if a footnote on the price says that it is not in US dollars; otherwise null. */
  currency: string | null;
  /** Null if no footnote on the price describes it. */
  price: PriceReading | null;
  /** What the shares were sold to pay, according to the footnotes; empty if they do not say. */
  covers: TaxWithholding["purpose"];
};

/** Whether trades are routine, after Cohen, Malloy and Pomorski; unclassified without a trade in each of the three years before. */
export const TRADE_LABELS = ["routine", "opportunistic", "unclassified"] as const;
export type TradeLabel = (typeof TRADE_LABELS)[number];

/** How a market purchase or sale of shares compares with the trades of its owners in the same issuer. */
export type TradeHistory = {
  label: TradeLabel;
  /** For a routine trade: the calendar months (1 to 12) with a trade in each of the three years before. */
  routineMonths: number[];
  /** Whether it is a purchase, and none of its owners has an earlier one in our records. */
  isFirst: boolean;
  /** Whether it is a purchase, and none of its owners has one in our records in the two years before it. */
  isFirstInTwoYears: boolean;
};

/**
 * What a row forms with others of its owners: options exercised and shares sold on the same day, or a gift after which the holding
 * fell.
 */
export const ROW_PATTERNS = ["exercise-and-sale", "gift-before-fall"] as const;
export type RowPattern = (typeof ROW_PATTERNS)[number];

/** Several reports of one trade. */
export type RowEvent = {
  /** The row that counts: `0001365555-13-000001#I-2`. */
  counted: string;
  /** Accession numbers of all filings that report the trade, the counted one first. */
  filings: string[];
  /** CIKs of all their owners. */
  owners: string[];
};

/** What we conclude about a row. */
export type DerivedRow = {
  /**
   * The row of the amendment that replaced this one (`0001365555-13-000002#I-1`), at the end of a chain; null while it is
   * current.
   */
  supersededBy: string | null;
  /** Null if this row is the only report of its trade. */
  event: RowEvent | null;
  /** The row at which its holding line begins; null if the row states no balance in shares or is superseded. */
  holdingLine: string | null;
  /** Its place on the line, from 1. */
  linePosition: number | null;
  /** Null if the row states no balance or is superseded. */
  check: BalanceCheck | null;
  /** Null if the filing says nothing about it. */
  trade: TradeReading | null;
  /** Null if nothing contradicts its figures. */
  implausible: Implausible | null;
  /** How late the row was; null if it had no due date of its own, or a date is unknown. */
  lateness: RowLateness | null;
  /** Null unless it is a current market purchase or sale of shares with a possible date. */
  history: TradeHistory | null;
  /** Null if it forms none. */
  pattern: RowPattern | null;
  /** How many insiders bought, or sold, in the cluster that the row is part of; null if it is part of none. */
  clusterInsiders: number | null;
};

/** A row about which we conclude nothing. */
export const NOTHING_DERIVED: DerivedRow = {
  supersededBy: null,
  event: null,
  holdingLine: null,
  linePosition: null,
  check: null,
  trade: null,
  implausible: null,
  lateness: null,
  history: null,
  pattern: null,
  clusterInsiders: null,
};

/**
 * Whether a row is the report by which its trade counts: not superseded, and the first of the reports of its trade. Totals leave out
 * some of these rows because of their figures: see `countedTrade`.
 */
export const isCounted = (key: string, { supersededBy, event }: DerivedRow): boolean =>
  supersededBy === null && (event === null || event.counted === key);

/** What we conclude about a filing and, by row id (`I-2`), about its rows. */
export type DerivedFiling = {
  /** Null for a filing that is not an amendment. */
  amendment: AmendmentLink | null;
  /** The last amendment of this filing; null if there is none. */
  amendedBy: string | null;
  lateness: Lateness | null;
  rows: Readonly<Record<string, DerivedRow>>;
  /** What its footnotes state, by their ids, and its remarks under `REMARKS`. Footnotes that state nothing are left out. */
  facts: NoteFacts;
  /** True while the filing waits to be derived for the first time or again. Until then, facts may be missing. */
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
