import { expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const holders = (text: string) => (readFact("holders", text)?.value ?? []).map(({ name }) => name);

test.each<[note: string, holders: string[]]>([
  [
    "AC Management, LLC is the general partner of Alder Creek IX, L.P. and Alder Creek Partners IX, L.P. and the managing member of Alder Creek Fund, LLC and may be deemed to share the power to vote the shares that Alder Creek IX, L.P., Alder Creek Partners IX, L.P. and Alder Creek Fund, LLC hold.",
    ["Alder Creek IX, L.P.", "Alder Creek Partners IX, L.P.", "Alder Creek Fund, LLC"],
  ],
  [
    'AC Management is the general partner of Birch Fund I, L.P. and Birch Fund II, L.P. (together, the "Birch Funds"). He disclaims beneficial ownership of the Birch Funds\' securities except to the extent of his pecuniary interest.',
    ["Birch Fund I, L.P.", "Birch Fund II, L.P."],
  ],
  [
    "CH Ltd. is the general partner of CH Management, L.P., and CH Management, L.P. the general partner of Cob Growth Fund II, L.P. and Cob Principals Fund II, L.P. (together, the CH GF II Funds). The Reporting Person is a Director of CH Ltd. He disclaims beneficial ownership of the CH GF II Funds' securities except to the extent of his pecuniary interest.",
    ["Cob Growth Fund II, L.P.", "Cob Principals Fund II, L.P."],
  ],
  [
    'The reporting person, a Manager of The Lark Fund III Management, LLC ("LF III Management"), the General Partner of The Lark Fund III, LP ("LF III"), disclaims voting and investment power over LF III\'s securities.',
    ["The Lark Fund III, LP"],
  ],
  [
    'The General Partner of The Lark Principals Fund, LP ("LFPF") is LF II Management, and the reporting person is among its Managing Members. He may on this account be deemed to share the power to vote and invest LFPF\'s securities.',
    ["The Lark Principals Fund, LP"],
  ],
  [
    'DM GP, LLC ("DM GP") manages Dell Master Fund, Ltd. ("DMF") and may be deemed to own DMF\'s shares beneficially.',
    ["Dell Master Fund, Ltd."],
  ],
  [
    "Each of the Reporting Persons may be deemed to share voting power over Elm Partners, L.P.'s shares, of which Elm GP, Inc. is the general partner.",
    ["Elm Partners, L.P."],
  ],
  [
    'The sole general partner of each of Fen I, L.P. ("Fen I") and Fen II, L.P. ("Fen II") is Fen GP, LLC, which therefore may be deemed to have dispositive power over the securities of Fen I and Fen II.',
    ["Fen I, L.P.", "Fen II, L.P."],
  ],
  [
    "As manager of Gale Ventures LLC (\"Gale\"), the reporting person disclaims beneficial ownership of Gale's holdings of the Issuer's shares.",
    ["Gale Ventures LLC"],
  ],
  [
    'Because he is a member of the committee of Holt Capital IV, L.P. ("Holt IV"), voting power over the shares of Holt IV may be attributed to him.',
    ["Holt Capital IV, L.P."],
  ],
  [
    'Iver Fund, LP ("Iver") is advised by Iver Advisors, LLC, which disclaims beneficial ownership of the shares Iver holds except to the extent of its pecuniary interest.',
    ["Iver Fund, LP"],
  ],
  [
    "Jute Three LLC is beneficially owned by the reporting person, who alone may vote the securities that Jute Three LLC holds.",
    ["Jute Three LLC"],
  ],
  [
    'Kern Three LLC ("Kern") is beneficially owned by the reporting person, who alone has the power to vote and dispose of the securities that Kern holds.',
    ["Kern Three LLC"],
  ],
  [
    'The reporting person controls Lome Holdings LLC ("Lome") and so may be deemed to own the shares Lome owns.',
    ["Lome Holdings LLC"],
  ],
  [
    'Mace GP, L.P. ("Mace GP") is the general partner of Mace Fund V, L.P. ("Fund V") and Mace Fund V-A, L.P. ("Fund V-A"). Mace UGP, Ltd. is the general partner of Mace GP. Each disclaims beneficial ownership of the securities of Fund V and Fund V-A except to the extent of its pecuniary interest.',
    ["Mace Fund V, L.P.", "Mace Fund V-A, L.P."],
  ],
  [
    "(continued from footnote 4) and the managing member of Nash IX Principals Fund, LLC (IX PF) (together, the IX Funds). For these reasons the Reporting Person may be deemed to share the power to vote the shares held by the XF IV Funds, GXF III, the GXF Funds and the IX Funds.",
    ["IX Funds", "XF IV Funds", "GXF III", "GXF Funds"],
  ],
  [
    '(Continued) and Orme II Affiliates, L.P. ("Affiliates II") (collectively, the "Orme II Funds"). He disclaims beneficial ownership of the shares held by the Orme II Funds except to the extent of his pecuniary interest.',
    ["Orme II Funds"],
  ],
  [
    "The shares are those of Pell Fund LP and Pell Fund II LP, whose general partner is Pell GP LLC.",
    ["Pell Fund LP", "Pell Fund II LP"],
  ],
  ["The reporting person is a general partner of Quill Partners, LP, which sold no shares.", []],
  ["Reed GP LLC is the general partner of Reed Fund LP. It holds no shares of the Issuer.", []],
  ["He is a director of Sable Corp. and may vote Sable Corp.'s shares at its annual meeting.", []],
  ["The award depends on the performance of Tyne Inc.'s shares.", []],
  ["The merger consideration was one share of Vane Corp. for the Issuer's shares.", []],
  ["The price of Wynn Holdings, Inc.'s securities closed at $4.00.", []],
  ["The Issuer's securities are listed.", []],
  [
    "The reporting person is a partner of Yarrow LLP, counsel to the Company, and disclaims any interest in Yarrow LLP's fees.",
    [],
  ],
  [
    "The manager of Alcott Fund, L.P. (AF) and Alcott II, L.P. (AF II) disclaims beneficial ownership of AF's and AF II's securities.",
    ["Alcott Fund, L.P.", "Alcott II, L.P."],
  ],
  ["Kyle & Co., as nominee of the Kyle Pension Fund, is the registered owner of the shares.", ["Kyle & Co."]],
  [
    "Skye Capital LLC is the manager of Skye Fund, L.P. and Skye International, Ltd., for whose accounts the shares were purchased.",
    ["Skye Fund, L.P.", "Skye International, Ltd."],
  ],
])("those whose securities somebody manages: %s", (text, names) => {
  expect(holders(text)).toEqual(names);
});

test.each<[note: string, holders: string[]]>([
  [
    'The shares are owned of record by Zell SPV 2, LLC ("Zell"). Zell belongs to Tess LP, whose General Partner is Tess GP LLC.',
    ["Zell SPV 2, LLC"],
  ],
  ["HOLT J LLC, the sole member of which is the Trust, holds the shares.", ["HOLT J LLC"]],
  ["Ash LLC, whose only member is the Ash Family Trust, owns the shares.", ["Ash LLC"]],
  ["Beck LP, of which Beck GP Inc. is the general partner, holds these securities.", ["Beck LP"]],
  ["Cole LLC, the manager of which is Cole Advisors Inc., acquired the shares.", ["Cole LLC"]],
  ["Dunn Inc., a subsidiary of Dunn Group PLC, bought the shares.", ["Dunn Inc."]],
  ["The shares belong to Eddy LLC, and Eddy LLC belongs to the Eddy Trust.", ["Eddy LLC"]],
  ["The reporting person belongs to Gill Partners, LLC. The shares are held by Gill Fund LP.", ["Gill Fund LP"]],
  ["Hale LLC, all the interests in which belong to the Hale Foundation, holds the shares.", ["Hale LLC"]],
  [
    "Granite Financial Corporation and GSPC are the joint filers. The interest of Granite Financial Corporation in the securities was an indirect one, which it had through GSPC, its subsidiary.",
    ["GSPC"],
  ],
  ["His interest in the shares is an indirect one that he has through Ives LLC.", ["Ives LLC"]],
  ["The indirect interest is had through the Jay Family Trust.", ["Jay Family Trust"]],
])("the holder, and not its owners: %s", (text, names) => {
  expect(holders(text)).toEqual(names);
});

test.each<[note: string, holders: string[]]>([
  [
    "Shares of The Corwin Aldous Revocable Trust dated March 9, 2006; the Reporting Person is its trustee.",
    ["The Corwin Aldous Revocable Trust dated March 9, 2006"],
  ],
  ["Shares of the Kay 2010 Trust, of which the reporting person is trustee.", ["Kay 2010 Trust"]],
  ["The shares of the Lee Family Trust, whose trustee is the reporting person's brother.", ["Lee Family Trust"]],
  [
    "On October 8, 2024, the LV Trust purchased, for $0.21 per underlying share, a warrant for 1,750,000 shares.",
    ["LV Trust"],
  ],
  ["Moss LP acquired, in a private placement, 40,000 units.", ["Moss LP"]],
  ["The Nye Trust sold, on May 3, 2021 and at $4.00 a share, 5,000 shares.", ["The Nye Trust"]],
  ["His wife bought, in the open market, 300 shares.", ["wife"]],
  ["Orr LLC exercised, in full and for cash, its warrants for 4,000 shares.", ["Orr LLC"]],
  ["The warrants were bought, at $0.10 each, by Poe Fund LP.", ["Poe Fund LP"]],
  ["Units of the Quinn Trust are traded on the NYSE.", []],
  ["Shares of Ray Corp. were received in the merger.", []],
  ["Shares of beneficial interest of the Shaw Real Estate Trust.", []],
  ["Shares of the Trust.", []],
  ["The Toft Trust purchased, for its own use, a building.", []],
  ["Shares of Ulm Bancorp, Inc., par value $1.00.", []],
  ["The reporting person is trustee of the Vick Trust, which lent, at 5 %, $4 million to the Issuer.", []],
])("trusts of shares, and words between a verb and its object: %s", (text, names) => {
  expect(holders(text)).toEqual(names);
});
