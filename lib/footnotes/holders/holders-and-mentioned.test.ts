import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const names = (text: string) => (readFact("holders", text)?.value ?? []).map(({ name }) => name);

const reads = (cases: readonly (readonly [string, string[]])[]) =>
  test.each(cases)("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

describe("those who are only mentioned", () => {
  reads([
    ["The reporting person, a director of Roe Corp., received these shares in the merger.", []],
    ["Mr. Roe, a former employee of Doe LLC, purchased the shares in the open market.", []],
    ["The reporting person is a director of Roe Corp., which received these shares.", ["Roe Corp."]],
    ["The shares are subject to a purchase option held by Roe LP.", []],
    ["The shares are subject to a right of first refusal held by Roe LP.", []],
    ["The shares subject to the option are held by Roe LP.", ["Roe LP"]],
    ["Roe Trust is a holder of more than five percent of the outstanding shares.", []],
    ["Roe LP is the beneficial owner of approximately one-third of the outstanding shares.", []],
    ["Not included in the total are 500 shares held by his wife.", []],
    ["Also not included are 1,000 shares owned by his son; the shares are held by the Roe Trust.", ["Roe Trust"]],
    ["Disposition of shares by the reporting person's wife to the reporting person in a divorce.", []],
    ["Shares distributed by Roe I, LP to Roe GP LLC, which continues to hold them.", ["Roe GP LLC"]],
    ["The employees of Roe Partners must hold awards for the benefit of the Roe Partners group.", []],
  ]);
});

describe("vehicles that do not hold the securities", () => {
  reads([
    ["Roe Health Fund, a series of Roe Investment Trust, holds these shares.", ["Roe Health Fund"]],
    ["Roe Investment Trust holds these shares.", ["Roe Investment Trust"]],
    ["Shares for the units are to be held by a rabbi trust established by the Issuer.", []],
    ["Shares for the units are held by a rabbi trust established by the Issuer.", ["rabbi trust"]],
    [
      "The following entities purchased shares: Roe Partners LP and Roe Offshore Ltd. Prices ranged from $3.06 to $3.19.",
      ["Roe Partners LP", "Roe Offshore Ltd."],
    ],
    [
      "Shares held by Elm Fund, L.P. Its general partner is Ash LLC. Each of these entities may be deemed to own the shares owned by the entities directly or indirectly controlled by it.",
      ["Elm Fund, L.P."],
    ],
    ["A transfer to the Jane M. Prior Revocable Trust.", ["Jane M. Prior Revocable Trust"]],
  ]);
});

describe("a list that another clause follows", () => {
  reads([
    ["Held by Roe I, LP and Roe II, LP; Roe GP LLC manages both funds.", ["Roe I, LP", "Roe II, LP"]],
    ["Held by Roe I, LP; Roe GP LLC was formed to manage it.", ["Roe I, LP"]],
    ["Held by Roe I, LP; Roe II, LP also holds 500 shares.", ["Roe I, LP", "Roe II, LP"]],
    [
      "These shares are owned by Roe Partners, LP, a private investment fund, and are voted by its general partner.",
      ["Roe Partners, LP"],
    ],
    [
      "Held by the Roe Trust, a family limited partnership and the Doe Trust.",
      ["Roe Trust", "family limited partnership", "Doe Trust"],
    ],
  ]);
});

describe("a vehicle and the people behind it", () => {
  reads([
    ["A trust created by the reporting person's mother holds the shares.", ["trust"]],
    ["A family partnership formed by her parents purchased the shares.", ["family partnership"]],
    ["The Roe Trust created by his father holds the shares.", ["The Roe Trust"]],
    ["His father, who created the trust, holds the shares.", ["father"]],
    ["The account opened by his wife holds 500 shares.", []],
    ["The partnership which holds these shares is owned in equal shares by his sons.", ["partnership"]],
    ["The shares are owned by the Roe Trust, which holds them for the benefit of her grandchildren.", ["Roe Trust"]],
    [
      "A limited partnership, which owns 500 shares for the benefit of his sons, is managed by him.",
      ["limited partnership"],
    ],
    ["The reporting person holds the shares for the benefit of his minor daughter.", ["minor daughter"]],
  ]);
});

describe("plans and buyers", () => {
  reads([
    [
      "Shares allocated to his account under the Company's Employee Stock Ownership Plan.",
      ["Company's Employee Stock Ownership Plan"],
    ],
    ["Shares that have been allocated to him under the Bank's ESOP.", ["Bank's ESOP"]],
    ["Shares credited to his account under the Issuer's dividend reinvestment plan.", []],
    ["Phantom shares credited to his account under the savings plan.", []],
    ["Held by the company's profit sharing plan and trust.", ["company's profit sharing plan and trust"]],
    ["Held in the Issuer's 401(k) Plan and the Roe Trust.", ["Issuer's 401(k) Plan", "Roe Trust"]],
    ["Sold to the Company's Employee Stock Ownership Plan.", ["Company's Employee Stock Ownership Plan"]],
    ["The reporting person sold 40,000 shares to the Roe Family Trust in exchange for a note.", ["Roe Family Trust"]],
    ["Sold to Birch Securities LLC, as principal.", []],
    ["The shares may be sold to his son.", []],
    ["Indirect ownership through his interest in Roe Partners.", ["Roe Partners"]],
    ["Ownership is indirect by reason of his position as trustee of the Roe Trust.", []],
  ]);
});

describe("names", () => {
  reads([
    ["The shares are held by Morrow, Tilden & Co.", ["Morrow, Tilden & Co."]],
    ["Held by Ives, Tolland & Brace LLP.", ["Ives, Tolland & Brace LLP"]],
    ["Held by the Marital Trust U/W of Alec Roe.", ["Marital Trust U/W of Alec Roe"]],
    ["By IRA FBO Reporting Person", ["IRA FBO Reporting Person"]],
    ["Held by Stichting Administratiekantoor Roe.", ["Stichting Administratiekantoor Roe"]],
    ["Represents shares in the Ada Roe Trust FBO Carl Roe.", ["Ada Roe Trust FBO Carl Roe"]],
    ["The reporting person votes the shares of which Tollgate Nominees is the record owner.", ["Tollgate Nominees"]],
  ]);
});

describe("shares of several owners", () => {
  reads([
    ["Held 60% by the Roe Trust and 40% by his wife.", ["Roe Trust", "wife"]],
    [
      "Owned one-third each by the Roe Trust, the Doe Trust and the Poe Trust.",
      ["Roe Trust", "Doe Trust", "Poe Trust"],
    ],
    ["The record owners are Roe LP as to 60% and Doe LP as to 40%.", ["Roe LP", "Doe LP"]],
    ["Roe LLC, which holds the shares, is owned 50% by Doe Corp. and 50% by Poe Corp.", ["Roe LLC"]],
    ["Each of RV II and RV II-A directly holds shares of the Issuer.", ["RV II", "RV II-A"]],
    ["Owned by the reporting person's wife, Dr. Ann Roe.", ["reporting person's wife"]],
    ["Held in a brokerage account at Birch Securities jointly with his wife.", ["wife"]],
    ["Held in a brokerage account at Birch Securities.", []],
  ]);
});

describe("what a report leaves out, and what may happen", () => {
  reads([
    ["None of the shares shown in column 5 are held by his wife.", []],
    ["The total omits 300 shares held by his wife.", []],
    ["This report no longer includes shares held by the Roe Trust.", []],
    ["Includes 400 shares, inadvertently omitted from the last report, held by his wife.", ["wife"]],
    ["The notes may be converted at the option of Roe Credit LP.", []],
    ["The notes were converted at the option of Roe Credit LP at $5.00 per share.", ["Roe Credit LP"]],
  ]);
});

describe("those who trade, and from whom", () => {
  reads([
    ["Acquired from Roe LP by Doe LP in a private transaction.", ["Doe LP"]],
    ["Received from a company controlled by his brother.", []],
    ["Received from a trust managed by Roe LLC.", []],
    ["Purchases made in an account of his wife.", ["wife"]],
    ["Sales made in an account managed by Roe LLC.", []],
    ["Shares are held by an investment club.", ["investment club"]],
    [
      "Mr. Roe is chairman of Roe Mining plc. Roe Mining plc bought the shares for its own account.",
      ["Roe Mining plc"],
    ],
  ]);
});

describe("a holder in other words", () => {
  reads([
    [
      "Sold under a plan adopted by the holder, The Roe Charitable Lead Trust, in May.",
      ["The Roe Charitable Lead Trust"],
    ],
    ["Each share converts at the option of the holder, Class A and Class B alike.", []],
    ["The reporting person is the manager of Roe LLC and disclaims beneficial ownership of its shares.", ["Roe LLC"]],
    ["Roe GP LLC disclaims beneficial ownership of its shares.", []],
    ["He disclaims beneficial ownership of his wife's shares.", ["wife"]],
    ["Held by a Texas corporation, Roe Cattle Co.", ["Roe Cattle Co."]],
    ["Held by a Dutch foundation, Stichting Roe, for the benefit of his family.", ["Stichting Roe"]],
    ["Includes 800 shares in the 401(k) account of her husband.", ["401(k) account of her husband"]],
    [
      "Distribution by the Roe Trust to Ann Doe, a beneficiary of the trust and the daughter of the reporting person.",
      ["Ann Doe"],
    ],
    ["Distribution by the Roe Trust to Ann Doe, a beneficiary.", []],
  ]);
});
