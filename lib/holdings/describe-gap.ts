import type { BalanceCheck, GapReasonKind } from "@/lib/record/balance-check";
import { formatSigned } from "@/lib/values/decimals";

/** A change of balance that no row explains, in words. */
export type GapInWords = {
  /** For a chart: "412 from the employee plan", "+412 unexplained". */
  label: string;
  /** For a cell: "from the employee plan"; null if nothing explains it. */
  short: string | null;
  /** To follow the difference: "from an employee plan, exempt from reporting"; null if nothing explains it. */
  reason: string | null;
  /** The words it was read from, and their note or row (`0001365555-13-000001#F2`). */
  words: string | null;
  from: string | null;
};

const SHORT: Record<GapReasonKind, string> = {
  "employee plan": "from the employee plan",
  "dividend reinvestment": "from dividend reinvestment",
  split: "by a split",
  transfer: "transferred",
  amendment: "by an amendment",
  "missing filing": "in a missing filing",
  "reported later": "reported later",
  "next balance makes good": "reversed by an adjacent balance",
  "one balance for several rows": "one balance for several rows",
  "stated in a note": "by a footnote",
};

const LONG: Record<GapReasonKind, string> = {
  "employee plan": "from an employee plan, exempt from reporting",
  "dividend reinvestment": "from reinvested dividends, exempt from reporting",
  split: "because of a stock split",
  transfer: "moved to or from another holding line of the same owners",
  amendment: "one of the two balances was amended",
  "missing filing": "a filing between the two balances is not in this database",
  "reported later": "an earlier trade was reported only after this row",
  "next balance makes good":
    "the adjacent balance is out by the same amount in the other direction: one of the two may be a typing error",
  "one balance for several rows": "every row of this filing states the balance after the last of them",
  "stated in a note": "a footnote says why",
};

/** Kinds that only add: the number is shown without its sign. */
const ADDS: ReadonlySet<GapReasonKind> = new Set(["employee plan", "dividend reinvestment"]);

export function describeGap({ difference, reason }: Pick<BalanceCheck, "difference" | "reason">): GapInWords | null {
  const signed = formatSigned(difference);
  if (signed === null) return null;
  if (reason === null) return { label: `${signed} unexplained`, short: null, reason: null, words: null, from: null };
  const { kind, words, from } = reason;
  const amount = ADDS.has(kind) ? signed.replace(/^\+/, "") : signed;
  return { label: `${amount} ${SHORT[kind]}`, short: SHORT[kind], reason: LONG[kind], words, from };
}
