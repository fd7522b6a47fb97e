import { type Day, longDate } from "@/db/sample/calendar";
import type { Wording } from "@/db/sample/wording";

const SMALL_NUMBERS = ["zero", "one", "two", "three", "four", "five"];

export const optionVesting = (wording: Wording, years: number, first: Day): string =>
  wording.choose("option vesting", [
    `The option vests in ${SMALL_NUMBERS[years]} equal annual installments beginning on ${longDate(first)}, subject to continued service.`,
    `One-${years === 4 ? "fourth" : "third"} of the shares subject to the option become exercisable on ${longDate(first)} and on each anniversary of that date, provided the reporting person remains in service.`,
    `Exercisable as to ${years === 4 ? "25%" : "33 1/3%"} of the underlying shares on ${longDate(first)}, and as to the rest in equal yearly parts after that.`,
  ]);

export const unitVesting = (
  wording: Wording,
  kind: "yearly" | "quarterly",
  granted: Day,
  first: Day,
  steps: number,
): string => {
  const times =
    kind === "yearly"
      ? `${SMALL_NUMBERS[steps] ?? steps} equal annual installments`
      : `${steps} equal quarterly installments`;
  return wording.choose("unit vesting", [
    `The restricted stock units granted on ${longDate(granted)} vest in ${times}, the first on ${longDate(first)}, so long as the Reporting Person stays in the service of the Issuer. They have no expiration date.`,
    `Granted on ${longDate(granted)}. Vests in ${times} beginning ${longDate(first)}, subject to continued employment through each vesting date.`,
    `These units, awarded ${longDate(granted)}, vest and settle in ${times} starting on ${longDate(first)}; unvested units are forfeited when service ends.`,
  ]);
};

/** For filers that carry all awards as one balance: the same words for every award. */
export const unitsVestAsAwarded = (wording: Wording): string =>
  wording.choose("vesting as awarded", [
    "The units vest on the dates stated in the award agreements under which they were granted, and do not expire.",
    "Vesting follows the schedule of each award. The restricted stock units have no expiration date.",
  ]);

export const eachUnitIsAShare = (wording: Wording): string =>
  wording.choose("each unit", [
    "Each restricted stock unit represents a contingent right to receive one share of the Issuer's common stock.",
    'Each restricted stock unit ("RSU") is the economic equivalent of one share and is settled in stock upon vesting.',
    "Restricted stock units convert into common stock on a one-for-one basis.",
  ]);

export const awardInTableI = (wording: Wording, granted: Day, first: Day, steps: number): string =>
  wording.choose("award in table I", [
    `Award of restricted stock units under the Issuer's equity incentive plan. The units vest in ${SMALL_NUMBERS[steps] ?? steps} equal parts, the first on ${longDate(first)}.`,
    `Represents restricted stock units ("RSUs") granted ${longDate(granted)}, each worth one share of common stock on vesting. The RSUs vest in ${SMALL_NUMBERS[steps] ?? steps} equal installments from ${longDate(first)} on.`,
  ]);

export const withheldForTax = (wording: Wording): string =>
  wording.choose("withheld", [
    "Shares withheld by the Issuer to satisfy tax withholding obligations upon the vesting of restricted stock units.",
    "Represents shares withheld by the Company to pay taxes due on the vesting of an equity award. No shares were sold.",
    "The Issuer retained these shares to cover the tax liability arising from the settlement of the award.",
    "Net share settlement: shares were surrendered to the issuer for payment of taxes on vested units.",
  ]);

export const soldForTax = (wording: Wording): string =>
  wording.choose("sold for tax", [
    "Shares sold to cover tax withholding obligations on the vesting of restricted stock units. The sale is required by the award's terms and is not at the discretion of the reporting person.",
    'The sale was made in a "sell to cover" transaction mandated by the Issuer to pay withholding taxes on vested units.',
  ]);

export const performanceEarned = (wording: Wording, granted: Day, percent: number): string =>
  wording.choose("performance", [
    `Performance stock units granted on ${longDate(granted)} were earned at ${percent}% of target, as certified by the compensation committee.`,
    `Shares issued for performance share units awarded ${longDate(granted)}. The committee determined that ${percent}% of the target award was earned over the three-year period.`,
  ]);

export const performanceAtGrant = (ends: Day): string =>
  `Performance units, shown at target. Between 0% and 200% may be earned by total shareholder return against a group of peers over the period ending ${longDate(ends)}.`;

export const freeOfCharge = (wording: Wording): string =>
  wording.choose("free", [
    "The shares were awarded for no cash consideration.",
    "No price was paid for the award, which was granted as compensation.",
    "Not applicable; nothing was paid for the shares.",
  ]);

export const directorAward = (wording: Wording, vests: Day): string =>
  wording.choose("director award", [
    `Annual award to non-employee directors. The units vest in full on ${longDate(vests)} or, if earlier, at the next annual meeting of stockholders.`,
    `Equity retainer for service on the board, granted to each non-employee director; it vests on ${longDate(vests)}.`,
    `Shares of deferred stock granted under the directors' compensation program. Vesting takes place on ${longDate(vests)}.`,
  ]);

export const phantomStock = (wording: Wording): string =>
  wording.choose("phantom", [
    "Each phantom stock unit is worth one share of common stock and is payable in cash after the director leaves the board.",
    "Units credited under the Deferred Compensation Plan for Directors in place of cash fees; they convert 1-for-1.",
  ]);

export const phantomDividends = "Includes units credited as dividend equivalents.";
