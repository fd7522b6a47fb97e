import { expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const holders = (text: string) => (readFact("holders", text)?.value ?? []).map(({ name }) => name);

test.each<[note: string, holders: string[]]>([
  [
    'Reprise Interchange LLC ("Reprise") holds these securities directly. Because of his relationship with Reprise, beneficial ownership of what Reprise holds may be attributed to the reporting person. He disclaims it except to the extent of his pecuniary interest.',
    ["Reprise Interchange LLC"],
  ],
  [
    "It is through Lindqvist Invest AB, all of whose shares belong to him, that the Reporting Person holds these securities.",
    ["Lindqvist Invest AB"],
  ],
  [
    "The reporting person votes these shares, which the Norwood Voting Trust holds, as one of three trustees.",
    ["Norwood Voting Trust"],
  ],
  [
    "Although he may be deemed to own the fund's shares beneficially, the Reporting Person disclaims this, except to the extent of his pecuniary interest therein.",
    ["fund"],
  ],
  [
    "Beneficial ownership of these shares, which a trust for his brother's children holds, is not claimed by the Reporting Person, who disclaims it.",
    ["trust for his brother's children"],
  ],
  [
    'Cresthaven Growth VI, L.P. ("CGVI") and Cresthaven Growth VI Principals, L.P. ("CGVI PF" and, with CGVI, the "CGVI Funds") are both managed, as their general partner, by C.U. Growth VI Management, L.P. The Reporting Person, who is a stockholder of that partnership\'s own general partner, disclaims beneficial ownership of the CGVI Funds\' shares except to the extent of his pecuniary interest in them.',
    ["Cresthaven Growth VI, L.P.", "Cresthaven Growth VI Principals, L.P."],
  ],
  [
    "The Reporting Person serves as director of CC US, Ltd., the general partner of CC Venture Management, L.P., and this in turn is general partner to each of CC Venture 2010 Fund, L.P., CC Venture 2010 Partners Fund, L.P. and CC Venture 2010 Seed Fund, L.P. (or, collectively, the CC 2010 Funds), the securities of which he disclaims owning beneficially except to the extent of his pecuniary interest.",
    ["CC Venture 2010 Fund, L.P.", "CC Venture 2010 Partners Fund, L.P.", "CC Venture 2010 Seed Fund, L.P."],
  ],
  [
    "CC US, Ltd. is (i) the general partner of CG VI Management, L.P., itself the general partner of CG Fund VI, L.P. (GFVI) and CG VI Principals Fund, L.P. (GFVI PF) (collectively, the GFVI Funds); and (ii) the general partner of CGF Management, L.P., the general partner of CG Fund III, L.P. (GGF III). Shares of the GFVI Funds and of GGF III may be attributed to the Reporting Person.",
    ["CG Fund VI, L.P.", "CG VI Principals Fund, L.P.", "CG Fund III, L.P."],
  ],
  [
    'Although he is one of the Managers of The Lark Fund IV Management, LLC, by which, as General Partner, The Lark Fund IV, LP ("LF IV") is run, the reporting person disclaims voting and investment power over what LF IV holds.',
    ["The Lark Fund IV, LP"],
  ],
  [
    'The sole member of Dunmore Three LLC ("Dunmore") is the reporting person. Dunmore\'s securities are voted and sold as he alone decides.',
    ["Dunmore Three LLC"],
  ],
  [
    "The reporting person's wife is trustee of the Hartnell Family Trust, to which these shares belong.",
    ["Hartnell Family Trust"],
  ],
  [
    "Kestle Investors LLC is the holder, and its managers, who include the reporting person, act by majority.",
    ["Kestle Investors LLC"],
  ],
  [
    "As co-trustees of the Quayle Marital Trust the reporting person and his sister share the power to vote its shares.",
    ["Quayle Marital Trust"],
  ],
  [
    "By reason of being the trustee and the only beneficiary of the Farr 2019 GRAT, the reporting person may be deemed to own its shares.",
    ["Farr 2019 GRAT"],
  ],
  [
    "(Continued from footnote 5) of Galt Opportunity Fund, L.P. The Reporting Person disclaims any voting power over the Galt Opportunity Fund, L.P.'s shares.",
    ["Galt Opportunity Fund, L.P."],
  ],
  [
    "Mercer Island LLC, a company that belongs to the reporting person and his wife in equal shares, is the record holder.",
    ["Mercer Island LLC"],
  ],
  [
    "Quantock 401(k) Plan: units allocated to the reporting person's account as of June 30, 2021.",
    ["Quantock 401(k) Plan"],
  ],
  [
    "The reporting persons are (1) Selby Capital Management LP, which is the investment manager of Selby Master Fund Ltd., and (2) Selby GP LLC, its general partner. Only Selby Master Fund Ltd. holds shares directly.",
    ["Selby Master Fund Ltd."],
  ],
  [
    "Messrs. Vann and Wold are managers of VW Growth, LLC. Each of them disclaims ownership of VW Growth, LLC's shares in so far as they exceed his pecuniary interest.",
    ["VW Growth, LLC"],
  ],
  [
    "In the voting and disposition of the shares that the VGF II Funds hold, VC US (LLQP), Ltd. acts on the decisions of an investment committee of which the Reporting Person is a member. He disclaims beneficial ownership of the securities in this report, his pecuniary interest in them excepted.",
    ["VGF II Funds"],
  ],
  [
    "(Continued from footnote 2) Except to the extent of his pecuniary interest, the reporting person makes disclaimer of beneficial ownership of the securities held by the VC 2010 Funds and the VC USGF VII Funds; their being included here is no admission.",
    ["VC 2010 Funds", "VC USGF VII Funds"],
  ],
  [
    "By reason of their being joint settlors of the Lavin 2012 Irrevocable Trust, the Reporting Person and his spouse are jointly entitled to acquire the shares of that trust, over which they have neither voting nor investment power. Save for his pecuniary interest he disclaims beneficial ownership of these securities.",
    ["Lavin 2012 Irrevocable Trust"],
  ],
  [
    'Being investment manager of Juno Multi-Strategy Fund ("Juno Multi-Strategy"), Juno Investment Company may be regarded as owning Juno Multi-Strategy\'s securities beneficially. It disclaims beneficial ownership of all interests reported here, other than to the extent of its pecuniary interest in them.',
    ["Juno Multi-Strategy Fund"],
  ],
  ["Direct holder of the securities: Greywater 15-A.", ["Greywater 15-A"]],
  [
    'By virtue of the voting and investment power that he has over them, the reporting person may be deemed a beneficial owner of the securities of Programmatic Exchange LLC ("Programmatic"), to which this line refers. He disclaims beneficial ownership of Programmatic\'s securities except to the extent of his pecuniary interest.',
    ["Programmatic Exchange LLC"],
  ],
  [
    'It was by Reprise Interchange LLC ("Reprise") that this Class A common stock was acquired from the Issuer, under a Subscription Agreement and in connection with the business combination of Revent Technology Partners Y ("RVPY") and Borealis Innovation, Inc.',
    ["Reprise Interchange LLC"],
  ],
  [
    'Peter Thorne and Brian Sanger, in whom voting and investment power over the shares of The Lark Fund Growth Principals Fund, LP ("LF-GP") is shared, may for that reason be deemed to own them beneficially. Both disclaim beneficial ownership of these shares except each to the extent of his pecuniary interest in them.',
    ["The Lark Fund Growth Principals Fund, LP"],
  ],
  [
    "Over the shares that The Lark Fund VI, LP, The Lark Fund VI Principals Fund, LP and The Lark Fund Growth, LP each hold, the Reporting Person shares voting and investment power.",
    ["The Lark Fund VI, LP", "The Lark Fund VI Principals Fund, LP", "The Lark Fund Growth, LP"],
  ],
  [
    'The Reporting Person manages DM Trust Aggregator, LLC and DM Individual Aggregator, LLC (the "DM Trusts"), in which several members, he among them, have ownership interests. Beneficial ownership of the shares reported as those of the DM Trusts is disclaimed by him save to the extent of his pecuniary interest.',
    ["DM Trust Aggregator, LLC", "DM Individual Aggregator, LLC"],
  ],
  [
    'The record holder is Mistral PAL-SPV 1, LLC ("Mistral"). It is owned by Mistral LP, the General Partner of which is Mistral GP LLC; and of the Investment Committee of the latter the Reporting Person is Chairman. He may be deemed to own Mistral\'s securities beneficially, and disclaims this except to the extent of his pecuniary interest.',
    ["Mistral PAL-SPV 1, LLC"],
  ],
  [
    "QWF II Heron (DE) LLC holds the shares. Its sole owner is Quaywharf Vision Fund II-2 L.P., whose manager, QW Worldwide Advisers Limited, is a wholly owned subsidiary of Quaywharf Group Corp.",
    ["QWF II Heron (DE) LLC"],
  ],
  [
    "Shares returned to the Issuer by Vega U.S. Growth Fund IV, L.P. (880) and Vega USGF Principals Fund IV, L.P. (36), as an adjustment of the consideration under the Agreement and Plan of Reorganization dated April 26, 2018 among the Issuer, Wobbly, Inc. and others.",
    ["Vega U.S. Growth Fund IV, L.P.", "Vega USGF Principals Fund IV, L.P."],
  ],
  [
    "SC II Management, LLC acts both as general partner of Sabre Capital XII, L.P. and Sabre Technology Partners XII, L.P. and as managing member of Sabre Capital XII Principals Fund, LLC; it may on that ground be deemed to share voting and dispositive power over the three funds' shares.",
    ["Sabre Capital XII, L.P.", "Sabre Technology Partners XII, L.P.", "Sabre Capital XII Principals Fund, LLC"],
  ],
  [
    'The reporting person is a Manager of LF IV Management, the General Partner of The Lark Fund IV Principals Fund, LP ("LFIVPF"). He disclaims voting and investment power over the securities that LFIVPF holds, and otherwise disclaims beneficial ownership of these securities, except to the extent of his pecuniary interest.',
    ["The Lark Fund IV Principals Fund, LP"],
  ],
  [
    "The reporting person is a managing member of Greywater LLC, which is the general partner of Greywater 15, Greywater Principals and Greywater 15-A, and may therefore be deemed to share voting and investment power over the shares they hold.",
    ["Greywater 15", "Greywater Principals", "Greywater 15-A"],
  ],
  [
    '(Continued from Footnote 2) The Reporting Person is also a director and a stockholder of VCGF III Management, LLC, general partner of Vega Growth Fund III, LP ("GFIII"). An investment committee, on which he sits, decides at VC US (LLQP), Ltd. how GFIII\'s shares and those of the VGF II Funds are voted and sold.',
    ["Vega Growth Fund III, LP", "VGF II Funds"],
  ],
  [
    "Each of Vega U.S. Venture 2010 Fund, L.P., Vega U.S. Venture 2010 Partners Fund (Q), L.P. and Vega U.S. Venture 2010 Partners Fund, L.P. (together, the VC 2010 Funds) has as its general partner VC U.S. Venture 2010 Management, L.P. The Reporting Person disclaims beneficial ownership of the securities that the VC 2010 Funds hold, except to the extent of his pecuniary interest.",
    [
      "Vega U.S. Venture 2010 Fund, L.P.",
      "Vega U.S. Venture 2010 Partners Fund (Q), L.P.",
      "Vega U.S. Venture 2010 Partners Fund, L.P.",
    ],
  ],
  [
    "The Reporting Person may be deemed to share voting and dispositive power over the shares of the GFVI Funds, GGF III and the XII Funds.",
    ["GFVI Funds", "GGF III", "XII Funds"],
  ],
  [
    "(continued from footnote 3) and managing member of Vega Capital XII Principals Fund, LLC (XII PF) (together, the XII Funds). The Reporting Person disclaims any power over the shares that the XII Funds hold.",
    ["XII Funds"],
  ],
  [
    "Drift Ventures GP III, LP, of which Mr. Saxe is a managing member, is general partner of Drift Ventures III. The shares are held directly by the latter.",
    ["Drift Ventures III"],
  ],
  [
    "The Reporting Person, as President of Clarion Bay Management, LLC, the general partner of Clarion Bay L.P., may be deemed to own beneficially the securities that Clarion Bay L.P. holds. He disclaims it except to the extent of his pecuniary interest in the shares.",
    ["Clarion Bay L.P."],
  ],
  [
    "Shares held for the benefit of the Reporting Person's immediate family by The John Mallory Software Irrevocable Trust.",
    ["The John Mallory Software Irrevocable Trust"],
  ],
  [
    "The Reporting Person and his spouse are joint settlors of the Lavin 2012 Irrevocable Trust. They have the right, jointly, to acquire the shares held by it, without having the power to vote or invest them. The Reporting Person disclaims beneficial ownership except to the extent of his pecuniary interest.",
    ["Lavin 2012 Irrevocable Trust"],
  ],
  [
    "Quaywharf Vision Fund II-2 L.P. is the sole member of QWF II Holdings (DE) LLC, which is the sole member of QWF II Heron (DE) LLC. The last of these holds the shares.",
    ["QWF II Heron (DE) LLC"],
  ],
  [
    'Each of UGP II and GP II may be deemed to have shared voting and dispositive power over the securities of Mistral II LP ("II LP"), GP II being II LP\'s general partner and UGP II that of GP II.',
    ["Mistral II LP"],
  ],
  [
    "Being a Director of VC US (LLQP), Ltd., which is the general partner of VC U.S. Venture 2010 Management, L.P., itself the general partner of Vega U.S. Venture 2010-Seed Fund, L.P., the Reporting Person may be deemed to own that fund's shares. He disclaims beneficial ownership except to the extent of his pecuniary interest.",
    ["Vega U.S. Venture 2010-Seed Fund, L.P."],
  ],
  [
    "The shares are those that Foxglove Investors, LLC bought in the offering; the reporting person is a passive member of that company.",
    ["Foxglove Investors, LLC"],
  ],
  [
    "A subsidiary of Marchmont plc, Marchmont Nominees Limited, is the registered holder of the shares.",
    ["Marchmont Nominees Limited"],
  ],
  [
    "Peregrine LLC, Quillon LLC and Ravel LLC are members of Sarum Holdings LLC, the record holder; the reporting person manages all four companies.",
    ["Sarum Holdings LLC"],
  ],
  [
    "The JR Trust acquired, on July 29, 2025 and for $0.1875 per underlying share, a warrant for 3,139,533 Common Shares at $1.25 each. It is exercisable now, and expires five years after its issue.",
    ["The JR Trust"],
  ],
  [
    "The reporting person has no pecuniary interest in the shares, which the Endicott Foundation holds and of which he disclaims beneficial ownership.",
    ["Endicott Foundation"],
  ],
  [
    'The general partner of Greywater 15 Limited Partnership ("Greywater 15") is Greywater 15 GP LLC. The reporting person, one of its managing members, may be deemed to beneficially own what Greywater 15 holds.',
    ["Greywater 15 Limited Partnership"],
  ],
  ['Direct ownership of these securities is with Revent Sponsor Y LLC (the "Sponsor").', ["Revent Sponsor Y LLC"]],
  [
    'The Chairman of the Investment Committee of Mistral GP LLC is the Reporting Person. Mistral GP LLC is the General Partner of Mistral LP, and Mistral LP owns Mistral KRN-SPV 1, LLC ("KRN"), which is the holder of record of this warrant.',
    ["Mistral KRN-SPV 1, LLC"],
  ],
  [
    'The Lark Fund VI Management, LLC manages LF Pathfinder VI, LLC ("LF Pathfinder"), the record holder of these shares. The Reporting Person, as one of the managing members of that company, may be deemed to have beneficial ownership of LF Pathfinder\'s securities; he disclaims it except to the extent of his pecuniary interest in the shares.',
    ["LF Pathfinder VI, LLC"],
  ],
  [
    "The sole owner of PT Ventura, LLC is the Reporting Person, who beneficially owns its holdings of the Issuer's shares.",
    ["PT Ventura, LLC"],
  ],
  ["TERN G LLC, the shares' holder, has the Trust as its sole member.", ["TERN G LLC"]],
  [
    'Under the Subscription Agreement Reprise Interchange LLC ("Reprise") acquired these shares from the Issuer.',
    ["Reprise Interchange LLC"],
  ],
  [
    'The reporting person is the beneficial owner of Northmere One LLC ("Northmere") and has the sole power to vote and invest Northmere\'s securities.',
    ["Northmere One LLC"],
  ],
  [
    "Juno Investment Company is investment manager of Juno Targeted Opportunities, LP and may be deemed to own its securities beneficially. Juno Investment Company disclaims beneficial ownership of all interests reported except to the extent of its pecuniary interest in them.",
    ["Juno Targeted Opportunities, LP"],
  ],
  [
    "The Reporting Person, who manages DM Individual Aggregator, LLC and DM Trust Aggregator, LLC, disclaims no interest in the shares held by them.",
    ["DM Individual Aggregator, LLC", "DM Trust Aggregator, LLC"],
  ],
  [
    'The reporting person manages Pinnock GP III, LLC. Pinnock GP III, LLC is the general partner of Pinnock Fund III, L.P. ("Fund III") and Pinnock Fund III Parallel, L.P. ("Parallel"); the shares held by them may be deemed to be beneficially owned by the reporting person.',
    ["Pinnock Fund III, L.P.", "Pinnock Fund III Parallel, L.P."],
  ],
  [
    "As the spouse of one of the trustees of the Upcott Foundation, the reporting person may be deemed to share the power to vote its shares, but disclaims beneficial ownership of them.",
    ["Upcott Foundation"],
  ],
  [
    'The Reporting Person is a Manager of The Lark Fund IV Management, LLC ("LF IV Management"). LF IV Management is the General Partner of The Lark Fund IV, LP ("LF IV"), over whose securities the Reporting Person disclaims voting and investment power. He otherwise disclaims beneficial ownership of them except to the extent of his pecuniary interest.',
    ["The Lark Fund IV, LP"],
  ],
  [
    "SC XII Management, LLC, the general partner of Sorrel Capital XII, L.P. and Sorrel Technology Partners XII, L.P. and managing member of Sorrel Capital XII Principals Fund, LLC, may accordingly be deemed to share power to vote and dispose of the securities of these three entities.",
    ["Sorrel Capital XII, L.P.", "Sorrel Technology Partners XII, L.P.", "Sorrel Capital XII Principals Fund, LLC"],
  ],
  [
    'These securities have been held since the offering by Mistral LP ("LP"). GP LP, as general partner of LP, may be deemed to share voting and dispositive power over them.',
    ["Mistral LP"],
  ],
  [
    "Juno Investment Company and its owners, Alec Barr and Jon Bart, may be deemed to own beneficially the securities of Juno Targeted Opportunities, LP, of which Juno Investment Company is the investment manager.",
    ["Juno Targeted Opportunities, LP"],
  ],
  [
    "Greywater LLC is general partner of Greywater 15, Greywater Principals and Greywater 15-A. The reporting person disclaims beneficial ownership of the securities held by these three.",
    ["Greywater 15", "Greywater Principals", "Greywater 15-A"],
  ],
  [
    "The securities of the Issuer that Revent Sponsor LLC holds directly are reported because the reporting person shares control of it.",
    ["Revent Sponsor LLC"],
  ],
])("%s", (text, names) => {
  expect(holders(text)).toEqual(names);
});

test.each([
  "The Reporting Person has no voting or dispositive power over the shares of Roe Fund, L.P.",
  "The reporting person is a partner of Dace Capital, LLC, which manages Dace Fund, L.P. Dace Fund, L.P.'s shares were sold before he joined the firm.",
  "The reporting person may be deemed an affiliate of Elk Corp. Elk Corp.'s shares trade on the NYSE.",
  "As a director of Fenn Holdings, Inc. he may vote Fenn Holdings, Inc.'s shares of its subsidiary.",
  "The award is measured against the total return of the shares of Gorse Partners, L.P. and Heath Energy, L.P.",
  "The Issuer is the general partner of Ince Midstream, LP, and the price of Ince Midstream, LP's units affects the award.",
  "The merger agreement provides that holders of shares of Jade Acquisition Corp. will receive shares of Kite Holdings, LLC.",
  "Each holder of Class A shares has one vote, and holders of units of Larch Operating, LP have none.",
  "Shares of Nash Trust Company, N.A. were not acquired.",
  "He may be deemed to own Oak Inc.'s shares only if Oak Inc. controls the Issuer, which it does not.",
])("names no holder: %s", (text) => {
  expect(holders(text)).toEqual([]);
});
