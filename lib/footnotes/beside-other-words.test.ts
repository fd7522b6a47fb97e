import { expect, test } from "vitest";
import { publishedFacts } from "./published-facts";
import { readFacts } from "./read-facts";

const facts = (text: string): Record<string, unknown> => publishedFacts(text, readFacts(text)).facts;
const names = (text: string) => (readFacts(text).holders?.value ?? []).map(({ name }) => name);
const parts = (text: string) =>
  (readFacts(text).includedComponents?.value ?? []).map(({ what, shares }) => `${shares} ${what}`);

test.each([
  ["Column 5 consists of 12,000 shares owned directly, of which 3,000 are RSUs.", ["3000 rsu"]],
  ["The total in row 2 is 14,000 shares, of which 900 are restricted stock.", ["900 restricted_stock"]],
  ["Column 9 consists of 40,000 shares, of which 1,250 were acquired under the ESPP.", ["1250 espp"]],
  ["The price in Column 4 is an average for shares sold in trades, the prices of which varied.", []],
  ["Form 4 is the report of which these shares are a part.", []],
])("takes the number of a column or form for no part of “%s”", (text, expected) => {
  expect(parts(text)).toEqual(expected);
});

test.each([
  "The board approved a five-for-one stock split, subject to stockholder approval.",
  "Numbers do not reflect the 4-for-1 stock split that the board has proposed.",
  "The board has recommended a 1-for-25 reverse split, which has not yet been approved by stockholders.",
  "The issuer's stockholders will vote on a 2-for-1 stock split at the annual meeting.",
  "The issuer announced that it intends to effect a 10-for-1 stock split in July 2024.",
])("finds no split in “%s”", (text) => {
  expect(facts(text).split).toBeUndefined();
});

test("reads a split that was proposed and then made", () => {
  const text = "The 2-for-1 stock split, subject to stockholder approval when announced, was effected on June 5, 2023.";
  expect(facts(text).split).toEqual([{ ratio: "2:1", date: "2023-06-05" }]);
});

test.each([
  "Reflects an automatic reduction, for taxes, in the number of shares issued on settlement of the RSUs.",
  "Shares withheld upon the vesting of restricted stock units to pay the related taxes.",
  "Shares surrendered on vesting of restricted stock to satisfy the associated tax withholding.",
  "Shares withheld to pay the resulting taxes.",
])("reads the withholding in “%s”", (text) => {
  expect(facts(text).tax_withholding).toEqual({ method: "withheld", purpose: ["tax"] });
});

test.each([
  "Shares forfeited upon the termination of employment; the related taxes were paid in cash.",
  "Shares were returned to the company to pay the associated fees.",
])("finds no withholding in “%s”", (text) => {
  expect(facts(text).tax_withholding).toBeUndefined();
});

test.each([
  ["The amendment, which changed the limit prices, was entered into on May 30, 2024.", ["2024-05-30"]],
  ["An amendment to the plan, which extended its term, was executed on December 9, 2022.", ["2022-12-09"]],
  ["The most recent amendment was adopted on August 14, 2023.", ["2023-08-14"]],
  ["This amendment is made on June 1, 2023 to correct the price.", undefined],
  ["The amendment to the employment agreement was entered into on March 1, 2023.", undefined],
  ["The amendment to the 2019 Equity Incentive Plan was adopted on March 1, 2023.", undefined],
])("reads the day of an amendment after the sentence about the plan: “%s”", (text, expected) => {
  expect(facts(`Sold under a Rule 10b5-1 trading plan. ${text}`).plan_modified).toEqual(expected);
  expect(facts(`Sold under a Rule 10b5-1 trading plan. ${text}`).plan_adopted).toBeUndefined();
});

