import { type Day, longDate } from "@/db/sample/calendar";
import { dollars, type TenThousandths } from "@/db/sample/ten-thousandths";

export const convertsAtOffering = (series: string): string =>
  `Each share of ${series} converted automatically into one share of common stock immediately before the closing of the Issuer's initial public offering, and had no expiration date.`;

export const boughtInOffering = "Purchased from the underwriters in the Issuer's initial public offering.";

export const classBConverts = (wording: { choose<T>(matter: string, variants: readonly T[]): T }): string =>
  wording.choose("class B", [
    "Class B Common Stock converts into Class A Common Stock share for share at any time at the holder's option, and automatically upon transfer, with few exceptions. It does not expire.",
    "Each share of Class B Common Stock may be converted at any time into one share of Class A Common Stock and has no expiration date.",
  ]);

export const tendered = (bidder: string, price: TenThousandths, on: Day): string =>
  `On ${longDate(on)} the shares were tendered in the offer by ${bidder} and accepted for payment at ${dollars(price)} per share in cash, without interest.`;

export const cashedOutOption = (price: TenThousandths): string =>
  `Cancelled at the effective time of the merger in exchange for cash equal to the excess of ${dollars(price)} over the exercise price, times the number of shares, less taxes.`;

export const cashedOutShares = (price: TenThousandths, on: Day): string =>
  `Under the merger agreement, on ${longDate(on)} each share was converted into the right to receive ${dollars(price)} in cash.`;

export const distribution = (fund: string): string =>
  `Pro rata distribution by ${fund} to its partners, for no consideration, in accordance with its partnership agreement.`;

export const received = (fund: string): string =>
  `Received in a pro rata distribution from ${fund} for no consideration, exempt under Rule 16a-9.`;

export const swapNote = (shares: string, bank: string): string =>
  `The reporting persons are parties to cash-settled total return swaps with ${bank} that give economic exposure to ${shares} shares. The swaps carry no right to vote the shares or to direct their disposal.`;

export const voluntaryPooling = "Deposited in the Fernhollow Voting Trust in exchange for voting trust certificates.";

export const adsNote = (ratio: string): string =>
  `American Depositary Shares ("ADSs"), each representing ${ratio} ordinary shares of the Issuer.`;

export const opUnits = (company: string): string =>
  `Units of limited partnership interest in the operating partnership of ${company}, redeemable for cash or, at the issuer's choice, for common shares one-for-one. They have no expiration date.`;
