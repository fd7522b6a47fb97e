import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const names = (text: string) => (readFact("holders", text)?.value ?? []).map(({ name }) => name);

describe("those who hold or trade", () => {
  test.each<[string, string[]]>([
    [
      "Represents 1,500 shares in each of three accounts for the reporting person's minor children.",
      ["three accounts for the reporting person's minor children"],
    ],
    ["These shares were bought for the accounts of the reporting person's children.", ["reporting person's children"]],
    ["Bought in the name of the reporting person's minor son.", ["reporting person's minor son"]],
    ["Purchased in the name of Dunmore LLC at $4.00 per share.", ["Dunmore LLC"]],
    ["Bought in the name of the reporting person.", []],
    [
      "The shares are owned by the defined benefit plan of the reporting person's dental practice.",
      ["defined benefit plan of the reporting person's dental practice"],
    ],
    [
      "Ownership passed to the reporting person's two daughters, in equal parts and for nothing.",
      ["reporting person's two daughters"],
    ],
    ["The ownership of the Issuer passed to its lenders.", []],
    ["The purchasers of the notes were Gull Fund I LP and Gull Fund II LP.", ["Gull Fund I LP", "Gull Fund II LP"]],
    [
      "The shares were acquired in the rights offering on October 12, 2010 at $2.00 per share by Kessel Opportunity LP and by the reporting person's wife.",
      ["Kessel Opportunity LP", "reporting person's wife"],
    ],
    ["The warrants were purchased on May 3, 2021 in a private placement by Ostler Fund II LP.", ["Ostler Fund II LP"]],
    ["They are held in a brokerage account of the reporting person's mother.", ["reporting person's mother"]],
    ["Held in an account owned by Dunmore LLC.", ["Dunmore LLC"]],
    ["Held in a brokerage account of the reporting person.", []],
    ["Shares purchased at $2.00 per share by the reporting person.", []],
    ["Shares allocated to the reporting person's account in the Issuer's ESOP.", ["Issuer's ESOP"]],
    ["Shares credited to her account in the Company's Savings Plan.", ["Company's Savings Plan"]],
    ["Phantom shares credited to the reporting person's account in the Company's Savings Plan.", []],
    [
      "Children of the reporting person, aged 9 and 12, are the registered owners.",
      ["Children of the reporting person"],
    ],
    ["The reporting person is the registered owner.", []],
    ["Shares held in the Issuer's Deferred Compensation Plan trust.", ["Issuer's Deferred Compensation Plan trust"]],
    [
      "Record title lies with Brooke Nominees (Jersey) Limited; the reporting person directs the votes.",
      ["Brooke Nominees (Jersey) Limited"],
    ],
    ["The children of the reporting person own the shares.", ["children of the reporting person"]],
    [
      "The spouse of the reporting person, who lives elsewhere, purchased 500 shares.",
      ["spouse of the reporting person"],
    ],
    ["The reporting person owns the shares.", []],
    [
      "Ms. Dalgaard is a managing member of Juno Rock GP LLC, the general partner of Juno Rock Partners LP, which is the holder of the warrants.",
      ["Juno Rock Partners LP"],
    ],
    [
      "Wren GP Inc., the manager of Wren Fund LLC, which holds the shares, is controlled by the reporting person.",
      ["Wren Fund LLC"],
    ],
    ["The shares are held in an account in the name of the reporting person's spouse.", ["reporting person's spouse"]],
    ["Held in two brokerage accounts in the names of Dunmore LLC and Dunmore Trust.", ["Dunmore LLC", "Dunmore Trust"]],
    ["Of record in the name of Pell & Co., nominee for the Ostler Fund.", ["Pell & Co."]],
    ["Aldine Capital LP is the purchaser of the shares reported in rows 1 to 3.", ["Aldine Capital LP"]],
    ["The reporting person is the purchaser of the shares.", []],
    ["Title to the shares lies with Brooke Holdings Ltd.", ["Brooke Holdings Ltd."]],
    [
      'The shares are held of record by Calder Ventures IV, L.P. ("CV IV"). Calder Management IV, LLC ("CM IV") is the general partner of CV IV and may be deemed to share voting and dispositive power over the shares held by CV IV. The Reporting Person is a managing member of CM IV and disclaims beneficial ownership except to the extent of his pecuniary interest therein.',
      ["Calder Ventures IV, L.P."],
    ],
    [
      "These securities are owned directly by Larkfield Capital Partners II, L.P. Larkfield Capital GP II, LLC is the general partner of Larkfield Capital Partners II, L.P., and Owen Marsh is the managing member of Larkfield Capital GP II, LLC.",
      ["Larkfield Capital Partners II, L.P."],
    ],
    [
      "Shares held by Pine Ridge Venture Partners V, L.P., for itself and as nominee for Pine Ridge Affiliates Fund V, L.P.",
      ["Pine Ridge Venture Partners V, L.P."],
    ],
    [
      "The securities are held of record by Arden Bioscience Fund III, L.P. for itself and as nominee for the account of Arden Entrepreneurs Fund III, L.P. Arden Associates III, LLC is the sole general partner of both.",
      ["Arden Bioscience Fund III, L.P."],
    ],
    [
      "Consists of (i) 10,000 shares held by Birch Hill Fund A, L.P., (ii) 20,000 shares held by Birch Hill Fund B, L.P. and (iii) 1,500 shares held by Birch Hill Executive Fund, LLC.",
      ["Birch Hill Fund A, L.P.", "Birch Hill Fund B, L.P.", "Birch Hill Executive Fund, LLC"],
    ],
    [
      "Represents 1,204,332 shares held directly by Quarry Lane Investors VI LP, 55,201 shares held directly by Quarry Lane Investors VI-B LP and 8,012 shares held directly by Quarry Lane Side Fund LP.",
      ["Quarry Lane Investors VI LP", "Quarry Lane Investors VI-B LP", "Quarry Lane Side Fund LP"],
    ],
    [
      "Includes 812,004 shares owned by Tern Partners Fund, L.P., 120,450 shares owned by Tern Offshore Fund, Ltd., and 33,909 shares in an account managed by Tern Asset Management LLC.",
      ["Tern Partners Fund, L.P.", "Tern Offshore Fund, Ltd."],
    ],
    [
      "Marlow Equity Partners VII, L.P. is the record owner of 1,000,000 shares, Marlow Parallel VII, L.P. of 250,000 shares and Marlow Co-Investors VII, L.P. of 40,000 shares.",
      ["Marlow Equity Partners VII, L.P.", "Marlow Parallel VII, L.P.", "Marlow Co-Investors VII, L.P."],
    ],
    [
      "As of the date of this filing, Gannet Master Fund, Ltd. holds 340,000 shares and Gannet Special Opportunities Fund, L.P. holds 12,400 shares of the Issuer's common stock.",
      ["Gannet Master Fund, Ltd.", "Gannet Special Opportunities Fund, L.P."],
    ],
    [
      'Held directly by Rowan Capital Fund, LP (the "Fund"). Rowan Capital Management, LLC (the "Adviser") is the investment adviser to the Fund. Peter Rowan is the managing member of the Adviser.',
      ["Rowan Capital Fund, LP"],
    ],
    [
      "Shares held for the accounts of Stave Lake Master Fund, L.P., over which Stave Lake Advisors LP exercises investment discretion.",
      ["Stave Lake Master Fund, L.P."],
    ],
    [
      "The securities reported herein are held in the account of Hollis Offshore Master Fund, Ltd., a private investment fund managed by Hollis Management, LLC.",
      ["Hollis Offshore Master Fund, Ltd."],
    ],
    [
      "Common Stock held by Sable Point Partners, L.P., whose general partner is Sable Point GP, Inc.",
      ["Sable Point Partners, L.P."],
    ],
    [
      "These shares are directly held by Cobalt Acquisition Holdings, L.P. Cobalt GP Holdings, LLC is the general partner of Cobalt Acquisition Holdings, L.P. Each of Cobalt GP Holdings, LLC and its managing members may be deemed to beneficially own the shares held by Cobalt Acquisition Holdings, L.P., but each disclaims such ownership.",
      ["Cobalt Acquisition Holdings, L.P."],
    ],
    ["By Vireo Ventures II, L.P. (2)", ["Vireo Ventures II, L.P."]],
    [
      "Directly by Kestrel Fund I, L.P.; Kestrel GP I, LLC, as general partner, may be deemed to beneficially own the shares.",
      ["Kestrel Fund I, L.P."],
    ],
    [
      "Reflects the purchase of 10,000 shares by Kestrel Fund I, L.P. and 5,000 shares by Kestrel Fund II, L.P.",
      ["Kestrel Fund I, L.P.", "Kestrel Fund II, L.P."],
    ],
    [
      "Of these shares, 10,200 were purchased by Kestrel Fund I, L.P. and 4,800 were purchased by Kestrel Fund II, L.P.",
      ["Kestrel Fund I, L.P.", "Kestrel Fund II, L.P."],
    ],
    [
      "The 14,500 shares were sold as follows: 10,200 shares by Kestrel Fund I, L.P. and 4,300 shares by Kestrel Fund II, L.P.",
      ["Kestrel Fund I, L.P.", "Kestrel Fund II, L.P."],
    ],
    [
      "The reported securities are owned directly by Moorgate Partners, L.P. and indirectly by Moorgate Capital LLC as its general partner.",
      ["Moorgate Partners, L.P."],
    ],
    [
      "The shares are held by Sandbar Holdings S.à r.l., an indirect wholly owned subsidiary of Sandbar Group plc.",
      ["Sandbar Holdings S.à r.l."],
    ],
    [
      "Thornbury Sponsor LLC is the record holder of the securities reported herein. Messrs. Alden and Pryce are the managers of Thornbury Sponsor LLC.",
      ["Thornbury Sponsor LLC"],
    ],
    [
      "Shares acquired in the Issuer's private placement by Elkhorn Growth Fund II, LP.",
      ["Elkhorn Growth Fund II, LP"],
    ],
    [
      "Represents shares received by Elkhorn GP II, LLC in a pro rata distribution from Elkhorn Growth Fund II, LP.",
      ["Elkhorn GP II, LLC"],
    ],
    [
      "The reporting person has agreed to hold the award for the benefit of Elkhorn Management Company, LLC.",
      ["Elkhorn Management Company, LLC"],
    ],
    [
      "The options are held by Mr. Finch for the benefit of Rosedale Partners III, L.P.",
      ["Rosedale Partners III, L.P."],
    ],
    [
      "Shares held by the Whitcomb Family Trust, of which the reporting person and his wife are co-trustees.",
      ["Whitcomb Family Trust"],
    ],
    [
      "Shares held in trust for the benefit of the reporting person's children.",
      ["trust for the benefit of the reporting person's children"],
    ],
    [
      "Held by the Laurel A. Whitcomb 2011 Irrevocable Trust for the benefit of the reporting person's children; the reporting person's spouse is trustee.",
      ["Laurel A. Whitcomb 2011 Irrevocable Trust"],
    ],
    ["Held by the Whitcomb 2015 GRAT.", ["Whitcomb 2015 GRAT"]],
    ["Shares held by the reporting person as trustee of the Whitcomb Children's Trust.", ["Whitcomb Children's Trust"]],
    [
      "Held by Laurel Whitcomb and Dean Whitcomb, Trustees of the Whitcomb Living Trust dated March 3, 2004.",
      ["Whitcomb Living Trust dated March 3, 2004"],
    ],
    [
      "Laurel Whitcomb, Trustee, Whitcomb Revocable Trust U/A DTD 5/6/1999",
      ["Whitcomb Revocable Trust U/A DTD 5/6/1999"],
    ],
    ["Held by Dean Whitcomb TTEE FBO Whitcomb Family Trust.", ["Whitcomb Family Trust"]],
    [
      "These shares are held in a revocable trust for which the reporting person serves as trustee.",
      ["revocable trust"],
    ],
    [
      "Shares are held by two trusts for the benefit of Mr. Whitcomb's children.",
      ["two trusts for the benefit of Mr. Whitcomb's children"],
    ],
    ["Shares transferred to a GRAT for estate planning purposes.", ["GRAT"]],
    [
      "On May 3, 2010, the reporting person transferred 50,000 shares to the Whitcomb 2010 Annuity Trust, of which she is the trustee and sole annuitant.",
      ["Whitcomb 2010 Annuity Trust"],
    ],
    [
      "The reporting person's indirect ownership arises from the Whitcomb Legacy Trust, which owns the shares.",
      ["Whitcomb Legacy Trust"],
    ],
    ["Trust", ["Trust"]],
    ["By Trust", ["Trust"]],
    ["By trusts for grandchildren", ["trusts for grandchildren"]],
    ["By Family Trust", ["Family Trust"]],
    ["By self as trustee for son", ["son"]],
    ["By GRAT", ["GRAT"]],
    ["By LLC", ["LLC"]],
    ["By Corporation", ["Corporation"]],
    ["By IRA", ["IRA"]],
    ["By ESOP", ["ESOP"]],
    ["By Wife", ["Wife"]],
    ["By daughter's trust", ["daughter's trust"]],
    ["By wife's IRA", ["wife's IRA"]],
    ["401(k)", ["401(k)"]],
    ["By Partnership", ["Partnership"]],
    ["The Foundation", ["Foundation"]],
    ["By reporting person as custodian for children under UTMA", ["children"]],
    ["These shares are held by a trust. The reporting person is the trustee of the trust.", ["trust"]],
    ["Shares held by the Trust.", ["Trust"]],
    ["The trust holds 12,000 shares.", ["trust"]],
    [
      "These shares are owned by the estate of the reporting person's late father, of which she is executor.",
      ["estate of the reporting person's late father"],
    ],
    ["The Estate of Harold Whitcomb owns these shares.", ["The Estate of Harold Whitcomb"]],
    [
      "Shares are held by the reporting person's spouse. The reporting person disclaims beneficial ownership.",
      ["reporting person's spouse"],
    ],
    ["Owned by Mrs. Linda Whitcomb, wife of the reporting person.", ["Mrs. Linda Whitcomb"]],
    ["Owned by Linda Whitcomb, wife of the reporting person.", ["Linda Whitcomb"]],
    ["Shares held by wife.", ["wife"]],
    ["These shares are owned solely by the wife of the reporting person.", ["wife of the reporting person"]],
    ["Shares held jointly with spouse.", ["spouse"]],
    ["Shares held jointly by the reporting person and his wife.", ["wife"]],
    ["Held in joint tenancy with the reporting person's wife.", ["reporting person's wife"]],
    ["Held as joint tenants with wife.", ["wife"]],
    ["Owned by the reporting person and spouse as joint tenants.", ["spouse"]],
    ["Shares held as custodian for minor children under the Uniform Transfers to Minors Act.", ["minor children"]],
    ["Held by reporting person as UTMA custodian for his daughter.", ["daughter"]],
    [
      "Shares held in UTMA accounts for the benefit of the reporting person's children.",
      ["UTMA accounts for the benefit of the reporting person's children"],
    ],
    [
      "The reporting person's spouse purchased these shares in her IRA without the reporting person's knowledge.",
      ["reporting person's spouse", "IRA"],
    ],
    ["Includes 500 shares held by reporting person's son, who shares the same household.", ["reporting person's son"]],
    ["Shares gifted to the reporting person's two adult children.", ["reporting person's two adult children"]],
    ["Gift from the reporting person to his spouse.", ["spouse"]],
    ["Transferred to former spouse pursuant to a domestic relations order.", ["former spouse"]],
    ["Acquired by reporting person's spouse through dividend reinvestment.", ["reporting person's spouse"]],
    ["Shares held in the reporting person's account in the Company's 401(k) plan.", ["Company's 401(k) plan"]],
    [
      "Shares held in the Carver Industries, Inc. Employee Stock Ownership Plan as of December 31, 2009.",
      ["Carver Industries, Inc. Employee Stock Ownership Plan"],
    ],
    [
      "Shares held in an individual retirement account for the benefit of the reporting person.",
      ["individual retirement account for the benefit of the reporting person"],
    ],
    ["Shares held in IRA account.", ["IRA account"]],
    ["Shares held in reporting person's Roth IRA.", ["reporting person's Roth IRA"]],
    [
      "Shares held by First Lakes Trust Company as custodian of the IRA FBO Dean Whitcomb.",
      ["First Lakes Trust Company"],
    ],
    ["Held by IRA FBO Dean Whitcomb.", ["IRA FBO Dean Whitcomb"]],
    ["Held in IRA for the benefit of spouse.", ["IRA for the benefit of spouse"]],
    [
      "Represents shares held in the Company's Savings and Profit Sharing Plan.",
      ["Company's Savings and Profit Sharing Plan"],
    ],
    [
      "Shares held in the Carver Corporation Savings Plan, as of the most recent plan statement.",
      ["Carver Corporation Savings Plan"],
    ],
    [
      "Shares held by Whitcomb Investments LLC, a limited liability company wholly owned by the reporting person.",
      ["Whitcomb Investments LLC"],
    ],
    ["Shares owned by a corporation of which the reporting person is president and sole shareholder.", ["corporation"]],
    [
      "The shares are held by a limited liability company of which the reporting person is the sole member.",
      ["limited liability company"],
    ],
    [
      "Held by a family limited partnership, the general partner of which is controlled by the reporting person.",
      ["family limited partnership"],
    ],
    [
      "Shares held by the Dean and Laurel Whitcomb Charitable Foundation. The reporting person disclaims beneficial ownership.",
      ["Dean and Laurel Whitcomb Charitable Foundation"],
    ],
    [
      "Held by Lillian and Otto Roe Charitable Foundation, Inc., of which the reporting person is a director.",
      ["Lillian and Otto Roe Charitable Foundation, Inc."],
    ],
    ["Held by O'Malley & Sons, Inc.", ["O'Malley & Sons, Inc."]],
    ["Held by the D'Angelo/Fitch 1999 Trust.", ["D'Angelo/Fitch 1999 Trust"]],
    ["Sold by Whitcomb Investments LLC pursuant to a Rule 10b5-1 plan.", ["Whitcomb Investments LLC"]],
    ["The seller, Whitcomb Investments LLC, is controlled by the reporting person.", ["Whitcomb Investments LLC"]],
    ["These shares are in addition to the 4,000 shares held by the Whitcomb Family Trust.", ["Whitcomb Family Trust"]],
    ["Donated to Westbrook College.", ["Westbrook College"]],
    ["Gift to Whitcomb University.", ["Whitcomb University"]],
    [
      "Gift of shares to a trust for the benefit of the reporting person's children.",
      ["trust for the benefit of the reporting person's children"],
    ],
    [
      "SHARES ARE HELD BY WHITCOMB PARTNERS, L.P., OF WHICH THE REPORTING PERSON IS A GENERAL PARTNER.",
      ["WHITCOMB PARTNERS, L.P."],
    ],
    ["BY WHITCOMB FAMILY LLC", ["WHITCOMB FAMILY LLC"]],
    ["SHARES OWNED BY SPOUSE. REPORTING PERSON DISCLAIMS BENEFICIAL OWNERSHIP.", ["SPOUSE"]],
    ["HELD BY REPORTING PERSON'S IRA", ["REPORTING PERSON'S IRA"]],
    ["OWNED BY DEAN WHITCOMB AS TRUSTEE FOR THE WHITCOMB TRUST DATED 3/1/99", ["WHITCOMB TRUST DATED 3/1/99"]],
    ["The Reporting Person's employer, Carver Capital LLC, owns 2,000,000 shares.", ["Carver Capital LLC"]],
    [
      "The securities are held in the name of Whitcomb Holdings Ltd. on behalf of the reporting person.",
      ["Whitcomb Holdings Ltd."],
    ],
    [
      "Whitcomb Holdings Ltd. is the direct owner of the shares; Whitcomb Group AG is its parent.",
      ["Whitcomb Holdings Ltd."],
    ],
    [
      "Whitcomb Group AG is the sole member of Whitcomb Holdings LLC, which is the record holder of 40,000 shares.",
      ["Whitcomb Holdings LLC"],
    ],
    [
      "The warrants were issued to Whitcomb Credit Partners LP in connection with a loan.",
      ["Whitcomb Credit Partners LP"],
    ],
    [
      "The preferred stock held by Whitcomb Credit Partners LP converted automatically into common stock upon the closing of the IPO.",
      ["Whitcomb Credit Partners LP"],
    ],
    [
      "Shares subject to forfeiture if the underwriters do not exercise their option; held by Thornbury Sponsor LLC, of which the reporting person is managing member.",
      ["Thornbury Sponsor LLC"],
    ],
    [
      "Whitcomb Advisers, Inc. serves as investment manager to Whitcomb Fund, which purchased the shares.",
      ["Whitcomb Fund"],
    ],
    [
      "The shares reported in this row are owned by the Whitcomb 1997 Trust; the reporting person is not a trustee.",
      ["Whitcomb 1997 Trust"],
    ],
    ["The beneficial owner of the shares is Whitcomb Ltd.", ["Whitcomb Ltd."]],
    ["Dr. Whitcomb's wife holds these shares.", ["Dr. Whitcomb's wife"]],
    ["Mr. Whitcomb's children own the shares.", ["Mr. Whitcomb's children"]],
    ["Sales made by the trustee of the Whitcomb Family Trust.", ["Whitcomb Family Trust"]],
    [
      "Transfer of shares by the reporting person to Whitcomb Holdings LP in exchange for limited partnership interests.",
      ["Whitcomb Holdings LP"],
    ],
    [
      "Represents securities held of record by the Aldous 2008 GRAT, the Aldous 2010 GRAT and the Aldous Descendants Trust.",
      ["Aldous 2008 GRAT", "Aldous 2010 GRAT", "Aldous Descendants Trust"],
    ],
    [
      "On 3/4/2015 Mrs. Aldous contributed 15,000 shares to her private foundation; the foundation has not sold them.",
      ["private foundation"],
    ],
    [
      "Contribution of the shares to ALD Legacy, LLC in return for membership units (no change in beneficial ownership).",
      ["ALD Legacy, LLC"],
    ],
    [
      "Half of the 3,000 shares were gifted to the reporting person's son and half to a scholarship fund.",
      ["reporting person's son"],
    ],
    [
      "Northern Shipholding S.A. purchased the shares in the private placement. The reporting person controls Northern Shipholding S.A.",
      ["Northern Shipholding S.A."],
    ],
    [
      "Includes shares held by BVP XI, BVP XI-A and the BVP XI Founders Fund.",
      ["BVP XI", "BVP XI-A", "BVP XI Founders Fund"],
    ],
    ["INCLUDES 1,250 SHARES HELD IN COMPANY SAVINGS PLAN (401K)", ["COMPANY SAVINGS PLAN"]],
    ["Includes 2,200 shares owned jointly with his spouse.", ["spouse"]],
    [
      "Of the reported shares, 5,000 are held in the reporting person's SEP-IRA and 2,000 are held in his wife's IRA.",
      ["reporting person's SEP-IRA", "wife's IRA"],
    ],
    [
      "The reporting person is one of three members of the investment committee of Halvorsen Ventures LLC, which directly holds the reported shares.",
      ["Halvorsen Ventures LLC"],
    ],
    [
      "JRT Capital is the investment adviser of JRT Offshore Ltd. and JRT Onshore LP, the direct holders of the reported securities.",
      ["JRT Offshore Ltd.", "JRT Onshore LP"],
    ],
    ["Securities reported on this line belong to the Haugen Trust No. 2.", ["Haugen Trust No. 2"]],
    ["The Haugen Trust No. 2's shares were sold by its independent trustee.", ["The Haugen Trust No. 2"]],
    ["After this sale, Haugen Investments, L.P. continues to hold 210,000 shares.", ["Haugen Investments, L.P."]],
    [
      "Haugen Investments, L.P. elected to convert its Series A preferred shares into 40,000 shares of common stock.",
      ["Haugen Investments, L.P."],
    ],
    [
      "Upon closing of the IPO, each share of Series A Preferred Stock held by Haugen Investments, L.P. converted into one share of Common Stock.",
      ["Haugen Investments, L.P."],
    ],
    [
      "Mr. Haugen exercises sole voting power over the shares held in the name of Haugen Nominees Pty Ltd as trustee for the Haugen Super Fund.",
      ["Haugen Super Fund"],
    ],
    ["Shares held by Delmar Savings Bank in trust for the participants of its pension plan.", ["Delmar Savings Bank"]],
    ["By: Osgood Partners", ["Osgood Partners"]],
    [
      "Osgood Family Foundation, Inc. (a 501(c)(3) corporation of which reporting person is president)",
      ["Osgood Family Foundation, Inc."],
    ],
    ["Jointly with wife", ["wife"]],
    ["Owned by reporting person's minor son", ["reporting person's minor son"]],
    ["Spouse's IRA.", ["Spouse's IRA"]],
    ["Shares in spouse's name", ["spouse"]],
    ["Shares owned by reporting person's mother, who lives in his household.", ["reporting person's mother"]],
    ["The reporting person has sole voting power with respect to shares held in his children's names.", ["children"]],
    ["Mr. Osgood's wife, Ellen Osgood, sold 3,000 shares from her individual account.", ["Ellen Osgood"]],
    ["These shares were purchased by Mr. Osgood's wife for her own account.", ["Mr. Osgood's wife"]],
    [
      "Held by the Osgood Children's Trusts, of which the reporting person is a co-trustee.",
      ["Osgood Children's Trusts"],
    ],
    [
      "The shares sold were held by the Osgood Charitable Remainder Unitrust.",
      ["Osgood Charitable Remainder Unitrust"],
    ],
    [
      "Shares sold by the Osgood Charitable Remainder Unitrust pursuant to a Rule 10b5-1 trading plan adopted on May 4, 2015.",
      ["Osgood Charitable Remainder Unitrust"],
    ],
    [
      "The sales reported in this Form 4 were effected by Osgood LLC pursuant to a Rule 10b5-1 trading plan adopted by Osgood LLC on May 4, 2015.",
      ["Osgood LLC"],
    ],
    ["RCI sold these shares in the open market.", ["RCI"]],
    ["The shares are directly owned by RCI.", ["RCI"]],
    [
      "The amount reported reflects shares directly held by (i) Tamarack Fund, L.P. (412,000), (ii) Tamarack QP Fund, L.P. (810,000) and (iii) Tamarack Offshore, Ltd. (95,000).",
      ["Tamarack Fund, L.P.", "Tamarack QP Fund, L.P.", "Tamarack Offshore, Ltd."],
    ],
    [
      "The shares were acquired by the following funds: Tamarack Fund, L.P. - 4,000 shares; Tamarack QP Fund, L.P. - 6,000 shares.",
      ["Tamarack Fund, L.P.", "Tamarack QP Fund, L.P."],
    ],
    [
      "Tamarack Fund, L.P.: 4,000 shares; Tamarack QP Fund, L.P.: 6,000 shares.",
      ["Tamarack Fund, L.P.", "Tamarack QP Fund, L.P."],
    ],
    [
      'Tamarack Capital Partners, LLC ("TCP") acts as investment manager to, and manages investment and trading accounts of, other persons, including Tamarack Fund, L.P. TCP may be deemed to beneficially own these shares held by Tamarack Fund, L.P.',
      ["Tamarack Fund, L.P."],
    ],
    [
      "Tamarack Holdings, the direct owner of the shares, is a wholly owned subsidiary of Tamarack Corp.",
      ["Tamarack Holdings"],
    ],
    [
      "These securities are held by Bluff Point Associates Corp's wholly owned subsidiary, BPA Holdings, Inc.",
      ["BPA Holdings, Inc."],
    ],
    ["Reflects shares transferred by the reporting person to his former wife under a divorce decree.", ["former wife"]],
    [
      "Pursuant to an arrangement with Dorset Capital LLC, the director's fee shares were issued directly to Dorset Capital LLC.",
      ["Dorset Capital LLC"],
    ],
    [
      "The options were assigned to Dorset Capital LLC, of which the reporting person is a partner.",
      ["Dorset Capital LLC"],
    ],
    ["The warrants are held by KLB Trust, an entity controlled by the reporting person's brother.", ["KLB Trust"]],
    ["Shares held by KLB Trust were sold on behalf of KLB Trust by its trustee.", ["KLB Trust"]],
    [
      "Shares acquired through the Company's dividend reinvestment plan by the reporting person's wife.",
      ["reporting person's wife"],
    ],
    ["Held in the Company's rabbi trust under the Directors' Deferred Fee Plan.", ["Company's rabbi trust"]],
    [
      "The reporting person is deemed to own shares held by the Company's employee stock ownership trust as a trustee.",
      ["Company's employee stock ownership trust"],
    ],
    [
      "Includes 1,000 shares held by the reporting person's wife and 300 by his daughter.",
      ["reporting person's wife", "daughter"],
    ],
    [
      "Consists of 4,000 shares held directly, 3,000 shares held in an IRA, and 1,200 shares held by a family trust.",
      ["IRA", "family trust"],
    ],
    [
      'Shares are held in the name of "Peregrine Holdings, Ltd.", a company owned by a trust for the benefit of the reporting person\'s family.',
      ["Peregrine Holdings, Ltd."],
    ],
    ["The securities were received by Peregrine Holdings, Ltd. as merger consideration.", ["Peregrine Holdings, Ltd."]],
    ["Transferred from the Peregrine Trust to Peregrine Holdings, Ltd.", ["Peregrine Holdings, Ltd."]],
    ["The shares were transferred by the reporting person into the Peregrine Trust.", ["Peregrine Trust"]],
    [
      "Mr. Lund is the sole shareholder and director of Fjell AS, which owns 100% of Fjell Invest AS. Fjell Invest AS is the holder of record of the securities.",
      ["Fjell Invest AS"],
    ],
    [
      "The reporting person disclaims beneficial ownership of any shares owned by Larch Partners LLC except to the extent of her pecuniary interest.",
      ["Larch Partners LLC"],
    ],
    ["The reporting person has no beneficial ownership in shares held by Larch Partners LLC.", ["Larch Partners LLC"]],
    [
      'The Reporting Persons are Larch Fund I, L.P. ("Fund I"), Larch Fund II, L.P. ("Fund II") and Larch GP, LLC. Fund I directly holds 100,000 shares and Fund II directly holds 50,000 shares.',
      ["Larch Fund I, L.P.", "Larch Fund II, L.P."],
    ],
    [
      "Shares are beneficially owned by Larch Fund I, L.P. and may be deemed beneficially owned by Larch GP I, LLC, its general partner.",
      ["Larch Fund I, L.P."],
    ],
    [
      'The shares are owned of record by Larch Fund I, L.P. ("LF I"), Larch Associates Fund, L.P. ("LAF" and, collectively with LF I, the "Larch Entities"). Larch GP I, LLC ("GP") serves as the sole general partner of the Larch Entities and has sole voting and investment control over the shares owned by the Larch Entities and may be deemed to own beneficially the shares held by the Larch Entities. GP owns no securities of the Issuer directly.',
      ["Larch Fund I, L.P.", "Larch Associates Fund, L.P."],
    ],
    [
      'These securities are held by LGP Associates VI-A LLC, LGP Associates VI-B LLC, Larch Equity Investors VI, L.P., and Larch Equity Investors Side VI, L.P. (collectively, the "LGP Funds").',
      [
        "LGP Associates VI-A LLC",
        "LGP Associates VI-B LLC",
        "Larch Equity Investors VI, L.P.",
        "Larch Equity Investors Side VI, L.P.",
      ],
    ],
    [
      "Represents 400 shares sold by Larch Fund I, L.P., 300 shares sold by Larch Fund II, L.P. and 20 shares sold by the Larch 1998 Trust.",
      ["Larch Fund I, L.P.", "Larch Fund II, L.P.", "Larch 1998 Trust"],
    ],
    ["Shares held by Steven Larch's children.", ["Steven Larch's children"]],
    ["Held by Steven Larch IRA.", ["Steven Larch IRA"]],
    [
      "Held by Mary K. Larch 2012 Family Trust u/a/d 12/21/2012 f/b/o Steven Larch, of which Mary Larch is trustee.",
      ["Mary K. Larch 2012 Family Trust u/a/d 12/21/2012 f/b/o Steven Larch"],
    ],
    [
      "The trustees of the Mary K. Larch 2012 Family Trust purchased 1,000 shares.",
      ["Mary K. Larch 2012 Family Trust"],
    ],
    ["Held by Mary Larch's revocable trust.", ["Mary Larch's revocable trust"]],
    [
      "These shares are held in a charitable remainder trust for which the reporting person is a trustee.",
      ["charitable remainder trust"],
    ],
    ["Held in a blind trust.", ["blind trust"]],
    ["Held by trust f/b/o minor children.", ["trust f/b/o minor children"]],
    [
      "Held by trusts for the benefit of the reporting person's nieces and nephews.",
      ["trusts for the benefit of the reporting person's nieces and nephews"],
    ],
    ["Held by certain family trusts and entities.", ["certain family trusts"]],
    ["By family trusts.", ["family trusts"]],
    ["As trustee for children's trusts", ["children's trusts"]],
    ["Held by a GRAT of which reporting person is trustee.", ["GRAT"]],
    [
      "Reporting person's spouse is the trustee of the Larch Gift Trust, the holder of these shares.",
      ["Larch Gift Trust"],
    ],
    ["The holder of these shares is the Larch Gift Trust.", ["Larch Gift Trust"]],
    ["Shares gifted to the Larch Gift Trust f/b/o Anne Larch.", ["Larch Gift Trust f/b/o Anne Larch"]],
    ["Charitable gift to the University of Westbrook.", ["University of Westbrook"]],
    ["Gift to The Westbrook School.", ["The Westbrook School"]],
    ["Gift to the Boys & Girls Club of Westbrook.", ["Boys & Girls Club of Westbrook"]],
    [
      "Gift of 200 shares to the reporting person's daughter and 200 shares to his son.",
      ["reporting person's daughter", "son"],
    ],
    [
      "Shares distributed by Larch Fund I, L.P. to Larch GP I, LLC, its general partner, which in turn distributed the shares to its members.",
      ["Larch GP I, LLC"],
    ],
    [
      "Transfer to the reporting person's revocable trust; no change in beneficial ownership.",
      ["reporting person's revocable trust"],
    ],
    ["Contribution to Larch Exchange Fund, L.P. in return for an interest therein.", ["Larch Exchange Fund, L.P."]],
    ["The units held by Larch OP Investors LLC are redeemable for common shares.", ["Larch OP Investors LLC"]],
    ["Shares held in the Larch Industries 401(k) Plan by the trustee.", ["Larch Industries 401(k) Plan"]],
    ["ESOP", ["ESOP"]],
    ["Held under 401(k)", ["401(k)"]],
    ["Shares held by son living in same household", ["son"]],
    ["Mr. Larch and his wife hold the shares as community property.", ["wife"]],
    ["Indirect ownership through Larch LLC", ["Larch LLC"]],
    ["Indirectly held via Larch B.V. and Larch Holding N.V.", ["Larch B.V.", "Larch Holding N.V."]],
    ["HELD BY SPOUSE AS CUSTODIAN FOR CHILDREN", ["SPOUSE"]],
    ["Held by spouse as trustee for children's trust", ["children's trust"]],
    [
      "SEE NOTE 1. SHARES OWNED BY LARCH ENTERPRISES, INC., A COMPANY CONTROLLED BY MR. LARCH.",
      ["LARCH ENTERPRISES, INC."],
    ],
    ["PURCHASED BY LARCH FUND I LP. LARCH GP LLC IS ITS GENERAL PARTNER", ["LARCH FUND I LP"]],
    [
      "Larch Enterprises, Inc., a corporation wholly owned by Mr. Larch, is the owner of these shares.",
      ["Larch Enterprises, Inc."],
    ],
    [
      "Mr. Larch is the controlling shareholder of Larch Enterprises, Inc., the owner of the shares.",
      ["Larch Enterprises, Inc."],
    ],
    [
      "Mr. Larch owns 60% of Larch Enterprises, Inc., which owns 1,000,000 shares of the Issuer.",
      ["Larch Enterprises, Inc."],
    ],
    [
      "Larch Enterprises, Inc., in which Mr. Larch owns a 60% interest, exercised the warrants.",
      ["Larch Enterprises, Inc."],
    ],
    ["Shares underlying warrants acquired by Larch Enterprises, Inc. on March 3, 2009.", ["Larch Enterprises, Inc."]],
    [
      'The shares are held of record by Osier Growth Partners III, L.P. ("OGP III"), Osier Growth Partners III-A, L.P. ("OGP III-A") and Osier Founders III, L.P. ("OF III"). Osier Growth GP III, L.L.C. ("GP III") is the general partner of each of OGP III, OGP III-A and OF III. The reporting person is a managing director of GP III.',
      ["Osier Growth Partners III, L.P.", "Osier Growth Partners III-A, L.P.", "Osier Founders III, L.P."],
    ],
    [
      "Includes 31,000 shares held by Osier Growth Partners III, L.P., 2,100 shares held by Osier Growth Partners III-A, L.P., and 900 shares held by the reporting person.",
      ["Osier Growth Partners III, L.P.", "Osier Growth Partners III-A, L.P."],
    ],
    [
      "Osier Capital, LLC is the investment manager of Osier Master Fund, Ltd., the record and direct beneficial owner of the securities covered by this statement.",
      ["Osier Master Fund, Ltd."],
    ],
    [
      'Osier Master Fund, Ltd. ("Master Fund") directly beneficially owns these shares. Osier Capital, LLC, as the investment adviser of Master Fund, may be deemed to beneficially own them.',
      ["Osier Master Fund, Ltd."],
    ],
    [
      "Shares of common stock beneficially owned by Osier Master Fund, Ltd. Osier Value Adviser LLC, as investment manager, may be deemed to own them.",
      ["Osier Master Fund, Ltd."],
    ],
    [
      "Osier Partners L.P. purchased 5,000 shares, Osier Offshore Ltd. purchased 3,000 shares, and Osier Managed Account LP purchased 2,000 shares.",
      ["Osier Partners L.P.", "Osier Offshore Ltd.", "Osier Managed Account LP"],
    ],
    [
      "Represents shares purchased for the accounts of Osier Partners L.P. and Osier Offshore Ltd.",
      ["Osier Partners L.P.", "Osier Offshore Ltd."],
    ],
    [
      "The reporting person's adult son acquired these shares upon exercise of stock options.",
      ["reporting person's adult son"],
    ],
    [
      "The number of shares excludes 1,000 shares held by Mr. Osier's wife but includes 500 shares held by the Osier Family Trust.",
      ["Osier Family Trust"],
    ],
    [
      "These shares were transferred to Osier Holdings, L.P., a family limited partnership, as a capital contribution.",
      ["Osier Holdings, L.P."],
    ],
    [
      "The shares were contributed to the Osier 2019 Exchange Trust in exchange for a promissory note.",
      ["Osier 2019 Exchange Trust"],
    ],
    ["Held through the Osier Supplemental Retirement Trust.", ["Osier Supplemental Retirement Trust"]],
    ["Shares held in joint account with spouse", ["spouse"]],
    ["Reporting person's spouse is sole owner of these shares.", ["Reporting person's spouse"]],
    [
      "The shares are owned by Osier Ventures Ltd, a British Virgin Islands company, which is wholly owned by the Osier Settlement.",
      ["Osier Ventures Ltd"],
    ],
    ["The securities were issued to Osier Lending LLC as consideration for the loan.", ["Osier Lending LLC"]],
    [
      "The shares were acquired by Osier Holdings, L.P., an entity of which the reporting person is the sole limited partner, in open market purchases.",
      ["Osier Holdings, L.P."],
    ],
    [
      "Shares held by reporting person's wife, an employee of the Issuer, in the 401(k) Plan.",
      ["reporting person's wife"],
    ],
    [
      "Mr. Osier is the trustee and his children are the beneficiaries of the Osier Trust, which owns the 20,000 shares reported.",
      ["Osier Trust"],
    ],
    ["The trustee of the Osier Trust has sole voting power over the shares owned by the Osier Trust.", ["Osier Trust"]],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe("no holder", () => {
  test.each([
    [
      "On January 5, 2016 Elkhorn Growth Fund II, LP distributed 20,000 shares pro rata to its partners for no consideration.",
    ],
    [
      "Represents a pro rata in-kind distribution by Elkhorn Growth Fund II, LP to its partners, including Elkhorn GP II, LLC.",
    ],
    ["The general partner of Elkhorn Growth Fund II, LP is Elkhorn GP II, LLC, of which Mr. Hale is a manager."],
    ["Elkhorn GP II, LLC may be deemed to have beneficial ownership of the shares."],
    ["The Reporting Person is a partner of Dunmore Partners LLP, which provides advisory services to the Issuer."],
    ["Mr. Hale is a director of the Issuer and was designated by Elkhorn Growth Fund II, LP."],
    ["The fee is paid to Elkhorn Management Company LLC under an arrangement with the director."],
    [
      "Under his agreement with Rosedale Advisors, LP, Mr. Finch holds the options for the benefit of the funds managed by Rosedale Advisors, LP.",
    ],
    [
      "Shares were transferred from the Whitcomb 2010 Annuity Trust to the reporting person in satisfaction of the annuity.",
    ],
    ["Reporting person's wife is the beneficiary of the trust."],
    ["Based on a statement from the plan administrator dated December 31, 2010."],
    ["Held in the Company's Deferred Compensation Plan."],
    ["Shares held in a brokerage account."],
    ["Held in a margin account at a brokerage firm."],
    ["Held in street name by a broker."],
    ["Shares held in street name."],
    ["The shares were sold through Carver Securities LLC, a broker."],
    ["Sold by the plan administrator to cover taxes."],
    ["Sale by Carver Trust Company, N.A., as stock plan agent, to cover withholding taxes."],
    ["Sold automatically by the broker under the plan."],
    ["Does not include 5,000 shares held by the reporting person's spouse."],
    [
      "Excludes 12,000 shares held by the Whitcomb Family Trust, as to which the reporting person has no pecuniary interest.",
    ],
    ["The total does not include shares owned by Whitcomb Partners, L.P."],
    ["Excludes shares held by spouse."],
    ["Donation of shares to a charity."],
    ["Gift to public charity."],
    ["On June 1, 2012, Carver Capital LLC was acquired by Dunmore Inc."],
    ["Nominee holder: Cede & Co."],
    ["Whitcomb Group AG owns 100% of Whitcomb Holdings Ltd."],
    ["The reporting person is a member of the sponsor and has a pecuniary interest in shares held by it."],
    ["Shares withheld by the Company to pay taxes."],
    ["Acquired by the reporting person upon exercise of stock options."],
    ["Purchased by the Issuer in a tender offer."],
    ["Sold to Dunmore Inc. in a tender offer at $20.00 per share."],
    ["Pursuant to the merger agreement between the Issuer and Dunmore Inc., each share was converted into cash."],
    ["All shares are held of record by entities affiliated with Whitcomb Capital."],
    ["Represents shares pledged to Lakes Bank as collateral."],
    ["Assignment of 70,000 warrants by Polestar Sponsor LLC to investors under a letter agreement."],
    ["The shares were previously held by Redstone Growth III, L.P., which distributed them to its partners."],
    ["Following the sale, Haugen Investments, L.P. beneficially owns no shares."],
    ["Following the distribution, Haugen Investments, L.P. no longer holds any shares of the Issuer."],
    ["Shares are held by a nominee."],
    [
      "The sales reported on this Form 4 were effected pursuant to a Rule 10b5-1 trading plan adopted by the Osgood Charitable Remainder Unitrust.",
    ],
    ["The reporting person may be deemed to share beneficial ownership with Tamarack Corp."],
    ["All of the shares are held by a wholly-owned subsidiary of the reporting person."],
    ["The reporting person's former employer, Dorset Capital LLC, is entitled to the proceeds."],
    [
      "The restricted stock was granted to the reporting person, who has assigned all economic interest to Dorset Capital LLC.",
    ],
    ["Dividends were reinvested through the Company's DRIP."],
    ["These shares are held in escrow by Lakes Trust Company."],
    ["Peregrine Holdings, Ltd. is wholly owned by the Peregrine Trust, which is the indirect owner of the shares."],
    ["The Peregrine Trust was the beneficiary of a distribution of 1,000 shares from Peregrine Holdings, Ltd."],
    ["Shares returned to the reporting person by the Peregrine Trust."],
    ["Annuity payment from the Peregrine 2012 GRAT to the grantor."],
    ["The shares were sold by the administrator of the Issuer's equity plans to satisfy withholding taxes."],
    ["The shares were purchased by the reporting person's broker without his prior knowledge."],
    ["Shares sold by lender upon foreclosure of pledge by Sterling Bank."],
    ["Shares purchased from Larch Capital LLC in a private transaction."],
    ["Shares sold to Larch Capital LLC in a private transaction."],
    ["The Issuer sold the shares to the reporting person in a private placement."],
    ["Granted under the Larch Industries, Inc. 2012 Omnibus Incentive Plan."],
    ["Shares acquired under the Larch Industries, Inc. Employee Stock Purchase Plan."],
    [
      "In connection with the merger of Larch Industries, Inc. with Spruce Corp., the reporting person received 0.5 share of Spruce Corp. for each share.",
    ],
    ["Reporting person is a director of Larch Partners, which has a contractual right to designate a director."],
    ["Larch Partners LLC has the right to acquire the shares."],
    ["Pursuant to a Voting Agreement, Larch Partners LLC has the power to vote the shares."],
    ["Mr. Larch's 2,000 restricted stock units vest in three annual installments."],
    ["This Form 4 is filed by Larch Fund I, L.P., Larch GP I, LLC and Steven Larch."],
    ["GP owns no securities of the Issuer directly."],
    ["The Larch Stockholders sold an aggregate of 4,000,000 shares in the underwritten offering."],
    ["The reporting person holds these shares as nominee for the Larch Group."],
    ["Held by Steven & Mary Larch JTWROS."],
    ["Gift to reporting person's church."],
    ["Received as a gift from the reporting person's father."],
    ["Shares inherited from the estate of the reporting person's mother."],
    ["Distribution from the Larch Gift Trust to its beneficiaries, including the reporting person."],
    ["Exempt transfer from Larch LLC to the reporting person."],
    ["The shares were delivered to Credit Lyons AG under a variable prepaid forward contract."],
    ["Each OP unit held by a limited partner may be redeemed."],
    ["Phantom stock held under the Larch Industries Deferred Compensation Plan."],
    ["Wife's shares."],
    ["The price reflects the average price paid by Larch Enterprises, Inc. for the shares."],
    ["Shares held by the Osier Family Trust are not included in this report."],
    ["This amount does not include 40,000 shares owned by Osier Holdings, L.P. or 2,000 shares held in an IRA."],
    ["On June 1, 2018 the reporting person transferred his interest in Osier Holdings, L.P. to his children."],
    ["Held in an account for the reporting person's benefit in the Issuer's 401(k) Plan."],
    ["The loan was made by Osier Lending LLC to the Issuer."],
    ["Osier Lending LLC has a security interest in the shares."],
    ["The reporting person resigned from the board of Osier Corp. on May 1, 2011."],
    ["Each Osier Fund disclaims beneficial ownership of the shares held by the others."],
    ["Sold pursuant to a plan adopted by Osier Holdings, L.P. on June 3, 2014."],
    ["Options granted to the reporting person's wife, who is an employee of the Issuer."],
    ["The shares are pledged by Osier Holdings, L.P. to a bank."],
  ])("%s", (text) => {
    expect(names(text)).toEqual([]);
  });
});

describe("holders in a list of clauses, and those who are entitled", () => {
  test.each<[string, string[]]>([
    [
      "Held by JTK 9 Investments, LLC, of which the reporting person is the sole manager, and by 1620 Harrow Street Partners, L.P., in which he holds a minority interest.",
      ["JTK 9 Investments, LLC", "1620 Harrow Street Partners, L.P."],
    ],
    [
      "These shares are owned by the Roe Trust, of which she is a trustee, and by the Doe Foundation, of which she is a director.",
      ["Roe Trust", "Doe Foundation"],
    ],
    [
      "Held by Roe Capital LLC, whose manager is the reporting person, and through 21 Elm Street Holdings LP.",
      ["Roe Capital LLC", "21 Elm Street Holdings LP"],
    ],
    [
      "The shares are held by 88 Quay Ventures, Inc., and by 3rd Avenue Associates, LLC, each of which he controls.",
      ["88 Quay Ventures, Inc.", "3rd Avenue Associates, LLC"],
    ],
    [
      "Held by Roe LP, a fund managed by the reporting person, and by 7 Oaks Partners, LLC.",
      ["Roe LP", "7 Oaks Partners, LLC"],
    ],
    [
      "Held by Roe LP, of which he is general partner, and by virtue of that role he may be deemed to own them.",
      ["Roe LP"],
    ],
    [
      "Held by the St. Brannock Trust No. 4 and by Mt. Harlow Partners, L.P.",
      ["St. Brannock Trust No. 4", "Mt. Harlow Partners, L.P."],
    ],
    [
      "Tessera Partners II, L.P. became entitled to 0.52 of a share of common stock for each unit it had held.",
      ["Tessera Partners II, L.P."],
    ],
    [
      "Under the escrow, Palisander Industries, Inc. was entitled, as of March 31, 2019, to the release of these shares.",
      ["Palisander Industries, Inc."],
    ],
    ["Doe Holdings LLC has become entitled to the delivery of 10,000 shares under the earn-out.", ["Doe Holdings LLC"]],
    [
      "Harlow Industries Ltd. became entitled, on June 3, 2020, to the issuance of these shares.",
      ["Harlow Industries Ltd."],
    ],
    [
      "Upon liquidation of the fund, the Roe Family Trust was entitled, on a pro rata basis, to 1.5 shares for each unit.",
      ["Roe Family Trust"],
    ],
    ["Roe Partners, L.P. was entitled to two votes for each share.", []],
    [
      "Custodial account for the benefit of the reporting person's son, held under the Uniform Transfers to Minors Act.",
      ["Custodial account for the benefit of the reporting person's son"],
    ],
    ["UTMA account for his son, opened with a broker.", ["UTMA account for his son"]],
    ["Trust for the benefit of his children, created under a will.", ["Trust for the benefit of his children"]],
    ["IRA of the reporting person's spouse, maintained at a bank.", ["IRA of the reporting person's spouse"]],
    [
      "The purchaser of the shares was Kestrel & Dunn Nominees Pty Ltd, which he controls.",
      ["Kestrel & Dunn Nominees Pty Ltd"],
    ],
    ["The seller was Pinemark Fund II, L.P., managed by Pinemark Advisers LLC.", ["Pinemark Fund II, L.P."]],
    ["The buyer was a trust for the benefit of his children.", ["trust for the benefit of his children"]],
    ["The transferee is the Roe Family Trust.", ["Roe Family Trust"]],
    ["The seller was the reporting person.", []],
    ["The purchaser was required to hold the shares.", []],
    ["Includes 866 shares purchased through the ESPP.", []],
    ["Includes 400 shares bought under the 2018 ESPP.", []],
    ["Includes 400 shares acquired by the DRIP.", []],
    ["The total includes 866 shares received through the LTIP.", []],
    ["Includes 120 shares purchased through the Roe ESPP.", []],
    ["Shares held in the ESPP account.", []],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

test("reads long unusual texts in time proportional to their length", () => {
  for (const part of [
    "held by ",
    "Roe Fund, L.P. ",
    "shares The ",
    "leaving the Roe Trust ",
    "transferred to the ",
    "excludes ",
  ]) {
    const text = `held${" ".repeat(100_000)}${part.repeat(400_000 / part.length)}`;
    readFact("holders", text);
    // Time that grows with the square of the length would be minutes, and the test would not end.
  }
});

describe("a holder named and then described", () => {
  test.each<[string, string[]]>([
    [
      "The reporting person contributed these shares to Glasswing Holdings LLC, his wholly owned limited liability company.",
      ["Glasswing Holdings LLC"],
    ],
    [
      "The shares were transferred to Tarn Capital LLC, her wholly-owned company, for no consideration.",
      ["Tarn Capital LLC"],
    ],
    ["Held by Calder Partners L.P., the reporting person's family limited partnership.", ["Calder Partners L.P."]],
    ["The reporting person assigned 4,000 shares to the Alder Trust, his revocable trust.", ["Alder Trust"]],
    [
      "Held by Roe Holdings LLC, his solely owned company, and the Roe Family Trust.",
      ["Roe Holdings LLC", "Roe Family Trust"],
    ],
    ["Held by Roe LLC, his family trust and his wife.", ["Roe LLC", "family trust", "wife"]],
    ["Held by Roe LLC, his limited partnership and his wife.", ["Roe LLC", "limited partnership", "wife"]],
    ["Held by the Roe Trust, his IRA and his wholly owned company.", ["Roe Trust", "IRA", "wholly owned company"]],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

test.each<[string, string[]]>([
  ["Held by the Roe Children's Trust (1998).", ["Roe Children's Trust (1998)"]],
  [
    "Shares owned by the Marsh Family Foundation (2011) and the Roe GRAT (2019).",
    ["Marsh Family Foundation (2011)", "Roe GRAT (2019)"],
  ],
  [
    "As earlier reported, the reporting person contributed 9,000 shares to the Roe GRAT. He then received these shares from it.",
    [],
  ],
])("names with a year in brackets, and holders of an earlier form: %s", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["The shares are held by Nordvik Invest AS.", ["Nordvik Invest AS"]],
  ["The shares are owned by Hav Skog ASA and by Lind Berg AB, which he controls.", ["Hav Skog ASA", "Lind Berg AB"]],
  ["Shares held by Marea Alta S.p.A., his company.", ["Marea Alta S.p.A."]],
  ["Held by Skov Dahl A/S and Lumi Talo Oy.", ["Skov Dahl A/S", "Lumi Talo Oy"]],
  ["THE SHARES ARE HELD BY JOHN ROE AS TRUSTEE OF THE ROE TRUST.", ["ROE TRUST"]],
  ["Held by Jane Roe AS CUSTODIAN for her minor son.", ["minor son"]],
  ["Acquisition of shares through the Issuer's thrift plan.", []],
  ["Purchase of common stock through an employee savings plan.", []],
  ["The reporting person gave 900 shares to her daughter.", ["daughter"]],
  [
    "900 shares were given to each of the reporting person's three grandchildren.",
    ["reporting person's three grandchildren"],
  ],
  ["The reporting person gave notice to his spouse before he sold the shares.", []],
])("companies of other countries, and plans that only say how: %s", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["The reporting person's wife is trustee of the trust that holds these shares.", ["trust"]],
  ["She advises a family limited partnership which owns 5,000 shares.", ["family limited partnership"]],
  ["She advises the partnership that owns the general partner.", []],
  ["These shares are in the name of the reporting person's wife.", ["reporting person's wife"]],
  ["The securities stand in the name of Roe Nominees Ltd.", ["Roe Nominees Ltd."]],
  ["In the name of accuracy, this form is amended.", []],
  ["The shares were purchased for his IRA.", ["IRA"]],
  ["Acquired for the Roe Family Trust.", ["Roe Family Trust"]],
  ["The shares were acquired for $10,000.", []],
  [
    "Securities held for the account of an unaffiliated private fund that Roe LLC advises.",
    ["unaffiliated private fund"],
  ],
  ["Owned by a charitable organization of which the reporting person is chairman.", ["charitable organization"]],
  ["The shares are owned by a non-profit organization that she chairs.", ["non-profit organization"]],
  ["Gift to a non-profit organization.", []],
  ["Shares distributed to the reporting person by Roe Ventures, L.P. for no consideration.", []],
  ["Shares distributed to the Roe Trust by Roe Ventures, L.P. for no consideration.", ["Roe Trust"]],
  ["Shares previously reported as indirectly held by the Roe Trust are now held directly by the reporting person.", []],
  ["Shares previously reported as held by the Roe Trust and still held by it.", ["Roe Trust"]],
  ["The warrants became the property of the Roe Trust.", ["Roe Trust"]],
  ["Class B shares become Class A shares on transfer to an unaffiliated company.", []],
])("a holder in other words, or a giver: %s", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["Held in a Uniform Transfers to Minors Act account.", ["Uniform Transfers to Minors Act account"]],
  ["The purchaser was the reporting person's pension scheme.", ["reporting person's pension scheme"]],
  ["All of the reported shares sit in a blind trust.", ["blind trust"]],
  ["The shares remain in his IRA.", ["IRA"]],
  ["The shares are registered to Roe Nominees Limited.", ["Roe Nominees Limited"]],
  ["The Roe Trust, over which she has no control, holds other shares that are not reported.", []],
  ["The reporting person transferred from the Boston office to the London office.", []],
])("in a vehicle, registered to somebody, or not at all: %s", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["Through a family trust (the Roe 1994 Trust) of which the reporting person is co-trustee.", ["Roe 1994 Trust"]],
  ["The reporting person holds these shares as nominee for his sister.", []],
  [
    "Held by the reporting person's former employer's profit sharing plan.",
    ["reporting person's former employer's profit sharing plan"],
  ],
  ["Ms. Roe's husband and their two sons each own 400 of these shares.", ["Ms. Roe's husband", "two sons"]],
  ["The reporting person and his wife each own 400 of these shares.", ["wife"]],
  ["Gift of 300 shares by the reporting person's wife to their grandson.", ["grandson"]],
  ["300 shares by the Roe Trust were sold on May 1, 2020.", ["Roe Trust"]],
  ["Re-registration of the shares into the name of his living trust.", ["living trust"]],
])("those who hold for or with others: %s", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["She is a trustee of the Roe Foundation, a charitable entity that owns 120,000 shares.", ["Roe Foundation"]],
  ["The shares reported are those of the Roe Marital Trust.", ["Roe Marital Trust"]],
  ["The shares are held in his solo 401(k).", ["solo 401(k)"]],
  ["The reporting person and Jane Roe, his wife, hold the shares as community property.", ["Jane Roe"]],
  ["Ownership is through Roe Ridge Partners, of which he owns 30%.", ["Roe Ridge Partners"]],
  ["The donee is the reporting person's grandson.", ["reporting person's grandson"]],
  ["The shares were put into a trust for his children.", ["trust for his children"]],
  ["Contribution to the capital of Roe LLC.", ["Roe LLC"]],
])("holders in other places of a sentence: %s", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    "Held through the Roe Street Employees' Profit Sharing Plan and Trust.",
    ["Roe Street Employees' Profit Sharing Plan and Trust"],
  ],
  ["Held in the Roe Retirement Plan trust for the reporting person.", ["Roe Retirement Plan trust"]],
  ["Held by the Roe Savings Plan and the Doe Trust.", ["Roe Savings Plan", "Doe Trust"]],
  ["Held by the Roe Savings Plan and Doe Family Trust.", ["Roe Savings Plan", "Doe Family Trust"]],
  ["The securities were transferred into joint name with the reporting person's wife.", ["reporting person's wife"]],
])("plans with trusts, and joint names: %s", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    "Shares held by trusts for the benefit of the reporting person's three children.",
    ["trusts for the benefit of the reporting person's three children"],
  ],
  ["Shares owned by the reporting person's 50%-owned company, Roe Realty Inc.", ["Roe Realty Inc."]],
  ["Shares are held by a 529 plan for the reporting person's son.", ["529 plan for the reporting person's son"]],
])("beneficiaries that are counted, and companies owned in part: %s", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["Donation of 4,000 shares by the foundation.", []],
  ["Contributed to a newly formed holding company.", ["newly formed holding company"]],
])("who gave, and a company without a name: %s", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["She has an interest in these shares as a partner in Roe Equity, which owns them.", ["Roe Equity"]],
  ["She has an interest in Roe Equity, which owns them and other assets.", []],
  ["The reporting person acquired these shares as trustee of the Roe Family Trust.", ["Roe Family Trust"]],
  ["The reporting person acquired these shares as compensation.", []],
])("shares named before: %s", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["By Harlan GmbH", ["Harlan GmbH"]],
  ["By Harlan B.V.", ["Harlan B.V."]],
  [
    "Indirect ownership through a limited liability company controlled by the reporting person.",
    ["limited liability company"],
  ],
  ["Harlan Holding Company holds the shares.", ["Harlan Holding Company"]],
  ["The Company holds the shares in escrow.", []],
  ["The reporting person's IRA holds the shares.", ["reporting person's IRA"]],
  ["His IRA sold the shares.", ["IRA"]],
  [
    "An individual retirement account for the benefit of the reporting person purchased the shares.",
    ["individual retirement account for the benefit of the reporting person"],
  ],
  ["A corporation wholly owned by the reporting person holds the shares.", ["corporation"]],
  [
    "The filing person is the general partner of Sedgemoor Associates, a California limited partnership, which directly holds these shares.",
    ["Sedgemoor Associates"],
  ],
])("companies, accounts and those who own them: %s", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    "Held through trusts for the benefit of the reporting person's children.",
    ["trusts for the benefit of the reporting person's children"],
  ],
  ["Beneficially owned through an interest in Ridley Farms Partnership.", ["Ridley Farms Partnership"]],
  [
    "The shares were acquired by the Issuer's chairman through his wholly owned company, Rutland Pastoral Pty Ltd.",
    ["Rutland Pastoral Pty Ltd."],
  ],
  [
    "Shares held in trust under the Issuer's Employee Stock Ownership Plan.",
    ["Issuer's Employee Stock Ownership Plan"],
  ],
  ["These shares are allocated to the reporting person's ESOP account.", ["reporting person's ESOP account"]],
  ["Shares allocated to the reporting person's award.", []],
])("held through, under or in: %s", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["By Lake Forest Co-Invest (Cayman) II, L.P.", ["Lake Forest Co-Invest (Cayman) II, L.P."]],
  [
    "Held by the Harlan 401(k) Plan, a family limited partnership and the Doe Trust.",
    ["Harlan 401(k) Plan", "family limited partnership", "Doe Trust"],
  ],
  ["Held by Roe Capital LLC, a company controlled by the reporting person.", ["Roe Capital LLC"]],
  [
    "Shares held by the reporting person's IRA, the Harlan Foundation and a trust for his children.",
    ["reporting person's IRA", "Harlan Foundation", "trust for his children"],
  ],
  ["Shares held by his family trust, the Roe Living Trust.", ["Roe Living Trust"]],
  [
    "Held by a trust for the benefit of his children, a family limited partnership and the Roe Foundation.",
    ["trust for the benefit of his children", "family limited partnership", "Roe Foundation"],
  ],
  ["By Roe Partners LP, with respect to which the reporting person has investment discretion.", ["Roe Partners LP"]],
  ["By the reporting person's spouse, Mary Harlan", ["Mary Harlan"]],
  [
    "The shares are owned by Corbel Fund I, LP, and Corbel Management LLC, its investment manager, may be deemed to own them.",
    ["Corbel Fund I, LP"],
  ],
])("brackets in a name, and lists of different kinds: %s", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["He is a director of Roe Holdings LLC and may be deemed to own the shares it holds.", ["Roe Holdings LLC"]],
  ["Elm GP LLC is the general partner of Elm Fund LP and may be deemed to own the shares held by it.", ["Elm Fund LP"]],
  ["The Issuer acquired Roe Inc. The shares held by it were cancelled.", []],
  [
    "Ms. Tang established the Tang Two-Year May 2024 GRAT and contributed 600,000 shares to it.",
    ["Tang Two-Year May 2024 GRAT"],
  ],
  [
    "Owned by the 2016 Kapil Family Trust Created Under the Rohan Kapil 2005 GRAT.",
    ["2016 Kapil Family Trust Created Under the Rohan Kapil 2005 GRAT"],
  ],
  [
    "By Stellan and Lise Lovett Irrevocable Trust, Mark I. Lovett, Trustee",
    ["Stellan and Lise Lovett Irrevocable Trust"],
  ],
  [
    "Held by a trust for the benefit of one of Mr. Edgerton's children.",
    ["trust for the benefit of one of Mr. Edgerton's children"],
  ],
  ["Securities held by Rowan Street Capital are reported separately.", []],
  ["Shares held by the Roe Trust; shares held by the Doe Trust are reported separately.", ["Roe Trust"]],
])("what a pronoun means, instruments, trustees and other reports: %s", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    "The shares are owned directly by Roe Fund LLC, and indirectly by Roe Associates LP, the sole member of Roe Fund LLC.",
    ["Roe Fund LLC"],
  ],
  ["Held directly by his wife and indirectly by her trust.", ["wife", "trust"]],
  ["Any shares later acquired by Roe Holdings LLC will be reported.", []],
  ["Excludes shares held by Roe Holdings LLC; includes 400 shares held by his wife.", ["wife"]],
  ["Includes 2,310 shares previously owned indirectly through a GRAT that are now owned directly.", []],
  ["The reporting person has a 1% interest in the company, and trusts for his children hold the rest.", []],
  [
    "The Roe Trust and the Doe Trust purchased 500 shares, and Roe LLC purchased the rest.",
    ["The Roe Trust", "Doe Trust", "Roe LLC"],
  ],
  [
    "Shares gifted to the reporting person's spouse, who subsequently contributed them to a trust.",
    ["reporting person's spouse"],
  ],
  ["His wife is trustee of a trust that holds these shares for the benefit of their children.", ["trust"]],
])("owners of owners, former owners and the rest: %s", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    "The securities were previously reported as held by Roe Partners and were distributed to the reporting person in 2020.",
    [],
  ],
  [
    "Shares bought for the reporting person's children by the reporting person as custodian.",
    ["reporting person's children"],
  ],
  ["Shares bought for his children's education.", []],
  [
    "The reporting person, as sole trustee, sold these shares on behalf of the Eleanor Grubb Trust.",
    ["Eleanor Grubb Trust"],
  ],
  [
    "Shares held of record by Roe Clearing as custodian FBO Alan Tse IRA.",
    ["Roe Clearing as custodian FBO Alan Tse IRA"],
  ],
])("bought or held for others: %s", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["Held in the Roth IRA of his wife.", ["Roth IRA of his wife: retirement_plan"]],
  ["The disposition was to the Roe Family Trust without consideration.", ["Roe Family Trust: trust"]],
  ["By Brandt Brothers, a family partnership, of which he is one of three partners.", ["Brandt Brothers: partnership"]],
  ["Ms. Hale, a trust officer, sold the shares.", []],
  [
    "Sold in several trades at prices between $3.10 and $3.30, inclusive, by Roe Ventures LP.",
    ["Roe Ventures LP: partnership"],
  ],
  [
    "Mr. Gale's wife, as custodian for their daughter under the UTMA, purchased these shares.",
    ["Mr. Gale's wife: spouse"],
  ],
  ["The insider's spouse and the Wynn Trust each sold 400 shares.", ["insider's spouse: spouse", "Wynn Trust: trust"]],
  ["7,500 shares owned by the Gale Family Ltd Partnership.", ["Gale Family Ltd Partnership: partnership"]],
  [
    "She no longer has any interest in, and disclaims ownership of, shares held by Roe Fund LP.",
    ["Roe Fund LP: partnership"],
  ],
  ["The shares may not be sold, pledged or transferred to any family member before June 1, 2027.", []],
  ["No part of the shares is held by the trust any longer.", []],
  ["Previously reported as held by the Roe Trust, of which he is no longer trustee.", []],
  ["The gift to a family trust that was reported on the original form did not take place.", []],
  ["Amount includes shares acquired through the Company's 401(k) plan.", []],
])("holders and their kinds: %s", (text, expected) => {
  const found = readFact("holders", text)?.value ?? [];
  expect(found.map(({ name, kind }) => `${name}: ${kind}`)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["By Bluebird Farms, a sole proprietorship of the Reporting Person's wife.", ["Bluebird Farms: other"]],
  [
    "Shares held by the Hollis Group, an unincorporated association of which the Reporting Person is president.",
    ["Hollis Group: other"],
  ],
  ["Donated to All Saints' Hospice, a charity registered in England.", ["All Saints' Hospice: other"]],
  ["Purchased by Roe Ltd., a company registered in Jersey.", ["Roe Ltd.: corporation"]],
  ["The shares were acquired from the Issuer by Tarn Capital Ltd.", ["Tarn Capital Ltd.: corporation"]],
  ["Purchased from an unaffiliated third party by the Roe Trust.", ["Roe Trust: trust"]],
  ["The shares were acquired from the Issuer by the Reporting Person.", []],
  ["Held indirectly through the Reporting Person's ownership of Mill Pond Corp.", ["Mill Pond Corp.: corporation"]],
  ["The shares were transferred to, and are now held by, Fairlane Partners LP.", ["Fairlane Partners LP: partnership"]],
  ["Shares held in the KSOP.", ["KSOP: retirement_plan"]],
])("names by what they are called, and those between whom shares passed: %s", (text, expected) => {
  const found = readFact("holders", text)?.value ?? [];
  expect(found.map(({ name, kind }) => `${name}: ${kind}`)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    "Full information on the number of shares purchased at each separate price will be supplied upon request by the Commission staff.",
    [],
  ],
  [
    "Open market purchases on the TSX at prices from C$18.80 to C$19.05 (average C$18.93) by Roe Holdings Inc.",
    ["Roe Holdings Inc."],
  ],
  ["Purchased on the New York Stock Exchange by the Roe Trust.", ["Roe Trust"]],
  [
    "She transferred 1,800 shares to a revocable trust. She is trustee of the trust and remains the owner of the securities held by the trust.",
    ["revocable trust"],
  ],
  ["Restated to show direct ownership. In the original report these shares were described as held by a trust.", []],
  ["Transfer to the Roe Children's Trust of 10,000 shares by gift.", ["Roe Children's Trust"]],
  ["Gift to the Trust of Jane Roe of 10,000 shares.", ["Trust of Jane Roe"]],
  ["Under the lock-up agreement transfers to family members, trusts and affiliates are permitted if they agree.", []],
  ["Each of Fund II and Fund II-A directly holds the shares reported.", ["Fund II", "Fund II-A"]],
  ["Fund II, Fund III and Fund IV hold the shares.", ["Fund II", "Fund III", "Fund IV"]],
  [
    "He holds an indirect interest in these shares through his 25% membership interest in Rye Brook Holdings, LLC.",
    ["Rye Brook Holdings, LLC"],
  ],
  ["He holds an interest in the fund through Rye Brook Holdings, LLC.", []],
  ["Includes 3,000 shares owned by his wife and excludes 1,000 shares owned by his son.", ["wife"]],
  ["Includes 3,000 shares owned by his wife and 1,000 shares owned by his son.", ["wife", "son"]],
  ["The units were granted to him as a designee, and any shares issued will be transferred to Roe Fund IV, L.P.", []],
])("requests, exchanges, the same trust again, and what was said or allowed: %s", (text, expected) => {
  expect(names(text)).toEqual(expected);
});
