import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const holders = (text: string) => (readFact("holders", text)?.value ?? []).map(({ name }) => name);
const kinds = (text: string) => (readFact("holders", text)?.value ?? []).map(({ kind }) => kind);

const reads = (cases: readonly (readonly [string, string[]])[]) =>
  test.each(cases)("%s", (text, expected) => {
    expect(holders(text)).toEqual(expected);
  });

describe("the ends of names", () => {
  reads([
    [
      'The shares are held directly by North Harbor Venture Fund III, A Limited Partnership ("NHVF").',
      ["North Harbor Venture Fund III, A Limited Partnership"],
    ],
    [
      "500 of the shares are owned by Cedar Point Properties, A California Limited Partnership.",
      ["Cedar Point Properties, A California Limited Partnership"],
    ],
    ["Held by Bayside Associates, a Limited Partnership.", ["Bayside Associates"]],
    [
      "Common Stock held directly by Southwater Property Fund L.P. 1, a Delaware limited partnership.",
      ["Southwater Property Fund L.P. 1"],
    ],
    ["Held by Roe Growth Fund LP 2 and Roe Growth Fund LP 3A.", ["Roe Growth Fund LP 2", "Roe Growth Fund LP 3A"]],
    ["Shares held by Roe Partners L.P. 1,200 of them were bought in May.", ["Roe Partners L.P."]],
    [
      "The shares are owned by Doe Investors Co. XLI and Doe Investors Co. LXXV.",
      ["Doe Investors Co. XLI", "Doe Investors Co. LXXV"],
    ],
    [
      "The shares are held by Maple (Guernsey) S.L.P. and Maple Partners LP Jersey Branch.",
      ["Maple (Guernsey) S.L.P.", "Maple Partners LP Jersey Branch"],
    ],
    [
      "Held by Keen Fund (Non-US) IV, LP and Keen Venture Partners VIII (Co-Investors), L.P.",
      ["Keen Fund (Non-US) IV, LP", "Keen Venture Partners VIII (Co-Investors), L.P."],
    ],
    ["Represents shares of common stock held by Section Nine Partners, L.P.", ["Section Nine Partners, L.P."]],
    ["Directly acquired by Harbor Square Partners, L.P.", ["Harbor Square Partners, L.P."]],
    [
      "The shares are held in Red Finch Holdings Ltd, a company of which the reporting person is the sole owner.",
      ["Red Finch Holdings Ltd"],
    ],
    ["The notes convert into shares of the securities sold in the Qualified Equity Financing.", []],
    ["Represents LTIP Units of Varden Realty L.P., the operating partnership of Varden Realty Trust.", []],
  ]);
});

describe("classes, and interests in a holder", () => {
  reads([
    ["500 shares are held of record by several trusts and companies that Mr. Roe controls.", []],
    [
      "Represents securities held by four separate limited partnerships for which Roe LLC acts as general partner.",
      ["four separate limited partnerships"],
    ],
    [
      "The shares are held by certain trusts for the benefit of his children.",
      ["certain trusts for the benefit of his children"],
    ],
    [
      'Mr. Roe may be deemed to own the shares held by Roe LP and separately managed accounts ("SMAs"). He disclaims ownership of the shares held by Roe LP and the SMAs.',
      ["Roe LP"],
    ],
    ["He transferred 40% of his membership interest in the LLC to an irrevocable family trust.", []],
    [
      "The units were issued as penalty payments for violation of an agreement entered into by the private investment vehicles referenced above.",
      [],
    ],
    ["Each entity disclaims beneficial ownership of securities held by any another entity.", []],
  ]);
});

describe("trustees, groups and definitions", () => {
  reads([
    ["The shares are held by Northlake Trust Company (as trustee of the Roe Trust).", ["Roe Trust"]],
    [
      "Roe Inc. is the adviser to Roe Odd Fund, L.P. (ROF) and Roe Even Fund, L.P. (REF and together with ROF, the Funds). It has power over 2,400 warrants held by ROF and 900 warrants held by REF.",
      ["Roe Odd Fund, L.P.", "Roe Even Fund, L.P."],
    ],
    [
      '500 shares are held by Keen VIII, L.P. ("KVP VIII") and 300 by Keen Cayman VIII, L.P. ("KVP Cayman VIII"). KVP VIII and KVP Cayman VIII are collectively referred to as the "Keen VIII Funds." Keen GP has power over the shares held by the Keen VIII Funds.',
      ["Keen VIII, L.P.", "Keen Cayman VIII, L.P."],
    ],
    [
      'The shares received by BIC in the merger of Brook Corporation, a corporation organized under the laws of British Columbia, Canada ("BIC"), were contributed to Thane Holdings Limited.',
      ["Brook Corporation", "Thane Holdings Limited"],
    ],
    [
      'RF directly and solely owned the notes. Roe GP is the general partner of Roe Fund, L.P. ("RF").',
      ["Roe Fund, L.P."],
    ],
  ]);
});

