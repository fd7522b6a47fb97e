import type { Random } from "@/db/sample/random";
import type { Wording } from "@/db/sample/wording";

/** A signature by somebody who holds a power of attorney. */
export const signedBy = (wording: Wording, attorney: string, signature: string): string =>
  wording.choose("attorney", [
    `/s/ ${attorney}, Attorney-in-Fact for ${signature}`,
    `/s/ ${attorney}, as attorney-in-fact for ${signature}`,
    `/s/ ${attorney}, by power of attorney for ${signature}`,
    `/s/ ${signature}, by ${attorney}, Attorney-in-Fact`,
    `${signature} by: /s/ ${attorney}, POA`,
  ]);

export const lateRemark = (wording: Wording, random: Random): string =>
  random.pick([
    "This report is filed late because of an administrative error.",
    `${wording.choose("late", ["The Issuer", "The Company"])} learned of this transaction only after the due date; the report is therefore late.`,
    "Filed late owing to a delay in the broker's confirmation.",
    "The filing was delayed while EDGAR access codes for the reporting person were renewed.",
  ]);

export const powerOfAttorney = "Exhibit 24 - Power of Attorney.";

export const correctionRemark = (random: Random, filed: string, what: string): string =>
  random.pick([
    `This amendment corrects ${what} in the Form 4 filed on ${filed}. All other entries are unchanged.`,
    `The Form 4 filed ${filed} misstated ${what}. It is restated here in full.`,
    `Amended to correct ${what}, which was misstated through a clerical error in the original filing of ${filed}.`,
  ]);

export const additionRemark = (random: Random, filed: string): string =>
  random.pick([
    `This amendment adds one transaction that was left out of the Form 4 filed on ${filed}. What that form reported is not repeated.`,
    `Filed to report a transaction of the same day that the original filing of ${filed} did not include.`,
  ]);

export const holdingsRemark = (random: Random, filed: string): string =>
  random.pick([
    `This amendment is filed only to report indirect holdings that were left out of the filing of ${filed}.`,
    `The original filing of ${filed} omitted the holdings shown here. No transaction is amended.`,
  ]);