test.each([
  ["Shares inherited by the reporting person's wife from her mother.", ["reporting person's wife"]],
  ["Marlowe is the record holder of these shares. The reporting person is a manager of Marlowe.", ["Marlowe"]],
  ["Purchases made in several trades, at prices from $1.20 to $1.30, inclusive, by the Roe Trust.", ["Roe Trust"]],
  ["Held indirectly through his 33.3% ownership interest in Alder Farms, L.P.", ["Alder Farms, L.P."]],
  ["Roe Holdings LLC is controlled by the reporting person and owns 44,000 shares.", ["Roe Holdings LLC"]],
  ["30,000 restricted shares, 2,417 shares in the 401(k) and, for the rest, other shares.", ["401(k)"]],
  ["The shares held by each of the following are: Tern I, L.P. and Tern II, L.P.", ["Tern I, L.P.", "Tern II, L.P."]],
  ["A pro rata distribution, and not a sale, of shares by Roe Fund, L.P. to its partners.", []],
  ["Doe Management Corp. is entitled to a fee and holds none of the shares.", []],
  ["This form does not list all shares, including any that are held by trusts or family members.", []],
  ["A gift to a donor-advised fund. The reporting person has no power over the shares held by the fund.", []],
  ["Shares acquired through the 401(k).", []],
  ["Roe Advisors LLC is the adviser to Roe Fund, L.P. and sold the shares for its clients.", []],
  ["His wife holds 550 shares as trustee for their son.", ["wife"]],
  ["Distributed pro rata by Roe Fund, L.P. to its partners, including his trust, for no consideration.", ["trust"]],
  ["Distributed pro rata by Roe Fund, L.P. to its partners, including Roe GP LLC, for no consideration.", []],
])("reads the holders of “%s”", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test("reads a number behind the name of each holder", () => {
  const text = "Held as follows: the Alder Trust, 5,000; the Birch Trust, 6,000; and Cedar LLC, 7,000.";
  expect(names(text)).toEqual(["Alder Trust", "Birch Trust", "Cedar LLC"]);
  expect(parts(text)).toEqual(["5000 other", "6000 other", "7000 other"]);
});

test.each([
  [
    "The award will vest, and 2,310 shares will be issued, on each of June 9, 2026 and June 9, 2027.",
    "2026-06-09",
    "2027-06-09",
  ],
  ["The units vest, and the underlying shares will be delivered, on March 1, 2025.", "2025-03-01", "2025-03-01"],
  [
    "The committee certified on February 9, 2023 that the goals had been met, and the shares vested on that date.",
    "2023-02-09",
    "2023-02-09",
  ],
  [
    "Pursuant to his agreement, the vesting of 20,000 RSUs was accelerated to May 31, 2023.",
    "2023-05-31",
    "2023-05-31",
  ],
  ["The shares are released from the issuer's right of repurchase in 36 monthly installments.", null, null],
])("reads the vesting in “%s”", (text, first, last) => {
  expect(facts(text).vesting).toMatchObject({ first, last });
});

test.each([
  "Includes shares that are subject to unit awards (RSU) of April 1, 2021 and April 1, 2022 and will be issued when they vest.",
  "On May 3, 2021 he was granted 500 units, none of which vested on that date.",
  "Includes shares that are subject to grants (PSUs) of April 1, 2021 and April 1, 2022 and will be issued when they vest.",
])("takes the days of awards for no days of vesting: “%s”", (text) => {
  expect(facts(text).vesting).toBeUndefined();
});

test("reads a conversion ratio before the words “as before the split”", () => {
  const text = "Class B stock is convertible into Class A stock on a 1-for-1 basis, as before the reverse stock split.";
  expect(facts(text).conversion_ratio).toMatchObject([{ per: "1", into: "1" }]);
  expect(facts(text).split).toBeUndefined();
});

test("takes the end of a right to repurchase for no transfer", () => {
  const text = "25% of the shares are released from the Company's repurchase option on May 4, 2020.";
  expect(facts(text).transfer).toBeUndefined();
});

test.each([
  "He has agreed not to transfer or sell any shares, except for gifts and transfers to trusts that agree to be bound.",
  "The shares are under a lock-up, with exceptions for transfers to family trusts and distributions to affiliates.",
  "The agreement restricts transfers, except transfers to a trust for his children.",
  "She agreed not to sell the shares, save for contributions to an affiliate or distributions to trusts.",
  "The lock-up agreement prohibits any sale other than transfers to the Roe Family Trust.",
])("takes the exceptions of a restriction for no holder and no transfer: “%s”", (text) => {
  expect(names(text)).toEqual([]);
  expect(facts(text).transfer).toBeUndefined();
});

test.each([
  ["Under an exception of the lock-up, he transferred 500 shares to the Roe Trust.", ["Roe Trust"]],
  ["The shares are under a lock-up, except 500 shares transferred to the Roe Trust.", ["Roe Trust"]],
  ["The lock-up with its exceptions has ended. The transfers to the Roe Trust were gifts.", ["Roe Trust"]],
  ["These transfers to the Roe Trust were exempt.", ["Roe Trust"]],
])("reads who received shares in spite of a restriction: “%s”", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each([
  ["Held by his GRAT, to which he transferred 600 shares for no consideration.", "to_trust"],
  ["Held by Roe Holdings LLC, to which the reporting person transferred these shares.", "to_entity"],
  ["The holder is the Roe Trust, to which she had contributed the shares.", "to_trust"],
  ["Held by a trust for his children, into which he transferred 4,000 shares of common stock.", "to_trust"],
  ["Held by Roe LLC, to which he contributed the securities without consideration.", "to_entity"],
  ["Held by Roe LLC, to which he contributed his farm.", undefined],
  ["Held by the Roe Trust, to which he transferred no shares.", undefined],
  ["Held by the Roe Trust, to which he may transfer 500 shares.", undefined],
  ["Held by Roe LLC, to which he transferred his interest in the proceeds.", undefined],
])("reads the other side of a transfer before “to which”: “%s”", (text, kind) => {
  expect((facts(text).transfer as { kind: string } | undefined)?.kind).toBe(kind);
});
