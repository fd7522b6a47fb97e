import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const names = (text: string) => (readFact("holders", text)?.value ?? []).map(({ name }) => name);

const reads = (cases: readonly (readonly [string, string[]])[]) =>
  test.each(cases)("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

describe("a day is no holder", () => {
  reads([
    ["Includes shares purchased through the Employee Stock Purchase Plan through January 20, 2025.", []],
    ["The shares were purchased through the dividend reinvestment plan through March 31, 2021.", []],
    ["Shares held through December 31, 2022 may be sold.", []],
    ["Shares purchased for his account in December 2008 by a broker under an award in December 2009.", []],
    ["THESE SHARES WERE SOLD AT PRICES WITHIN THE RANGES SET FORTH IN THIS FOOTNOTE.", []],
    ["Held by the May 12 Trust.", ["May 12 Trust"]],
  ]);
});

describe("units of a company that is not the issuer", () => {
  reads([
    [
      "The Trust purchased 99,000 Class B (Nonvoting) Membership Units in Roe Holdings, LLC, in which the reporting person's father owned all of the Class B (Nonvoting) Membership Units.",
      [],
    ],
    ["His brother owns all of the membership interests in Roe LLC, which holds the shares.", ["Roe LLC"]],
    [
      "The reporting person is not a manager of the Family LLC and has no dispositive power over the shares of common stock of Roe Foods, Inc. owned by the Family LLC.",
      ["Family LLC"],
    ],
    [
      'Sold to cover tax on the issuance of common stock of Roe Holdings Inc. (the "Company") exchanged for shares of Doe Systems Inc.',
      [],
    ],
    [
      'The Trust purchased 99,900 Class B Membership Units in Roe-Doe Holdings, LLC, a limited liability company in which the reporting person\'s father owned all of the Class B Membership Units (the "Family LLC"). The shares are owned by the Family LLC.',
      ["Roe-Doe Holdings, LLC"],
    ],
    ["The reporting person's 18 year old son sold these shares.", ["reporting person's 18 year old son"]],
    ["The reporting person's sister owned 5,000 shares of the issuer.", ["reporting person's sister"]],
  ]);
});

describe("swaps and sales to the issuer", () => {
  reads([
    ["Roe Fund has entered into certain cash-settled total return swap agreements with a bank.", ["Roe Fund"]],
    ["Roe Partners has entered into a prepaid forward contract covering 50,000 shares.", ["Roe Partners"]],
    ["The reporting person entered into a swap with Roe Bank.", []],
    ["Roe Advisors entered into an investment management agreement with Doe Fund LP.", []],
    ["The reported sales are between the Issuer and Roe Top Holdings, Inc.", ["Roe Top Holdings, Inc."]],
    ["The transaction was between the Roe Trust and the Issuer.", ["Roe Trust"]],
    ["The agreement is between the Issuer and Roe LLC.", []],
  ]);
});

describe("names that no form or kind shows", () => {
  reads([
    ["The sales were effected by Roe Advocacy pursuant to its Rule 10b5-1 trading plan.", ["Roe Advocacy"]],
    ["The sales were executed by Roe Brothers pursuant to a Rule 10b5-1 plan.", []],
    [
      'The sales were effected by John Roe, Trustee and Settlor of the Roe Initiative Foundation ("RI Foundation"), pursuant to its Rule 10b5-1 trading plan.',
      ["Roe Initiative Foundation"],
    ],
    [
      "The sales were effected by John Roe, Trustee of the Roe 2014 GRAT No. 2, dated 5/8/2014 and John Roe, Trustee of the Roe 2014 GRAT No. 3, dated 5/8/2014.",
      ["Roe 2014 GRAT No. 2, dated 5/8/2014", "Roe 2014 GRAT No. 3, dated 5/8/2014"],
    ],
    ["Roe Trust Company, N.A., trustee of the Issuer's grantor trust, holds the shares.", ["Issuer's grantor trust"]],
    ["The sales were made by his wife and his son as trustees of the Roe Trust.", ["Roe Trust"]],
    [
      "Excludes 250,000 shares previously owned directly which were contributed to Grantor Retained Annuity Trust #9.",
      ["Grantor Retained Annuity Trust #9"],
    ],
    ["Excludes 250,000 shares held by Grantor Retained Annuity Trust #9.", []],
  ]);
});
