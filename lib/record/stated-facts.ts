import type { Span } from "./stated-spans";

/** A fact that a footnote states, with the place of its words in the text. For a list, one span per item, in the list's order. */
export type Stated<T> = { value: T; spans: Span[] };

/** Prices as written, without currency signs and thousands separators. The currency is an ISO code. */
export type PriceRange = { low: string; high: string; currency: string };

/** What the footnote says about a Rule 10b5-1 plan and the reported transactions. */
export type PlanUse = "made_under" | "not_under" | "mentioned";

/** Reported shares that were used to pay tax or an exercise price. Purposes are in alphabetical order. */
export type TaxWithholding = { method: "withheld" | "sold"; purpose: ("exercise_price" | "tax")[] };

export type Disclaimer = "full" | "except_pecuniary_interest" | "no_admission";

export type HolderKind =
  | "spouse"
  | "child"
  | "family"
  | "retirement_plan"
  | "foundation"
  | "llc"
  | "partnership"
  | "corporation"
  | "trust"
  | "fund"
  | "other";

/**
 * A vehicle or person, other than the reporting person, that holds or traded the reported securities, and the insider's role in
 * it.
 */
export type Holder = { name: string; kind: HolderKind; role: string | null };

/** When the reported securities vest or become exercisable: dates as `YYYY-MM-DD` or `YYYY-MM`, and the words that say so. */
export type Vesting = { first: string | null; last: string | null; schedule: string };

/** A named part of a reported number. */
export type IncludedComponent = {
  what: "rsu" | "psu" | "espp" | "drip" | "restricted_stock" | "401k" | "other";
  shares: string | null;
};

export type GiftRecipient = "donor_advised_fund" | "charity" | "trust" | "family" | "other";

export type TransferKind =
  | "to_trust"
  | "from_trust"
  | "to_family"
  | "to_entity"
  | "from_entity"
  | "distribution"
  | "divorce"
  | "inheritance"
  | "other";

/** Of securities from the issuer: that they were an award, pay or the settlement of an award, or that they cost nothing. */
export type Award = "award" | "no consideration";

/** How securities went back to the issuer. */
export type Surrender = "redeemed" | "forfeited";

/** New to old, as `10:1`, with the effective or distribution date. */
export type StatedSplit = { ratio: string; date: string | null };

export type ConversionRatio = { per: string; into: string; of: string };

/**
 * What one footnote states, by fact. Facts that it does not state are absent. Numbers are text as written, without thousands
 * separators; dates are `YYYY-MM-DD`, or `YYYY-MM` if only a month is written. Nothing is inferred: every fact has a span.
 */
export type StatedFacts = {
  weightedAverage?: Stated<true>;
  priceRanges?: Stated<PriceRange[]>;
  planUse?: Stated<PlanUse>;
  planAdopted?: Stated<string[]>;
  planModified?: Stated<string[]>;
  planTerminated?: Stated<string[]>;
  taxWithholding?: Stated<TaxWithholding>;
  disclaimer?: Stated<Disclaimer>;
  holders?: Stated<Holder[]>;
  vesting?: Stated<Vesting>;
  includedComponents?: Stated<IncludedComponent[]>;
  gift?: Stated<{ to: GiftRecipient | null }>;
  transfer?: Stated<{ kind: TransferKind }>;
  splits?: Stated<StatedSplit[]>;
  conversionRatios?: Stated<ConversionRatio[]>;
  exemptAcquisitions?: Stated<{ rule: string }[]>;
  /** That securities were sold in an underwritten offering. It is shown on the sale, and is not among the published facts. */
  underwritten?: Stated<true>;
  /** It is used in sentences about rows with code A, and is not among the published facts. */
  award?: Stated<Award>;
  /** The same for sentences about rows with code J. */
  surrender?: Stated<Surrender>;
};

export type FactName = keyof StatedFacts;
