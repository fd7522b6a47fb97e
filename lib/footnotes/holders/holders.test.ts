import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const holders = (text: string) => readFact("holders", text)?.value ?? [];
const names = (text: string) => holders(text).map(({ name }) => name);

describe("words of holding", () => {
  test.each([
    ["The shares are held directly by Harbor Point Ventures IV, L.P.", "Harbor Point Ventures IV, L.P."],
    ["Held of record by Harbor Point LLC, of which the reporting person is the manager.", "Harbor Point LLC"],
    ["Held indirectly through the Harbor Point Foundation.", "Harbor Point Foundation"],
    ["Shares held in the Harbor Stock Fund.", "Harbor Stock Fund"],
    ["Securities held for the benefit of Harbor Onshore Fund, LP (the “H Fund”).", "Harbor Onshore Fund, LP"],
    [
      "Shares are registered in the name of Roe Brothers Investment Partnership.",
      "Roe Brothers Investment Partnership",
    ],
    ["The record holder of the shares is Osprey Co-Invest, L.P.", "Osprey Co-Invest, L.P."],
    ["Osprey Co-Invest, L.P. is the record holder of these securities.", "Osprey Co-Invest, L.P."],
    [
      "Osprey Fund, L.P., which is the direct beneficial owner of the shares, has a general partner.",
      "Osprey Fund, L.P.",
    ],
    ["Mr. Roe is trustee of the Roe 2020 GRAT, which holds these shares.", "Roe 2020 GRAT"],
    ["Ms. Roe disclaims ownership of the shares held by Osprey Fund, L.P.", "Osprey Fund, L.P."],
    [
      "The Roe Revocable Trust dated July 22, 2003, of which Mr. Roe is trustee, purchased 100 shares.",
      "The Roe Revocable Trust dated July 22, 2003",
    ],
    ['On July 25, 2025, the Roe 2012 Trust (the "R Trust") exercised 697,674 warrants.', "Roe 2012 Trust"],
    ["These sales were effected by Osprey Fund II, L.P. under a plan.", "Osprey Fund II, L.P."],
    ["Shares acquired by Roe Investments, LLC on the open market.", "Roe Investments, LLC"],
    [
      "The reporting person contributed 20,000 shares to Roe Family Partners, Ltd. for no consideration.",
      "Roe Family Partners, Ltd.",
    ],
    ["Shares transferred from direct holdings to a grantor retained annuity trust.", "grantor retained annuity trust"],
    ["Bona fide gift to the Roe Children's Trust.", "Roe Children's Trust"],
    ["The reporting person holds the shares through Roe Capital LLC.", "Roe Capital LLC"],
    ["THE SHARES ARE HELD BY THE ROE FAMILY TRUST OF WHICH THE REPORTING PERSON IS TRUSTEE.", "ROE FAMILY TRUST"],
    [
      "Shares held by A.B. Roe and C.D. Roe, as co-trustees of the Roe Living Trust, u/a/d May 1, 1995.",
      "Roe Living Trust, u/a/d May 1, 1995",
    ],
    ["Held by Elm Street Trust Company FBO Jane Roe.", "Elm Street Trust Company FBO Jane Roe"],
    [
      "Held by the trustee of the Acme Corp. Employee Stock Ownership Plan.",
      "Acme Corp. Employee Stock Ownership Plan",
    ],
    ["Shares held by the reporting person as custodian for his minor children.", "minor children"],
    ["These shares are held by J. and L. Roe Investments, L.P.", "J. and L. Roe Investments, L.P."],
    ["Held by Roe SPV Beaver (DE) LLC.", "Roe SPV Beaver (DE) LLC"],
    ["Shares held by his family trust, the Roe Living Trust.", "Roe Living Trust"],
  ])("%s", (text, name) => {
    expect(names(text)).toEqual([name]);
  });

  test.each([
    ["The Roe Revocable Trust, for which the reporting person is trustee.", "The Roe Revocable Trust"],
    ["By spouse", "spouse"],
    ["By 401(k) Plan", "401(k) Plan"],
    ["IRA", "IRA"],
    ["Trustee of GST Trust", "GST Trust"],
    ["By trust (The Roe Trust)", "The Roe Trust"],
    ["By Roe Family Trust U/A/D 3/4/1999", "Roe Family Trust U/A/D 3/4/1999"],
    ["As custodian for daughter", "daughter"],
  ])("only the name: %s", (text, name) => {
    expect(names(text)).toEqual([name]);
  });
});

