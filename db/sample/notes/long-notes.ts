export const general = "See the explanation of responses as a whole.";
export const onTitle = "The shares carry one vote each and have a par value of $0.001.";
export const onDate = "The date is that of the trade; settlement followed two business days later.";
export const onCode = "Executed by a broker on the reporting person's instruction.";
export const onAmount = "The number has been rounded down to whole shares.";
export const onPrice = "Before commissions and fees.";
export const onBalance = "Does not include unvested awards that are reported in Table II.";
export const onOwnership = "Held in an account in the reporting person's own name.";
export const noneEarned = "No shares were earned, as the performance goal for the period was not met.";
export const looseNote =
  "The reporting person has agreed to give the Issuer any short-swing profit under Section 16(b).";
export const brackets =
  'Holdings below the reporting threshold (<1% of the class) are not shown; lots of > 100 shares were sold "at the market".';
export const foreignLetters =
  "The account is held with Crédit Agèle & Søn, a broker in Zürich; the reporting person’s trustee is José Peña.";
export const totalAsPrice = "The amount shown is the total consideration for all shares sold, not a price per share.";

const MOST_CHARACTERS = 1000;

/** Notes are limited to 1,000 characters: a longer one is cut at a word, and goes on in the next. */
export function structureInTwoParts(company: string): [string, string] {
  const text = [
    `The reporting persons may be deemed to be members of a group that holds securities of ${company} and acts together in voting them.`,
    "The funds are managed by an investment adviser under agreements that leave to the adviser all decisions to vote and to dispose of what the funds hold.",
    "The general partner of each fund is a limited liability company whose managing members act by majority; none of them alone can direct a vote or a sale.",
    "Certain of the managing members also hold interests in the funds through vehicles for estate planning, and are entitled to a part of the gains of the funds, which is computed over the life of each fund and cannot be stated for a single company.",
    "Securities received for service on a board of directors are held for the benefit of the adviser under its policies, and the persons who received them have no right to the proceeds.",
    "The figures reported here leave out securities held in accounts over which the adviser has no discretion, and securities lent to third parties under agreements that let the lender call them back at any time on three days' notice.",
    "Each reporting person disclaims beneficial ownership of all securities reported here except to the extent of a pecuniary interest in them.",
  ].join(" ");
  const cut = text.lastIndexOf(" ", MOST_CHARACTERS);
  return [text.slice(0, cut), text.slice(cut + 1)];
}

export const longRemarks = (company: string): string =>
  [
    `This report is filed by several persons with respect to the securities of ${company} that they hold.`,
    "The persons have agreed in writing that one report be filed for all of them, and the agreement is kept with their earlier reports.",
    "None of them is responsible for what the report says of another, unless that person knows or has reason to believe that it is wrong.",
    "Each has given a power of attorney to the officers of the manager, to sign and file such reports until it is revoked in writing.",
    "Two of the persons are organized under the laws of other countries and have named an agent in the United States to receive process.",
    "The report does not speak of securities that are held by employees of the manager for their own account, nor of those in index products that are run by affiliates behind an information barrier.",
    "Amounts in currencies other than the dollar have been converted at the rates of the day on which the trade was made, and totals may differ by the rounding of their parts.",
    "Where a note to a price gives a range, the price is an average, weighted by the number of shares; the trades behind it will be set out for the staff of the Commission, for the Issuer, or for a holder of its securities who asks for them.",
    "The manager's policy forbids short sales of securities of companies on whose boards its people sit, and the pledge of such securities, and none of the securities reported here are pledged.",
    "Persons who have ceased to be members of the general partner since the last report are no longer named; their interests were taken over by the remaining members in proportion to what each held before.",
    "A reader who wants to know what a group holds in all should not add up the rows of the separate reports, as the same shares stand in each of them.",
  ].join(" ");
