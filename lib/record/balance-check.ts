import type { Continuity } from "./continuity";

/** Why a balance does not follow from the previous one, according to a filing. */
export type GapReasonKind =
  /** Shares bought under an employee stock purchase plan, a 401(k) or the like, exempt from reporting. */
  | "employee plan"
  | "dividend reinvestment"
  | "split"
  /** Moved to or from another holding line of the same owners. */
  | "transfer"
  /** The previous balance or this one was amended. */
  | "amendment"
  /** We know of a filing between the two, but it is not in this database. */
  | "missing filing"
  /** An earlier trade was reported only after this balance, which therefore leaves it out. */
  | "reported later"
  /** The next balance makes up the difference, so one of the two may be a typing error. */
  | "next balance makes good"
  /** Every row of the line in this filing states the same balance, the one after its last row. */
  | "one balance for several rows"
  /** A footnote gives another reason. */
  | "stated in a note";

export type GapReason = {
  kind: GapReasonKind;
  /** The words that give the reason; null if it was inferred from rows. */
  words: string | null;
  /** The footnote (`0001365555-13-000001#F2`) or row (`0001365555-13-000001#I-3`) that gives the reason. */
  from: string;
};

/** The balance that a row is checked against, and its source. */
type PriorBalance = {
  balance: string;
  accessionNumber: string;
  /** `I-2` */
  row: string;
};

/** Whether a row's balance follows from the previous one on its holding line and, if not, why. */
export type BalanceCheck = Omit<Continuity, "reason"> & {
  prior: PriorBalance | null;
  /** What is missing, if the balance is not comparable. */
  missing: "balance" | "shares" | "acquiredDisposedCode" | "rows between" | null;
  /** Only for a gap; null if nothing explains it. */
  reason: GapReason | null;
};