describe("names that a note defines", () => {
  test("names the members of a group in full", () => {
    const text =
      "Consists of (i) 1,200 shares held of record by Harbor Fund I, L.P. (“Fund I”), (ii) 3,400 shares held of record by Harbor Fund II, L.P. (“Fund II”) and (iii) 560 shares held of record by Harbor Affiliates, LLC (“Affiliates,” and together with Fund I and Fund II, the “Harbor Funds”). He may vote shares held by the Harbor Funds.";
    expect(names(text)).toEqual(["Harbor Fund I, L.P.", "Harbor Fund II, L.P.", "Harbor Affiliates, LLC"]);
  });

  test.each([
    [
      'Quill GP, LLC is the general partner of each of Quill Partners II, L.P. and Quill Annex Fund, L.P. (collectively, the "Quill Funds") and may be deemed to own shares held by the Quill Funds.',
      ["Quill Partners II, L.P.", "Quill Annex Fund, L.P."],
    ],
    [
      "Quill GP, LLC is the general partner of Quill Partners II, L.P., or collectively, the Quill II Funds. Ms. Roe disclaims shares held by the Quill II Funds.",
      ["Quill Partners II, L.P."],
    ],
    [
      'Shares held by Quill SPV 1, LLC ("Quill"). He may be deemed to own the shares held by Quill.',
      ["Quill SPV 1, LLC"],
    ],
    ["Held by Quill, Quill Annex and Quill 15-A.", ["Quill", "Quill Annex", "Quill 15-A"]],
    ["She is trustee of the Roe Living Trust and may vote the shares held by the trust.", ["Roe Living Trust"]],
    [
      "Shares of Alder I, L.P. and Alder II, L.P.: she may vote the shares held by such funds.",
      ["Alder I, L.P.", "Alder II, L.P."],
    ],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test("marks the first place with the full name", () => {
    const text = 'Quill GP is the general partner of Quill Fund, LP ("QF"). Shares held by QF.';
    const [start = 0, end = 0] = readFact("holders", text)?.spans[0] ?? [];
    expect([start, text.slice(start, end)]).toEqual([text.indexOf("Quill Fund"), "Quill Fund, LP"]);
  });
});

describe("kinds and roles", () => {
  test.each([
    ["Held by Denholm Family Investments, LLLP.", "partnership", null],
    ["Held by the reporting person's spouse.", "spouse", null],
    ["Shares owned by his wife, Maria Roe.", "spouse", null],
    ["Owned by the reporting person's daughter.", "child", null],
    ["Held by members of the reporting person's immediate family.", "family", null],
    ["Shares held in a Roth IRA.", "retirement_plan", null],
    ["Shares held in the Roe Stock Fund, an option of the 401(k) Plan.", "retirement_plan", null],
    ["Held by the Roe Family Foundation, of which Ms. Roe is a director.", "foundation", "director"],
    [
      "Held by Roe Trust Holdings LLC. Mr. Roe is the managing member of Roe Trust Holdings LLC.",
      "llc",
      "managing member",
    ],
    ["Held by Roe Fund Limited Partnership.", "partnership", null],
    ["Held by Roe Capital, Inc., of which the reporting person is the sole owner.", "corporation", "sole owner"],
    ["Held by the Roe 2012 Trust, of which the reporting person and his spouse are trustees.", "trust", "trustees"],
    ["Held by the Roe Multi-Strategy Fund.", "fund", null],
    ["Held by Elm Street Trust Company FBO Jane Roe.", "other", null],
    [
      "Held by Quill Fund, LP. The reporting person is a manager of Quill GP, LLC, its general partner.",
      "partnership",
      "manager of Quill GP, LLC",
    ],
  ])("%s", (text, kind, role) => {
    expect(holders(text).map((holder) => [holder.kind, holder.role])).toEqual([[kind, role]]);
  });
});

describe("no holders", () => {
  test.each([
    ["Jane Roe purchased 100 shares."],
    ["Shares held by the reporting person."],
    ["The reporting person is the managing member of Quill GP LLC, which is the general partner of Quill Fund LP."],
    ["She has a pecuniary interest in securities through her membership interest in Quill GP LLC."],
    ["Represents shares distributed by Quill Fund LP to its partners."],
    ["Shares received from the Roe 2018 GRAT as an annuity payment."],
    ["Shares previously held by Quill Fund LP and distributed to the reporting person."],
    ["12,000 shares are held in escrow."],
    ["Quill Sponsor LLC forfeited 17,434 shares to the Issuer."],
    ["The sale was made under a Rule 10b5-1 plan adopted by the Roe Trust."],
    ["Each share held by the holder or its permitted transferees will convert."],
    ["The securities may be deemed to be beneficially owned by Quill GP LLC."],
    ["Contributed to the applicable recipient fund."],
    ["Gift to a charitable organization."],
    ["The reporting person has no pecuniary interest in any securities held by Quill GP LLC."],
    ["The Issuer was acquired by Bracken Parent Corp."],
    ["Held in the Employee Stock Purchase Plan."],
    ["Executive Vice President of Acme Holdings, Inc."],
    ["Exhibit 24 - Power of Attorney"],
  ])("%s", (text) => {
    expect(names(text)).toEqual([]);
  });

  test("ignores the owner and the manager of a holder", () => {
    expect(names("Held by Osprey Holdings LLC, which is 95% owned by the Osprey Trust.")).toEqual([
      "Osprey Holdings LLC",
    ]);
    expect(names("Held by Osprey Fund LP, and Osprey GP LLC is its general partner.")).toEqual(["Osprey Fund LP"]);
  });
});

test("marks whole words: the son, and not the end of “person”", () => {
  const text = "The reporting person holds 3,900 shares, and 210 shares are held by his son.";
  expect(readFact("holders", text)?.spans).toEqual([[text.indexOf("son."), text.indexOf(".")]]);
});
