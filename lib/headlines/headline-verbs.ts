import type { ReportedRow } from "@/lib/record/reported-row";
import type { TransferKind } from "@/lib/record/stated-facts";
import { parseDecimal } from "@/lib/values/decimal";
import type { StatedMovement } from "./stated-movement";

/** The words before and after the amount: "had" … "withheld". */
export type Verb = {
  before: string;
  after: string;
  /** The same as a noun, for what somebody reports but may not have done: "the withholding of". */
  noun: { before: string; after: string } | null;
};

export type VerbContext = {
  isOption: boolean;
  isPair: boolean;
  isPlural: boolean;
} & StatedMovement;

const verb = (before: string, after = "", noun: string | null = null, nounAfter = after): Verb => ({
  before,
  after,
  noun: noun === null ? null : { before: noun, after: nounAfter },
});

/** @param after where the securities went: "to Marsh Family Trust" */
export const transferVerb = (after: string): Verb => verb("transferred", after, "a transfer of");

/** Where a transfer went that only a footnote describes. */
const TO: Partial<Record<TransferKind, string>> = {
  to_trust: "to a trust",
  to_family: "to family",
  to_entity: "to an entity",
};

const ACQUISITION = "an acquisition of";
const DISPOSAL = "a disposal of";

/** The verb of a row, no stronger than its code and letter. If these contradict each other, the verb says so. */
export function verbOf(row: ReportedRow, context: VerbContext): Verb {
  const letter = row.acquiredDisposedCode.value;
  const code = row.transactionCode;
  if (code === null)
    return letter === "A"
      ? verb("acquired", "", ACQUISITION)
      : letter === "D"
        ? verb("disposed of", "", DISPOSAL)
        : verb("reported");
  if (letter === "A") return acquired(code, row, context);
  if (letter === "D") return disposed(code, row, context);
  return verb("reported", `under code ${code}`);
}

function acquired(code: string, row: ReportedRow, { isOption, isPair, isPlural, transfer, award }: VerbContext): Verb {
  switch (code) {
    case "P":
      return verb("bought", "", "a purchase of");
    case "M":
    case "X":
    case "O":
      if (isPair && isOption) return verb("exercised options on", "", "an exercise of options on");
      return verb("acquired", isPriced(row) || code !== "M" ? "by exercise" : "by conversion", ACQUISITION);
    case "C":
      return verb("acquired", "by conversion", ACQUISITION);
    case "A":
      if (isGrant(row, award)) return verb(isPlural ? "were granted" : "was granted", "", "a grant of");
      return award === "no consideration"
        ? verb("acquired", "from the issuer without payment", "an acquisition from the issuer of", "without payment")
        : verb("acquired", "from the issuer", "an acquisition from the issuer of", "");
    case "G":
      return transfer === null
        ? verb("received", "as a gift", "the receipt of")
        : verb("received", "by transfer", "the receipt of");
    case "W":
      return verb("received", "by inheritance", "the receipt of");
    case "L":
      return verb("acquired", "as a small acquisition", "a small acquisition of", "");
    case "K":
      return verb("acquired", "in an equity swap", ACQUISITION);
    case "S":
      return verb("reported", "under code S, marked acquired");
    default:
      if (transfer === "distribution") return verb("received", "in a distribution", "the receipt of");
      return verb("acquired", `(code ${code})`, ACQUISITION);
  }
}

function disposed(code: string, row: ReportedRow, { isOption, transfer, surrender }: VerbContext): Verb {
  switch (code) {
    case "S":
      return verb("sold", "", "a sale of");
    case "M":
    case "X":
    case "O":
      if (row.tableNumber === "II" && isOption) return verb("exercised options on", "", "an exercise of options on");
      return code === "M"
        ? verb("exercised or converted", "", "an exercise or conversion of")
        : verb("exercised", "", "an exercise of");
    case "C":
      return verb("converted", "", "a conversion of");
    case "F":
      return verb("had", "withheld", "the withholding of", "");
    case "D":
      return verb("returned", "to the issuer", "the return of");
    case "G":
      return transfer === null ? verb("gave", "as a gift", "a gift of", "") : transferVerb(TO[transfer] ?? "");
    case "W":
      return verb("passed on", "by inheritance", "a transfer of");
    case "U":
      return verb("tendered", "", "a tender of");
    case "K":
      return verb("disposed of", "in an equity swap", DISPOSAL);
    case "P":
      return verb("reported", "under code P, marked disposed of");
    default:
      if (transfer === "distribution") return verb("distributed", "", "a distribution of");
      if (surrender === "redeemed") return verb("surrendered", "for redemption", "a surrender of");
      if (surrender === "forfeited") return verb("forfeited", "", "a forfeiture of");
      return verb("disposed of", `(code ${code})`, DISPOSAL);
  }
}

const isPriced = (row: ReportedRow): boolean => parseDecimal(row.pricePerShare.value)?.gt(0) ?? false;

/**
 * Code A covers whatever is acquired from the issuer (Rule 16b-3(d)). An award is the owner's own, and a price beside it is what it was
 * worth (0001415889-24-001999). What a fund or trust acquires in this way, it got in a merger (0000899243-18-015035) or paid for
 * (0001494727-18-000003). With a price, it is therefore an award only if a footnote says so.
 */
export const isGrant = (row: ReportedRow, award: StatedMovement["award"]): boolean =>
  row.directOrIndirect.value !== "I" && (!isPriced(row) || award !== null);
