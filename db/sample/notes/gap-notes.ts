import { type Day, longDate } from "@/db/sample/calendar";
import { groupedText, type TenThousandths } from "@/db/sample/ten-thousandths";
import type { Wording } from "@/db/sample/wording";

export const purchasePlan = (wording: Wording, shares: TenThousandths, on: Day): string =>
  wording.choose("purchase plan", [
    `Includes ${groupedText(shares)} shares acquired under the Issuer's Employee Stock Purchase Plan on ${longDate(on)}.`,
    `The balance reflects ${groupedText(shares)} shares bought through the Company's employee stock purchase plan on ${longDate(on)}, a transaction exempt from reporting.`,
    `Includes shares acquired in an exempt ESPP purchase (${groupedText(shares)} shares).`,
  ]);

export const reinvestment = (wording: Wording): string =>
  wording.choose("reinvestment", [
    "Includes shares acquired through the reinvestment of dividends.",
    "Amount includes shares purchased with reinvested dividends since the last report, exempt under Rule 16a-11.",
    "Balance adjusted for quarterly dividend reinvestment.",
  ]);

export const splitAdjusted = (ratio: string, on: Day): string =>
  `Share numbers reflect the ${ratio} stock split effected on ${longDate(on)}.`;

export const reverseSplitAdjusted = (ratio: string, on: Day): string =>
  `Adjusted for the ${ratio} reverse stock split that took effect on ${longDate(on)}; fractions were paid out in cash.`;
