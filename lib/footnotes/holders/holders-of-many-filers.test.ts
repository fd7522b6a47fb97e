import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const names = (text: string) => (readFact("holders", text)?.value ?? []).map(({ name }) => name);

const reads = (cases: readonly (readonly [string, string[]])[]) =>
  test.each(cases)("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

describe("holders that a relative clause is about", () => {
  reads([
    [
      "The reporting person votes the shares under a proxy from Hale Family LLC, in whose name they were issued.",
      ["Hale Family LLC"],
    ],
    ["The reporting person is attorney-in-fact for his father, in whose name the shares are registered.", ["father"]],
    ["Mr. Pike is a director of Ostend Holdings B.V., by which the shares were purchased.", ["Ostend Holdings B.V."]],
    [
      "The reporting person advises Corran Fund I, L.P. and Corran Fund II, L.P., on whose behalf the shares were bought.",
      ["Corran Fund I, L.P.", "Corran Fund II, L.P."],
    ],
    ["He is the sole trustee of the Nye Trust, to which the shares were issued on May 1, 2019.", ["Nye Trust"]],
    [
      "The reporting person is a member of Teal Angels LLC, through which all of the warrants were acquired.",
      ["Teal Angels LLC"],
    ],
    ["The reporting person is guardian of his nephew, for whose benefit the shares are held.", ["nephew"]],
    ["She is the daughter of Ruth Palfrey, to whom the shares belong.", ["Ruth Palfrey"]],
    ["The reporting person has a power of attorney from his sister, in whose account the shares are held.", ["sister"]],
    ["The reporting person is a director of Alder Bank, by which the loan secured by the shares was made.", []],
    ["The reporting person is an employee of Crest Corp., to which he must remit the proceeds of the shares.", []],
    ["The reporting person is the son of the founder, from whom the shares were bought.", []],
    ["The price is that paid by Dunmore Capital LP, to which the Issuer sold other shares on the same day.", []],
    ["The shares were bought from Seaton Partners LP, from which the reporting person rents his office.", []],
    ["The plan is administered by Fulham Trust Company, in whose discretion the options may be adjusted.", []],
  ]);
});

describe("holders in which the insider has a share", () => {
  reads([
    [
      "Represents shares attributable to the reporting person's interest in Lowry Associates LP.",
      ["Lowry Associates LP"],
    ],
    ["Shares attributable to his 4% limited partnership interest in Garner Fund III.", ["Garner Fund III"]],
    [
      "Reflects the reporting person's pro rata share of the shares held by Dalton Oil Partners.",
      ["Dalton Oil Partners"],
    ],
    [
      "Represents the proportionate interest of the reporting person, as a partner, in shares held by Kells Brothers, a partnership.",
      ["Kells Brothers"],
    ],
    [
      "The number shown is the reporting person's proportionate share of the holdings of RT Investment Club.",
      ["RT Investment Club"],
    ],
    [
      "Represents shares allocable to the reporting person's membership interest in Wye Holdings, L.L.C.",
      ["Wye Holdings, L.L.C."],
    ],
    [
      "Represents shares allocable to reporting person as a 25% partner in Menlo Duck Club Partnership.",
      ["Menlo Duck Club Partnership"],
    ],
    ["The change reflects the sale of the reporting person's membership interest in Wye Holdings, L.L.C.", []],
    ["The award is attributable to the reporting person's service as a director of Abbot Bank.", []],
    ["The increase is attributable to the reporting person's interest income from Alba LP.", []],
  ]);
});

describe("a noun with the name in brackets", () => {
  reads([
    [
      "Held by limited liability company (Gray Fox Holdings, LLC) controlled by reporting person.",
      ["Gray Fox Holdings, LLC"],
    ],
    ["Shares are owned by partnership (Bell & Sons).", ["Bell & Sons"]],
  ]);
});

describe("subjects and the sentence after them", () => {
  reads([
    [
      "Marrow Fund II, L.P. is managed by Marrow Advisors LLC. It holds the shares reported on line 1.",
      ["Marrow Fund II, L.P."],
    ],
    [
      "Corby Holdings S.A. is owned by a family foundation. The company owns all of the shares.",
      ["Corby Holdings S.A."],
    ],
    ["Corby Bank is the issuer's lender. It holds a pledge over the shares.", []],
    ["The Issuer is managed by Dow Advisors LLC. It owns the shares of its subsidiary.", []],
    ["The owner of the notes, Pell Credit Fund, converted them on May 1.", ["Pell Credit Fund"]],
    ["The holder of the option, the reporting person, exercised it.", []],
    ["Shares held through her participation in Kestrel Angels.", ["Kestrel Angels"]],
    ["Subscribed for by Brent Ventures plc at $1.00.", ["Brent Ventures plc"]],
    ["Gale Partners LP redeemed 4,000 OP units for shares.", ["Gale Partners LP"]],
    ["Orrin Kft. bought these shares.", ["Orrin Kft."]],
    ["Held by Palmeira Participações Ltda.", ["Palmeira Participações Ltda."]],
    ["Purchased by Novum Invest d.o.o. in the market.", ["Novum Invest d.o.o."]],
    ["Held by Al Safa Holding W.L.L.", ["Al Safa Holding W.L.L."]],
    ["The shares were pledged to a bank whose shares are held by Pike Corp.", []],
    ["Dividends in kind are expected in 2020.", []],
    ["Received a cash dividend in lieu of fractional shares.", []],
    ["Ember LLC is the vehicle through which the reporting person holds these shares.", ["Ember LLC"]],
    ["The plan is the vehicle through which directors acquire shares.", []],
  ]);
});

describe("notes typed by hand", () => {
  reads([
    ["Shs held thru wife's IRA acct.", ["wife's IRA acct"]],
    ["Held jt. ten. with spouse", ["spouse"]],
    ["Held by the reporting persons children.", ["reporting persons children"]],
    ["Alden Ventures - wholly owned by reporting person", ["Alden Ventures"]],
    ["By Alden Profit Sharing Plan, for his account", ["Alden Profit Sharing Plan"]],
    ["Ann Roe, the daughter of the reporting person, owns these shares.", ["Ann Roe"]],
    ["Ann Roe, the wife of the CEO, owns these shares.", []],
    ["He is the manager of Pike LLC and it holds all of the shares.", ["Pike LLC"]],
    ["He is a director of the bank and it holds all of the shares as security.", []],
    [
      "As trustee of the Ames Trust and manager of Ames LLC, which hold the shares, he votes them.",
      ["Ames Trust", "Ames LLC"],
    ],
    ["Sale made in his 401(k) plan.", ["401(k) plan"]],
    ["Purchased by his company, Ardmore Drilling Inc", ["Ardmore Drilling Inc"]],
    ["Shares were sold w/o commission.", []],
  ]);
});

describe("words between the trade and who traded", () => {
  reads([
    [
      "The reported securities include 900 shares bought in the Issuer's initial public offering at the public offering price by Roe Ventures Fund I, L.P.",
      ["Roe Ventures Fund I, L.P."],
    ],
    [
      "Units acquired in the exchange of debentures at a conversion price of $2.00 per unit by Roe Capital Partners LP.",
      ["Roe Capital Partners LP"],
    ],
    [
      "Purchase of 900 shares in a block trade on the open market after the close of business by Roe Holdings LLC.",
      ["Roe Holdings LLC"],
    ],
    ["The shares were sold under a plan managed by Roe Securities LLC.", []],
    ["The shares were sold at prices determined by Roe Partners LP.", []],
    ["The shares were bought in an offering underwritten by Roe Capital LLC.", []],
    ["A pro rata distribution, and not a purchase or sale of shares, by Roe Fund III, L.P. to its partners.", []],
    ["The shares may be purchased in the open market from time to time by Roe Fund III, L.P.", []],
  ]);
});

describe("owners and purchasers named before the noun", () => {
  reads([
    ["The children are the members of Roe Road LLC, the purchaser of the shares.", ["Roe Road LLC"]],
    ["He is a beneficiary of the Roe Grantor Trust, owner of these units.", ["Roe Grantor Trust"]],
    ["Voted under an agreement with Roe Holdings, LLC, their owner.", ["Roe Holdings, LLC"]],
    ["As the record holder of the shares, Roe Nominees Limited votes them.", ["Roe Nominees Limited"]],
    ["The holder of the warrants, Roe Credit Fund, elected to exercise them.", ["Roe Credit Fund"]],
    ["He is an officer of Roe Corp., the issuer of these notes.", []],
    ["He is a director of Roe Corp., the seller of the business.", []],
    ["The bank's debtor, Roe LLC, its owner, sold the building.", []],
    ["This is no admission that Roe Advisors LP is the beneficial owner of the shares.", []],
  ]);
});

describe("swaps and options", () => {
  reads([
    ["Roe Event Fund LP entered into these swaps with a bank.", ["Roe Event Fund LP"]],
    ["Put options written by Roe Volatility Fund Ltd. expired.", ["Roe Volatility Fund Ltd."]],
    ["Closed out a short position held by Roe Long Fund, LP.", ["Roe Long Fund, LP"]],
    ["Roe Fund LP wrote the call options.", ["Roe Fund LP"]],
    ["Roe Fund LP entered into an agreement with the Issuer.", []],
    ["The agreement was entered into by the Issuer and Roe Fund LP about swaps.", []],
  ]);
});

describe("money of somebody", () => {
  reads([
    ["Purchased with the working capital of Roe Opportunities I, LP.", ["Roe Opportunities I, LP"]],
    ["The shares were bought using funds of the Roe Trust.", ["Roe Trust"]],
    ["The shares were bought with the proceeds of a loan from Roe Bank.", []],
  ]);
});

describe("places and rests", () => {
  reads([
    ["Bought with dividends in his wife's IRA.", ["wife's IRA"]],
    ["Held in managed accounts and by Roe Alpha Partners, L.P.", ["Roe Alpha Partners, L.P."]],
    ["Held in escrow for the account of Roe Ventures, L.P.", ["Roe Ventures, L.P."]],
    ["Held in escrow by Roe Trust Company under the merger agreement.", []],
    ["Of these, 600 are held by Roe Fund A, LP and the rest by Roe Fund B, LP.", ["Roe Fund A, LP", "Roe Fund B, LP"]],
  ]);
});

describe("names and what they are called", () => {
  reads([
    ["Held by Roe Associates, a family partnership, and 500 shares by Doe LLC.", ["Roe Associates", "Doe LLC"]],
    ["Held by two corporations that he owns: Roe Corp. and Roe Realty Corp.", ["Roe Corp.", "Roe Realty Corp."]],
    [
      "Held by Alder Creek Storage Company and Alder Creek Minerals.",
      ["Alder Creek Storage Company", "Alder Creek Minerals"],
    ],
    ["Held by the Jane Roe Trust, Jane Roe, trustee.", ["Jane Roe Trust"]],
    ["Held by Roe Side-by-Side Fund, LLC.", ["Roe Side-by-Side Fund, LLC"]],
    ["Held by Roe, Doe & Sons, a general partnership.", ["Roe, Doe & Sons"]],
    [
      "The Roe Trust u/w Jane Roe and the Doe Trust u/w Karl Doe hold the shares.",
      ["The Roe Trust u/w Jane Roe", "Doe Trust u/w Karl Doe"],
    ],
    ["Held by Roe Bancorp, MHC.", ["Roe Bancorp, MHC"]],
    ["The Sponsor, Roe Sponsor I LLC, holds the shares.", ["Roe Sponsor I LLC"]],
    [
      "He is a manager of the Sponsor (Roe Sponsor LLC), which is the record holder of the shares.",
      ["Roe Sponsor LLC"],
    ],
    ["Held by Roe Ventures Ltd. Roe Advisors LP, as its investment manager, votes the shares.", ["Roe Ventures Ltd."]],
    ["Held by Roe LP; his children are limited partners.", ["Roe LP"]],
    ["Held by a company all of whose stock is owned by Roe LLC.", ["company"]],
    ["Purchased by the Roe Pension Plan's trustee.", ["Roe Pension Plan"]],
  ]);
});

describe("those who hold the shares no more", () => {
  reads([
    ["Upon his father's death the shares held by the Roe Trust passed to him.", []],
    ["The shares held by the Roe Trust were contributed to the Roe Foundation.", ["Roe Foundation"]],
    ["The shares previously reported as held by spouse passed to him.", []],
  ]);
});

describe("grants and charities", () => {
  reads([
    ["Grant to spouse, an employee of the Issuer.", ["spouse"]],
    ["Gift of shares in trust for the benefit of his grandchildren.", ["trust for the benefit of his grandchildren"]],
    ["He gave the shares to Temple Beth Shalom.", ["Temple Beth Shalom"]],
    ["Its contribution of two buildings to the Operating Partnership.", []],
  ]);
});
