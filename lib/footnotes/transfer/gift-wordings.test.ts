import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const read = (text: string) => {
  const fact = readFact("gift", text);
  return fact ? String(fact.value.to) : null;
};

describe("wordings of a gift and its recipient", () => {
  test.each([
    ["Given away, half to each of two nephews.", "family"],
    ["Represents a bona fide charitable gift for which no consideration was received.", "charity"],
    ["Bona fide gift.", "null"],
    ["Gift", "null"],
    ["Gift to the reporting person's domestic partner.", "family"],
    ["Gift to his aunt.", "family"],
    ["Gift of 100 shares to his ex-wife.", "other"],
    ["Represents a gift for which no consideration was received.", "null"],
    ["Shares gifted by the reporting person.", "null"],
    ["Charitable donation.", "charity"],
    ["Gift to a charitable organization.", "charity"],
    ["Gift of shares to the Roe Family Foundation.", "charity"],
    ["Donation to a 501(c)(3) organization.", "charity"],
    ["Gift to university.", "charity"],
    ["Represents a bona fide gift to a non-profit organization.", "charity"],
    ["Charitable contribution.", "charity"],
    ["Represents a charitable gift.", "charity"],
    ["Shares donated to charity", "charity"],
    ["The reporting person made a charitable contribution of these shares.", "charity"],
    ["Gifted to church.", "charity"],
    ["Gift to the Community Chest of Springfield, a public charity.", "charity"],
    ["Represents a gift of shares to a donor advised fund.", "donor_advised_fund"],
    ["Bona fide gift to the reporting person's donor-advised fund at a bank.", "donor_advised_fund"],
    ["Contribution to a donor-advised charitable fund for no value.", "donor_advised_fund"],
    ["Shares were donated to Fidelity Charitable, a donor-advised fund.", "donor_advised_fund"],
    ["Gift to the Roe Irrevocable Trust.", "trust"],
    ["Bona fide gift to a trust for the benefit of the reporting person's children.", "trust"],
    ["Shares transferred as a bona fide gift to the Roe 2012 Trust, for no consideration.", "trust"],
    ["Gift of shares from the reporting person to the Roe Descendants' Trust.", "trust"],
    ["The reporting person gifted these shares to an irrevocable trust.", "trust"],
    ["Gift to trusts for the benefit of family members.", "trust"],
    ["Gifted to trusts.", "trust"],
    ["Gift to the reporting person's spouse.", "family"],
    ["Gift to daughter.", "family"],
    ["Bona fide gift to family members.", "family"],
    ["Gifts to his adult children.", "family"],
    ["Shares gifted to the reporting person's two sons.", "family"],
    ["The reporting person gave the shares as a gift to his mother.", "family"],
    ["Gift of 100 shares each to six grandchildren.", "family"],
    ["Gift to an unrelated third party.", "other"],
    ["Gift to a friend.", "other"],
    ["Bona fide gift to individuals for no consideration.", "other"],
    ["Shares received as a gift.", "null"],
    ["Shares received by the reporting person as a gift from his father.", "null"],
    ["Gift from spouse.", "null"],
    ["Acquired by gift.", "null"],
    ["Acquisition by bona fide gift.", "null"],
    ["Transfer of shares by gift to the reporting person's son.", "family"],
    ["Shares given to a school as a gift.", "charity"],
    ["The disposition was a gift to the Roe Trust, of which the reporting person's brother is trustee.", "trust"],
    ["The shares were gifted to a private foundation.", "charity"],
    ["Interspousal gift: the shares were given by the reporting person to her husband.", "family"],
    ["A gift was made to the Jane Roe GST Exempt Trust.", "trust"],
    ["Represents shares gifted to GRAT.", "trust"],
    ["Shares given to a local hospital.", "charity"],
    ["Gave 500 shares to the Springfield Symphony, a nonprofit.", "charity"],
    ["Contribution of shares to an educational institution.", "charity"],
    ["Shares donated to Springfield Academy.", "charity"],
    ["Shares donated to the museum's endowment.", "charity"],
    ["Contributed to the reporting person's donor-advised fund.", "donor_advised_fund"],
    ["Gift to Schwab Charitable donor advised fund", "donor_advised_fund"],
    ["Gift of 500 shares in trust for the reporting person's niece.", "trust"],
    ["Gift to a dynasty trust for descendants.", "trust"],
    [
      "Gifted to an irrevocable trust for the benefit of the Reporting Person's children, of which an independent person is trustee.",
      "trust",
    ],
    ["Wedding present (gift) to the reporting person's daughter.", "family"],
    ["Bona fide gift to stepson.", "family"],
    ["The reporting person's wife gave the shares to their children as a gift.", "family"],
    ["Gift to caregiver.", "other"],
    ["Gift to godchild.", "other"],
    ["Gift to employees of the issuer.", "other"],
    ["Gift to Roe Holdings LLC.", "other"],
    ["Gift received from grandmother.", "null"],
    ["The reporting person received a gift of 100 shares from his brother.", "null"],
    ["Acquired as a gift from a trust.", "null"],
    ["Bona fide gift. No consideration was paid.", "null"],
    ["Represents a bona fide gift of common stock by the reporting person.", "null"],
    ["Gift of shares to family members for no consideration.", "family"],
    [
      "Bona fide gift of shares to irrevocable trusts established for the benefit of the Reporting Person's family.",
      "trust",
    ],
    ["Gift to charitable foundation established by reporting person.", "charity"],
    ["Bona fide gift to nonprofit organizations.", "charity"],
    ["Bona fide gift to unaffiliated persons.", "other"],
    ["Gift of shares for estate planning purposes.", "null"],
    ["Represents shares donated by the Reporting Person to a charitable foundation.", "charity"],
    ["A charitable contribution to a public charity.", "charity"],
    ["Charitable gift to a Donor Advised Fund.", "donor_advised_fund"],
    ["Shares gifted to the Roe Charitable Remainder Unitrust.", "trust"],
    ["Shares were gifted to the reporting person's spouse's trust.", "trust"],
    ["Gift made to a child of the reporting person.", "family"],
    ["Shares were acquired through a gift from the reporting person's spouse.", "null"],
    ["Gift to 501(c)(3) charity", "charity"],
    ["Donated to the Springfield Food Bank, a charitable organization.", "charity"],
    ["Annual exclusion gifts to each of the reporting person's five grandchildren.", "family"],
    ["Gifted equally to two trusts for her sons.", "trust"],
    ["Gift to GST trust", "trust"],
    ["Gifts to two friends of the reporting person.", "other"],
    ["Given to daughter as a gift", "family"],
    ["Gifted shares", "null"],
    ["Represents a gift to the reporting person by his father.", "null"],
    ["Irrevocable gift to CRUT.", "trust"],
    ["Donation to Vanguard Charitable (donor-advised fund)", "donor_advised_fund"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("no reported gift", () => {
  test.each([
    "Includes 300 shares received as a gift in 2001.",
    "The shares may not be sold, gifted or otherwise transferred.",
    "Not a gift.",
    "The reporting person contributed the shares to Roe Holdings LLC.",
    "Company matching contribution under 401(k) plan.",
    "Previously reported total did not reflect a gift of 30 shares.",
    "Held by the Roe Charitable Remainder Trust.",
    "Held by the Roe Foundation, a charitable organization.",
    "Held by a donor-advised fund.",
    "Held by the Roe Gift Trust.",
    "The reporting person disclaims beneficial ownership of shares held by the Roe Gift Trust.",
    "Does not include shares previously gifted to the reporting person's children.",
    "Includes shares the reporting person's wife received as gift in 2003.",
    "Gift tax was paid in cash.",
    "Held in a Uniform Gifts to Minors Act account.",
    "UGMA custodian.",
    "The gift reported on February 2 was reported in error.",
    "Shares to be gifted in the future.",
    "The reporting person's 401(k) contributions.",
    "The shares may be given away.",
    "Gift-over provisions of the trust.",
  ])("%s", (text) => {
    expect(read(text)).toBeNull();
  });
});

describe("given without payment", () => {
  test.each([
    ["Shares given to an employee for no consideration.", "other"],
    ["The reporting person gave these shares to a longtime friend without consideration.", "other"],
    ["Shares given to the reporting person's daughter for no consideration.", "family"],
    ["Given to a trust for no value.", "trust"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("a gift in another report, or no gift", () => {
  test.each([
    "Last month's gift was reported late on a Form 5 and is not part of this report.",
    "The gift of 400 shares made last year has been reported on Form 5.",
    "The reporting person's gift in December was reported separately on Form 5.",
    "Her March 2020 donation to charity is not reported on this form.",
    "Notice was given to the issuer.",
    "The reporting person was given 300 shares as compensation.",
    "Effect was given to a stock split.",
    "Restricted shares given to employees under the plan for no cash consideration.",
  ])("%s", (text) => {
    expect(read(text)).toBeNull();
  });
});

describe("a recipient whose name has an abbreviation", () => {
  test.each([
    ["Represents a charitable contribution of shares to St. Brannock's University.", "charity"],
    ["Bona fide gift of 500 shares to Mt. Harlow College.", "charity"],
    ["Represents a contribution of shares to Ft. Merriam Hospital for no consideration.", "charity"],
    ["Gift to the Jane Q. Harlow Scholarship Foundation.", "charity"],
    ["Donation of shares to Mt. St. Vincent Seminary.", "charity"],
    ["Gift to Sgt. Pell Veterans Charity.", "charity"],
    ["Charitable gift to Roe Relief, Inc. and Doe Relief, Inc. in equal parts.", "charity"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

test.each([
  ["The reporting person gave 900 shares to her daughter.", "family"],
  ["500 shares were given to each of the reporting person's three grandchildren.", "family"],
  ["He gave 100 shares to his brother and 200 shares to the Roe Trust.", "family"],
  ["She gave 900 shares to her husband under the divorce decree.", null],
  ["He gave notice to his wife of the sale.", null],
])("shares given to relatives: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["The warrants became the property of the Roe Trust by gift.", "trust"],
  ["Gift to the reporting person's alma mater.", "charity"],
  ["Gift to the reporting person's former college roommate.", "other"],
])("a recipient in other words: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test("a gift into a trust is a gift to it", () => {
  expect(read("Shares gifted into the Roe Dynasty Trust, for no consideration.")).toBe("trust");
});

test.each([
  ["The reporting person was given these shares by her husband.", null],
  ["The reporting person was given 500 shares by his late father.", null],
])("a gift from a relative: %s", (text, expected) => {
  expect(readFact("gift", text)?.value).toEqual({ to: expected });
});

test.each([
  "Number has been increased by 1,250 shares; the gift was rescinded before delivery.",
  "Donation by the Reporting Person's donor-advised fund of shares that he no longer owns is not reported.",
  "The reporting person was given these shares by her employer.",
])("no gift: %s", (text) => {
  expect(readFact("gift", text)).toBeNull();
});
