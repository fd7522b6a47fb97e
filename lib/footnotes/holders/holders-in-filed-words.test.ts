import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const names = (text: string) => (readFact("holders", text)?.value ?? []).map(({ name }) => name);

const reads = (cases: readonly (readonly [string, string[]])[]) =>
  test.each(cases)("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

describe("names that look like other words", () => {
  reads([
    ["The units are held by Roe Founder Holdings LP.", ["Roe Founder Holdings LP"]],
    ["Held by the founder of the Issuer.", []],
    ["Held by SH Capital LLC and SH II LP.", ["SH Capital LLC", "SH II LP"]],
    ["500 SH held by wife.", ["wife"]],
    ["The Issuer ranked 12th of those that remained in the S&P 500, and the units were earned.", []],
    [
      "Held by the Roe Trust f/b/o Ann Roe and the Roe Trust f/b/o Karl Roe.",
      ["Roe Trust f/b/o Ann Roe", "Roe Trust f/b/o Karl Roe"],
    ],
    ["Held in the names of both spouses.", []],
  ]);
});

describe("a holder and the owners of it", () => {
  reads([
    ["Held by Roe Farms, Inc., the stock of which is owned by his siblings.", ["Roe Farms, Inc."]],
    ["Held by RFC, and Roe Bancorp holds an indirect interest in the shares.", ["RFC"]],
    ["The partnership that owns these shares, Roe LP, is managed by him.", ["Roe LP"]],
    ["Restricted shares awarded to trustees of the Trust under the 2020 Omnibus Incentive Plan.", []],
    ["Options awarded to the Roe Trust.", ["Roe Trust"]],
    ["A unit split effected by the Partnership.", []],
  ]);
});

describe("where the holder follows", () => {
  reads([
    ["Sold in the range of $9.01 to $9.98 per share by the Roe Trust.", ["Roe Trust"]],
    ["Sale of the resulting shares by the Roe Trust.", ["Roe Trust"]],
    ["The sale, by the Roe Trust, was made under a plan.", ["Roe Trust"]],
    ["He is custodian of the shares for his minor son.", ["minor son"]],
    ["Transferred from his account to that of the Roe Living Trust.", ["Roe Living Trust"]],
    ["Disposition under a domestic relations order in favor of his ex-wife.", ["ex-wife"]],
    ["By wife, in her IRA.", ["wife"]],
    ["Gift to an endowment fund of a university.", []],
    ["Includes 900 shares held for his account under the Bank's 401(k) plan.", ["Bank's 401(k) plan"]],
    ["Acquired shares through the Bank's 401(k) plan.", []],
    ["Represents his proportionate holding in the Roe Company Stock Fund.", ["Roe Company Stock Fund"]],
  ]);
});

describe("families, estates and parents", () => {
  reads([
    ["Held by Roe LLC, the parent of the Issuer.", ["Roe LLC"]],
    ["Held by Roe LLC and its parent, Doe Inc.", ["Roe LLC", "Doe Inc."]],
    ["Held by his parents.", ["parents"]],
    ["By Corporation (Roe Lumber, Inc.)", ["Roe Lumber, Inc."]],
    ["By partnership - Roe Associates", ["Roe Associates"]],
    ["By Company (see footnote 2)", []],
    ["By child living in household", ["child"]],
    ["Held as guardian for minor child.", ["minor child"]],
    ["Held by the reporting person as executor of the Estate of Dora Roe.", ["Estate of Dora Roe"]],
    ["The option was exercised by the executor of the estate of the deceased officer.", []],
    ["Held by two trusts f/b/o Nan Roe.", ["two trusts f/b/o Nan Roe"]],
    ["Held by Roe Cos. Employee Trust.", ["Roe Cos. Employee Trust"]],
  ]);
});

describe("a chain of owners", () => {
  reads([
    ["Held by Roe BV, in turn held by Stichting Roe.", ["Roe BV"]],
    ["The direct holder, Roe BV, is owned by Doe Topco Ltd.", ["Roe BV"]],
    ["Roe Oy is wholly owned by Doe AB. Roe Oy holds the shares.", ["Roe Oy"]],
    ["The shares of the Issuer, Roe Corp., are owned by Doe LP.", ["Doe LP"]],
    ["Held by the general partner of the Issuer, Roe GP LLC.", ["Roe GP LLC"]],
    ["Roe Group owns all of Roe Energy Corporation, the owner of record of the shares.", ["Roe Energy Corporation"]],
    ["The reported sale was by the Roe Trust.", ["Roe Trust"]],
    ["Shares surrendered by the Roe Trust for cancellation.", ["Roe Trust"]],
    ["Shares surrendered by the reporting person.", []],
  ]);
});

describe("several that are referred to by their number", () => {
  const funds = "Roe GP, LLC is the general partner of Roe Fund I, L.P. and Roe Fund II, L.P.";
  const side = "and the managing member of Roe Side Fund, LLC";
  reads([
    [
      `${funds} ${side}. It may be deemed to own the shares held by those three entities.`,
      ["Roe Fund I, L.P.", "Roe Fund II, L.P.", "Roe Side Fund, LLC"],
    ],
    [`${funds} It may be deemed to own the shares held by these two funds.`, ["Roe Fund I, L.P.", "Roe Fund II, L.P."]],
    [
      `${funds} It has voting power over the shares held by both partnerships.`,
      ["Roe Fund I, L.P.", "Roe Fund II, L.P."],
    ],
    [`${funds} It may be deemed to own the shares held by those entities.`, ["Roe Fund I, L.P.", "Roe Fund II, L.P."]],
    [`${funds} It may be deemed to own the shares held by those four entities.`, []],
    [`${funds} Neither of those two funds holds shares.`, []],
    [`${funds} Two of the three entities hold shares.`, []],
    [
      "Roe GP, LLC is the general partner of Roe I, L.P. and Roe II, L.P. Roe GP, LLC may be deemed to own the shares held by these entities.",
      ["Roe I, L.P.", "Roe II, L.P."],
    ],
    ["He is a director of Roe Bank, Roe Trust Company and Roe Inc. None of those three entities holds shares.", []],
  ]);
});

describe("several that are counted before they are named", () => {
  reads([
    ["Held by the following three entities: Roe A LP, Roe B LP and Roe C LP.", ["Roe A LP", "Roe B LP", "Roe C LP"]],
    ["Held by two entities, Roe LLC and Roe II LLC.", ["Roe LLC", "Roe II LLC"]],
    ["Held by three trusts, the Roe Trust, the Doe Trust and the Poe Trust.", ["Roe Trust", "Doe Trust", "Poe Trust"]],
    ["Held by two partnerships, Roe LP and Doe LP, and by his wife.", ["Roe LP", "Doe LP", "wife"]],
    ["Held by two trusts, of which Roe Bank and Doe Bank are trustees.", ["two trusts"]],
  ]);
});

describe("numbers behind the holders of a list", () => {
  reads([
    ["Held as follows: (i) Roe I, L.P., 900 shares, (ii) Roe II, L.P., 800 shares.", ["Roe I, L.P.", "Roe II, L.P."]],
    ["Shares are owned as follows: spouse, 500 shares; Roe LLC, 4,000 shares.", ["spouse", "Roe LLC"]],
    ["Held by (a) Roe I, L.P., 900 shares; and (b) the Roe Trust, 800 shares.", ["Roe I, L.P.", "Roe Trust"]],
    ["Held by Roe I, L.P. as to 900 shares and Roe II, L.P. as to 800 shares.", ["Roe I, L.P.", "Roe II, L.P."]],
    ["Sold as follows: Roe I, L.P., 900 shares, and Roe II, L.P., 800 shares.", ["Roe I, L.P.", "Roe II, L.P."]],
    [
      "The record holders are as follows: Roe I, L.P., 900 shares; Roe II, L.P., 800 shares.",
      ["Roe I, L.P.", "Roe II, L.P."],
    ],
    [
      "Held by Roe I, L.P. and Roe II, L.P., the general partner of which is Roe GP, LLC.",
      ["Roe I, L.P.", "Roe II, L.P."],
    ],
    [
      "Held by Roe I, L.P. and Roe II, L.P. The general partner of each is Roe GP, LLC.",
      ["Roe I, L.P.", "Roe II, L.P."],
    ],
    [
      "Held by two trusts of which he is co-trustee: the Roe 1998 Trust and the Roe 2001 Trust.",
      ["Roe 1998 Trust", "Roe 2001 Trust"],
    ],
    [
      "Held in the Roe Foundation (800) and by the reporting person's wife (700).",
      ["Roe Foundation", "reporting person's wife"],
    ],
    ["Held by the reporting person in joint tenancy with his wife.", ["wife"]],
    ["Interests in the funds are as follows: Roe I, L.P., 12%; Roe II, L.P., 9%.", []],
  ]);
});

describe("those to whom shares went that a report no longer includes", () => {
  reads([
    ["No longer includes 400 shares transferred to her ex-husband under a divorce decree.", ["ex-husband"]],
    ["The reporting person no longer reports 400 shares held by her former husband.", []],
    ["Roe Trust no longer holds any shares, and its 4,000 shares are held by Roe LLC.", ["Roe LLC"]],
    ["Does not include 400 shares transferred to the Roe Trust in 2015.", []],
  ]);
});

describe("names of couples, firms, funds of stock and insurers", () => {
  reads([
    ["Held by the Robert A. and Mary B. Doe Revocable Trust.", ["Robert A. and Mary B. Doe Revocable Trust"]],
    ["Sold by Karl M. Roe and the Roe Trust.", ["Roe Trust"]],
    ["Held by Karl J. and Jane Roe, as trustees of the Roe Trust.", ["Roe Trust"]],
    ["Held by the Edgar Roe Trust.", ["Edgar Roe Trust"]],
    ["The EDGAR codes of Roe LP were not available.", []],
    ["Held by the Wm. H. Roe Trust No. 2.", ["Wm. H. Roe Trust No. 2"]],
    ["Held by Roe, Doe & Poe Fund VIII, L.P. and Doe LLC.", ["Roe, Doe & Poe Fund VIII, L.P.", "Doe LLC"]],
    [
      "Held in the Company Common Stock Fund of the Roe Savings Plan.",
      ["Company Common Stock Fund of the Roe Savings Plan"],
    ],
    ["Transfer out of the Company Stock Fund of the Roe Plan. Units in the fund consist of stock and cash.", []],
    ["Held by Roe Insurance Co. of Ohio, a subsidiary of Roe Mutual Corp.", ["Roe Insurance Co. of Ohio"]],
    ["Held by Roe Bros. Inc. of Ohio.", ["Roe Bros. Inc."]],
    ["Contributed to its affiliate Roe Midco S.C.A. for no consideration.", ["Roe Midco S.C.A."]],
    ['Held by the "Rabbi Trust" for the Directors\' Deferral Plan.', ["Rabbi Trust"]],
    ["900 shares held in his IRA and 800 shares held in her IRA.", ["IRA", "IRA"]],
    ["Shares are held in his IRA. His IRA also holds cash.", ["IRA"]],
  ]);
});

describe("members and partners to whom shares went", () => {
  reads([
    ["Assignment of its shares to its two members, the reporting person and his brother.", ["brother"]],
    [
      "The LLC distributed shares to its members, namely the reporting person, his wife and Roe LLC.",
      ["wife", "Roe LLC"],
    ],
    ["The fund distributed the shares to its partners, none of whom is the reporting person.", []],
    ["Roe V distributed shares to its partners pro rata, including Roe GP, LLC, its general partner.", ["Roe GP, LLC"]],
    ["Roe V distributed shares to its partners, including Doe Corp. employees.", []],
    [
      "Distributed to its limited partners, one of which is the Roe Family Trust, on a pro rata basis.",
      ["Roe Family Trust"],
    ],
    [
      "He no longer reports as owned any securities owned by his former wife, to whom 900 shares were transferred.",
      ["former wife"],
    ],
    ["He no longer reports shares owned by his former wife, to whom he was married until 2012.", []],
  ]);
});

describe("buyers and those who act for them", () => {
  reads([
    [
      "The purchasers of the Series D Convertible Preferred Stock were Roe II LP and Doe II LP.",
      ["Roe II LP", "Doe II LP"],
    ],
    ["Acquired in a private placement (PIPE) that closed with the merger by Roe Fund, L.P.", ["Roe Fund, L.P."]],
    ["Purchased in a private placement led by Roe Capital LLC.", []],
    ["Swaps under which Roe Fund Ltd has long economic exposure to 4,000 notional shares.", ["Roe Fund Ltd"]],
    [
      "Roe LP, (ii) Doe Ltd. and (iii) an account for which Poe LLC acts as adviser directly hold the shares.",
      ["Roe LP", "Doe Ltd."],
    ],
    ["Poe LLC serves as adviser to accounts that hold the reported securities.", []],
    ["Roe LP by its general partner Doe Corp. sold 1,000 shares.", ["Roe LP"]],
    ["On behalf of Roe Fund, LP, Doe Advisors LLC exercised warrants for 500 shares.", ["Roe Fund, LP"]],
    ["On behalf of Roe I, L.P. and Roe II, L.P., Doe Advisors LLC bought 500 shares.", ["Roe I, L.P.", "Roe II, L.P."]],
    ["On behalf of his wife, Doe Advisors LLC sold the shares.", ["wife"]],
    ["On behalf of the reporting person, Doe Securities LLC sold the shares.", []],
    ["Held by Roe Investment Corp. (UK) Limited, a subsidiary of Roe Fund L.P.", ["Roe Investment Corp. (UK) Limited"]],
    ["Held by Karl T. and Jane Roe, JTWROS.", []],
    ["He left Roe Partners and received his proportionate share of the stock held by the partnership.", []],
    ["On behalf of itself and Doe LP, Roe LP purchased 500 shares.", ["Doe LP", "Roe LP"]],
    [
      "He is trustee of the Roe Trust and of the Doe Trust, each of which holds 10,000 shares.",
      ["Roe Trust", "Doe Trust"],
    ],
    [
      "Acquired under the reinvestment plan in the account of the reporting person's wife.",
      ["reporting person's wife"],
    ],
  ]);
});

describe("those who held the shares before", () => {
  reads([
    ["Represents shares owned by Roe Advisors' clients.", []],
    ["The shares are held by the Roe Brothers' Trust.", ["Roe Brothers' Trust"]],
    ["1,100 by spouse; 900 by son; 250 by IRA.", ["spouse", "son", "IRA"]],
    ["He substituted cash for the shares held by the Roe Trust and re-acquired the shares.", []],
    ["The reporting person purchased the shares held by the Roe Trust.", []],
    ["Roe LP sold the shares to the reporting person.", []],
    ["Roe LP sold the shares to the Issuer.", ["Roe LP"]],
    [
      "Shares previously reported as held by his spouse were re-registered in the name of the Roe Trust.",
      ["Roe Trust"],
    ],
    ["Shares previously reported as held by the Roe Trust were sold on May 1, 2020 at $4.00.", ["Roe Trust"]],
    ["Includes shares previously reported as held by a trust, which were returned to the reporting person.", []],
    ["The trust's shares were distributed to its beneficiaries.", []],
  ]);
});

describe("no holder", () => {
  test.each([
    "Roe Capital LP, a stockholder of the Issuer, nominated the Reporting Person.",
    "By: Roe Capital LP, its general partner, by Jane Doe, manager",
    "The proceeds were donated to the Roe Foundation.",
    "Shares of the Fund purchased through its dividend reinvestment plan.",
    "A prior report incorrectly stated that the shares were held by the Roe Trust.",
    "This amendment removes shares held by the Roe Trust, over which the reporting person has no control.",
  ])("%s", (text) => {
    expect(names(text)).toEqual([]);
  });
});
