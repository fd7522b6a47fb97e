import type { Continuity } from "./continuity";

/** Why a balance does not follow from the one before, as far as a filing says. */
export type GapReasonKind =
  /** Shares bought under an employee stock purchase plan, a 401(k) or the like, exempt from reporting. */
  | "employee plan"
  | "dividend reinvestment"
  | "split"
  /** Moved from or to another line of the same owners. */
  | "transfer"
  /** The balance before was amended, or this row's was. */
  | "amendment"
  /** A filing between the two is known of and not held. */
  | "missing filing"
  /** A trade before it was reported only after it, so that this balance could not hold it. */
  | "reported later"
  /** The next balance makes good for the difference: one of the two may be a slip of the pen. */
  | "next balance makes good"
  /** Every row of the line in this filing states the balance after the last of them. */
  | "one balance for several rows"
  /** A note says so in other words. */
  | "stated in a note";

export type GapReason = {
  kind: GapReasonKind;
  /** The words it was read from; null where it was read from rows. */
  words: string | null;
  /** The note (`0001365555-13-000001#F2`) or row (`0001365555-13-000001#I-3`) that says so. */
  from: string;
};

/** The balance that a row is checked against, and where it was reported. */
type PriorBalance = {
  balance: string;
  accessionNumber: string;
  /** `I-2` */
  row: string;
};

/** Does a row's balance follow from the one before on its holding line, and if not, why. */
export type BalanceCheck = Omit<Continuity, "reason"> & {
  prior: PriorBalance | null;
  /** What is missing, where the balance is not comparable. */
  missing: "balance" | "shares" | "acquiredDisposedCode" | "rows between" | null;
  /** Of a gap alone; null while nothing explains it. */
  reason: GapReason | null;
};