describe("those who act, and those who are only deemed to own", () => {
  reads([
    [
      "The securities were owned by funds managed by Crest Group, LLC and may be deemed beneficially owned by Crest Group, LLC.",
      [],
    ],
    ["Beta Group purchased the 5% debenture in the principal amount of $90,000.", ["Beta Group"]],
    ["The shares are held by the other members of the Group.", []],
    ["The Stone Group, of which he is a member, beneficially owns 5,000,000 shares in the aggregate.", []],
    ["Stone Group acquired the Issuer on May 3, 2021.", []],
    ["The holder of the shares is Ash (No. 3) Limited Partnership.", ["Ash (No. 3) Limited Partnership"]],
    [
      "Hazel Investors, L.P., on whose behalf Hazel Advisers Inc. exercises voting power, purchased 3,000 shares.",
      ["Hazel Investors, L.P."],
    ],
    [
      "He may have an interest in an indeterminate portion of the securities reported as beneficially owned by MEP LP and ME GP LLC.",
      ["MEP LP"],
    ],
    [
      "The Issuer repurchased 150,000 of these shares from Tern Capital Holdings, Inc.",
      ["Tern Capital Holdings, Inc."],
    ],
    [
      "The Issuer entered into a Share Repurchase Agreement with QORM Holdings, Inc. for the purchase of 40,000 shares.",
      ["QORM Holdings, Inc."],
    ],
    ["The Issuer repurchased the shares from the reporting person.", []],
    [
      'Lark IV, L.P. ("Lark IV") and Lark Affiliates, L.P. ("Lark A") are together referred to as the "Lark Funds". The Lark Funds hold the shares.',
      ["Lark IV, L.P.", "Lark Affiliates, L.P."],
    ],
    [
      "The Form 3 omitted 500 stock units held through the company's Executive Savings Deferral Plan.",
      ["company's Executive Savings Deferral Plan"],
    ],
    ["Includes 300 units held through the company's Directors Deferral Plan.", []],
    [
      "Indirect ownership of the following shares: 300 shares in his IRA; 2,150 shares for Bates Co.; and 640 shares for spouse's IRA account.",
      ["IRA", "Bates Co.", "spouse's IRA account"],
    ],
  ]);
});

describe("who sells with others, and who is only beside a holder", () => {
  reads([
    [
      "In May, Quill Fund V, L.P., SL Quill II, L.P. and certain of their respective affiliates sold certain of the units.",
      ["Quill Fund V, L.P.", "SL Quill II, L.P."],
    ],
    [
      "The shares are held by Quill Fund V, L.P., AB Orrin Ventures LLC and AG Wyatt Fund LP.",
      ["Quill Fund V, L.P.", "AB Orrin Ventures LLC", "AG Wyatt Fund LP"],
    ],
    [
      "The shares are held by Orrin & Co., Ltd. and Orrin Holdings Limited, SA.",
      ["Orrin & Co., Ltd.", "Orrin Holdings Limited, SA"],
    ],
    [
      "Each sale was made by the Orrin Foundation and OFI, as applicable, under its trading plan.",
      ["Orrin Foundation", "OFI"],
    ],
    ["The sales were executed by JPMS under a trading plan.", []],
    [
      "Transferred to the Maria Orrin Living Trust, Maria T. Orrin as Trustee at Roe Bank on 3/2/24.",
      ["Maria Orrin Living Trust"],
    ],
    [
      "Contributed to Orrin Basin Minerals LLC and Orrin Basin Ranch.",
      ["Orrin Basin Minerals LLC", "Orrin Basin Ranch"],
    ],
    ["REFLECTS SHARES OWNED BY THE REPORTING PERSON, THE RELATED SALE OF SHARES AND THE VESTING OF UNITS.", []],
    ["SHARES OWNED BY ORRIN LLC, THE REMAINING SHARES ARE HELD DIRECTLY.", ["ORRIN LLC"]],
    ["On June 5, 2024, 4,000 shares were transferred from the Grantor to fund a GRAT.", ["GRAT"]],
    ["Represents 9,400 shares from the Paula Wyatt GRAT to the Wyatt Living Trust.", ["Wyatt Living Trust"]],
  ]);
});

describe("owners together through a vehicle, and banks", () => {
  reads([
    ["Held by Mr. Wyatt and his wife through the Wyatt Living Trust.", ["Wyatt Living Trust"]],
    ["Owned jointly by the reporting person and her husband through their family trust.", ["family trust"]],
    ["The units are owned by the reporting person and his brother via Wyatt Partners LP.", ["Wyatt Partners LP"]],
    ["The units are held by the reporting person and his brother.", ["brother"]],
    ["Shares held by the reporting person's wife through her IRA.", ["reporting person's wife"]],
    ["The shares are held by Alder Bank, N.A. as trustee of employee plans.", ["Alder Bank, N.A."]],
    ["Alder Trust Company, National Association, holds the shares.", ["Alder Trust Company, National Association"]],
  ]);
});

describe("for whom a holder holds, and accounts in somebody's name", () => {
  reads([
    ["Shares are held in equal amounts by trusts for each of his children.", ["trusts for each of his children"]],
    [
      "Shares held in unequal portions by the Wyatt Trust and by Wyatt LLC for his children.",
      ["Wyatt Trust", "Wyatt LLC"],
    ],
    ["In May, 900 shares were deposited in a brokerage account in the name of Wyatt LLC.", ["Wyatt LLC"]],
    ["The shares were moved into an account in the name of the Wyatt Trust.", ["Wyatt Trust"]],
    ["The proceeds were transferred to an account in the name of the Wyatt Trust.", []],
    ["Record ownership is in the name of the Wyatt Dynasty Trust.", ["Wyatt Dynasty Trust"]],
    ["Beneficial ownership is in dispute.", []],
    [
      "Held by Wyatt & Sons, Inc., which is owned 50% by the reporting person and 50% by his brother.",
      ["Wyatt & Sons, Inc."],
    ],
    ["Held by Wyatt Inc., a company owned by him and by his sister.", ["Wyatt Inc."]],
    ["Held by Wyatt LLC, which is controlled by him, and by Alder LP.", ["Wyatt LLC", "Alder LP"]],
    ["Held by Wyatt LLC, owned equally by the reporting person and his wife.", ["Wyatt LLC"]],
    ["Held by Wyatt LLC, owned 50% by his wife.", ["Wyatt LLC"]],
    ["Shares held by our IPO sponsor, Alder Holdings LLC.", ["Alder Holdings LLC"]],
    ["In May, the issuer issued Alder Fund LP 40,000 shares of Series A preferred stock.", ["Alder Fund LP"]],
    ["The issuer issued Alder LLC a promissory note.", []],
    ["The company granted Mr. Wyatt 4,000 restricted stock units.", []],
    ["The company issued Class A shares to holders of Class B shares.", []],
  ]);
});

describe("notes all in capitals", () => {
  reads([
    ["THE SHARES ARE HELD BY THE ORRIN FOUNDATION AND OFI HOLDINGS, LLC.", ["ORRIN FOUNDATION", "OFI HOLDINGS, LLC"]],
    ["REFLECTS A TRANSFER FROM WYATT PARTNERS, L.P. TO MKL FAMILY FUNDS TRUST IN MAY.", ["MKL FAMILY FUNDS TRUST"]],
    ["HELD BY JANE ORRIN, TRUSTEE OF THE ORRIN IRREVOCABLE REMAINDER TRUST.", ["ORRIN IRREVOCABLE REMAINDER TRUST"]],
    ["THE SHARES ARE HELD BY A FAMILY LIMITED PARTNERSHIP.", ["FAMILY LIMITED PARTNERSHIP"]],
    ["SHARES ARE OWNED BY AN IRREVOCABLE TRUST FOR HIS CHILDREN.", ["IRREVOCABLE TRUST FOR HIS CHILDREN"]],
    ["SHARES HELD BY HIS WIFE AND AN LLC.", ["WIFE", "LLC"]],
    ["SHARES ARE OWNED THROUGH VARIOUS TRUSTS.", []],
    ["GIFT OF 500 SHARES TO A DONOR ADVISED FUND.", []],
    ["HELD BY THE A AND B ORRIN TRUST.", ["A AND B ORRIN TRUST"]],
    ["HELD BY A PLUS CAPITAL LLC.", ["A PLUS CAPITAL LLC"]],
  ]);
});

test("a number or a branch behind the legal form does not change the kind", () => {
  expect(kinds("Held by Roe Growth Fund L.P. 2 and Maple Partners LP Jersey Branch.")).toEqual([
    "partnership",
    "partnership",
  ]);
});
