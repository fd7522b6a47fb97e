import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const read = (text: string) => readFact("disclaimer", text)?.value ?? null;

describe("readDisclaimer", () => {
  test.each([
    [
      "The reporting person disclaims beneficial ownership of these shares except to the extent of his pecuniary interest.",
    ],
    [
      "Except to the extent of her pecuniary interest therein, the Reporting Person disclaims beneficial ownership of such shares.",
    ],
    [
      "Shares held by spouse, as to which beneficial ownership is disclaimed except to the extent of any pecuniary interest.",
    ],
    ["Mr. Roe disclaims beneficial ownership in excess of his pecuniary interest."],
    ["Each of the funds disclaims beneficial ownership to the extent that it exceeds its economic interest therein."],
    [
      "Roe GP disclaims beneficial ownership of the securities, other than to the extent of its proportionate partnership interest.",
    ],
    [
      "The Reporting Person disclaims beneficial ownership of shares to the extent he does not have a pecuniary interest in them.",
    ],
    ["THE REPORTING PERSON DISCLAIMS BENEFICIAL OWNERSHIP EXCEPT TO THE EXTENT OF HIS PECUNIARY INTEREST."],
    [
      "Roe Ltd. disclaims beneficial ownership of these securities, and this report is no admission of it, except to the extent of its pecuniary interest.",
    ],
    ["Disclaims, for purposes of Section 16, beneficial ownership except to extent of pecuniary interest."],
  ])("except for an interest: %s", (text) => {
    expect(read(text)).toBe("except_pecuniary_interest");
  });

  test.each([
    ["The reporting person disclaims beneficial ownership of these securities."],
    ["Beneficial ownership of these securities is expressly disclaimed."],
    ["Held by Roe Fund, L.P. The reporting person disclaims any beneficial ownership of such shares."],
    ["The reporting person disclaims that he is the beneficial owner of the shares."],
    [
      "The reporting person disclaims membership in any group and disclaims beneficial ownership of shares held by others.",
    ],
    [
      "The reporting person disclaims beneficial ownership, and this report shall not be deemed an admission that he is the beneficial owner.",
    ],
  ])("in full: %s", (text) => {
    expect(read(text)).toBe("full");
  });

  test.each([
    [
      "This report shall not be deemed an admission that the reporting person is the beneficial owner of such securities.",
    ],
    ["Neither the filing of this report nor its contents shall be deemed an admission of beneficial ownership."],
    [
      "The inclusion of these shares is not an admission of beneficial ownership, except to the extent of a pecuniary interest.",
    ],
    ["The reporting person does not admit that he beneficially owns the securities."],
  ])("only no admission: %s", (text) => {
    expect(read(text)).toBe("no_admission");
  });

  test.each([
    ["The reporting persons disclaim membership in a group."],
    ["The reporting person may be deemed to have beneficial ownership as a group member, but disclaims that status."],
    ["The reporting person disclaims voting and investment power over the shares."],
    ["The reporting person may be deemed to own these shares."],
    ["The reporting person has no pecuniary interest in these shares."],
    ["The Reporting Person does not disclaim beneficial ownership of these shares."],
    ["Nothing herein shall be deemed an admission that the Reporting Persons constitute a group."],
  ])("none: %s", (text) => {
    expect(read(text)).toBeNull();
  });

  test("uses the kind with an exception if there are two, and marks its words", () => {
    const text =
      "The fund disclaims beneficial ownership of the shares. Ms. Roe disclaims such ownership except to the extent of her pecuniary interest therein.";
    const stated = readFact("disclaimer", text);
    expect(stated?.value).toBe("except_pecuniary_interest");
    expect(stated?.spans.map(([start, end]) => text.slice(start, end))).toEqual([
      "disclaims such ownership except to the extent of her pecuniary interest",
    ]);
  });
});

describe("in the words of filings", () => {
  test.each([
    [
      "The shares are those of his partners; beyond his own share of profits he claims no beneficial ownership of them.",
    ],
    ["He may be deemed to share beneficial ownership of the shares, but disclaims it except as to his own interest."],
    [
      "Each of Northgate GP and Mr. Doe disclaims beneficial ownership of the securities held by the Fund, except to the extent of its or his pecuniary interest therein.",
    ],
    [
      "The Reporting Person disclaims beneficial ownership of the reported securities except to the extent of his pecuniary interest therein, and the inclusion of these securities in this report shall not be deemed an admission of beneficial ownership.",
    ],
    [
      "Each Reporting Person disclaims beneficial ownership of the shares except to the extent of such Reporting Person's pecuniary interest therein, if any.",
    ],
    ["Beneficial ownership is disclaimed except to the extent of pecuniary interest."],
    [
      "Ms. Doe disclaims beneficial ownership of these shares, except to the extent of her proportionate pecuniary interest therein.",
    ],
    [
      "The reporting person disclaims beneficial ownership of such securities in excess of her pecuniary interest, if any.",
    ],
    ["Mr. Doe disclaims beneficial ownership of the securities held by the LLC beyond his pecuniary interest."],
    ["Disclaims beneficial ownership except as to his proportionate interest in the partnership."],
    ["The General Partner disclaims beneficial ownership except to the extent of its partnership interest."],
    ["Mr. Doe disclaims beneficial ownership of these shares other than those in which he has a pecuniary interest."],
    [
      "The reporting person disclaims beneficial ownership of all shares except those in which he has a pecuniary interest.",
    ],
    [
      "Each such person disclaims beneficial ownership of any shares as to which such person does not have a pecuniary interest.",
    ],
    [
      "To the extent that he does not have a pecuniary interest therein, Mr. Doe disclaims beneficial ownership of the shares.",
    ],
    [
      "Except to the extent of any indirect pecuniary interest therein, each of the Reporting Persons disclaims beneficial ownership.",
    ],
    [
      "The Reporting Person may be deemed to beneficially own the securities but disclaims such beneficial ownership except to the extent of his indirect pecuniary interest.",
    ],
    [
      "The Reporting Person expressly disclaims beneficial ownership of such shares, except to the extent of his economic interest.",
    ],
    ["The filing person disclaims beneficial ownership to the extent it exceeds his pecuniary interest."],
    [
      "Mr. Doe disclaims Section 16 beneficial ownership of the shares held by the Fund except to the extent of his pecuniary interest therein.",
    ],
    [
      "Each disclaims beneficial ownership within the meaning of Section 16 of the Exchange Act or otherwise of such portion of the shares in which such person has no pecuniary interest.",
    ],
    [
      "For purposes of Section 16, the reporting person disclaims ownership except to the extent of pecuniary interest.",
    ],
    ["DISCLAIMS BENEFICIAL OWNERSHIP EXCEPT TO THE EXTENT OF PECUNIARY INTEREST"],
    [
      "Reporting person disclaims beneficial ownership of these securities except to the extent of his or her pecuniary interest, and this report shall not be deemed an admission.",
    ],
    [
      "The reporting person disclaims beneficial ownership of all securities reported herein, except to the extent of their pecuniary interest therein and, pursuant to Rule 16a-1(a)(4) under the Act, this filing shall not be deemed an admission.",
    ],
  ])("except for an interest: %s", (text) => {
    expect(read(text)).toBe("except_pecuniary_interest");
  });

  test.each([
    ["Mr. Doe disclaims beneficial ownership of the shares held by his wife."],
    ["The reporting person disclaims beneficial ownership of shares held by spouse."],
    ["Beneficial ownership disclaimed."],
    ["Shares held in trust for children; beneficial ownership disclaimed."],
    ["The reporting person disclaims any beneficial interest in these shares."],
    [
      "The undersigned disclaims beneficial ownership of these securities, and this report shall not be deemed an admission that the undersigned is the beneficial owner of such securities for purposes of Section 16 or for any other purpose.",
    ],
    ["Ms. Roe hereby disclaims any and all beneficial ownership of such shares."],
    ["As to which shares Mr. Doe disclaims beneficial ownership."],
    ["By spouse, as to which the reporting person disclaims beneficial ownership."],
    ["The reporting person disclaims being the beneficial owner of the shares."],
    ["The reporting person disclaims that he beneficially owns these shares."],
    ["The reporting person disclaims all ownership of these securities."],
  ])("in full: %s", (text) => {
    expect(read(text)).toBe("full");
  });

  test.each([
    ["This filing shall not be construed as a disclaimer of, or an admission of, beneficial ownership."],
    [
      "The filing of this Form 4 shall not be construed as an admission that the Reporting Person is or was the beneficial owner of any of the securities.",
    ],
    ["This statement shall not be construed as an admission of beneficial ownership."],
    [
      "Pursuant to Rule 16a-1(a)(4), the filing of this form is not an admission that the filer is, for Section 16 purposes, the beneficial owner of any securities covered by it.",
    ],
    [
      "Neither the filing of this statement nor anything herein is to be deemed an admission that any of the reporting persons beneficially owns the shares.",
    ],
    ["By filing this form the reporting person does not concede that he is the beneficial owner of these shares."],
    ["Nothing in this report shall be an admission of beneficial ownership."],
    [
      "Inclusion of these shares shall not be deemed to be an admission that the reporting person has beneficial ownership of them.",
    ],
  ])("only no admission: %s", (text) => {
    expect(read(text)).toBe("no_admission");
  });

  test.each([
    ["The reporting person disclaims membership in any group."],
    ["Each of the reporting persons disclaims that it is a member of a group."],
    ["The reporting person disclaims voting power over the shares."],
    ["The reporting person disclaims any pecuniary interest in the shares."],
    ["The reporting person has no pecuniary interest in the shares."],
    ["Mr. Doe may be deemed to share beneficial ownership."],
    ["The filing shall not be deemed an admission that the reporting persons are members of a group."],
    ["This report is not an admission that the reporting person is subject to Section 16."],
    ["The reporting person does not disclaim beneficial ownership."],
    ["The trustee was admitted to the partnership as a limited partner and is the beneficial owner."],
    ["Disclaimer: see remarks."],
  ])("none: %s", (text) => {
    expect(read(text)).toBeNull();
  });
});

test.each([
  ["She had formerly disclaimed beneficial ownership of the shares, which were distributed to her.", null],
  ["Ownership of these shares was previously disclaimed.", null],
  [
    "The reporting person has previously disclaimed, and continues to disclaim, beneficial ownership of the shares.",
    "full",
  ],
  ["As before, he disclaims beneficial ownership of the shares.", "full"],
])("what was disclaimed before: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  [
    "The reporting person claims beneficial ownership only to the extent of his pecuniary interest in the fund.",
    "except_pecuniary_interest",
  ],
  ["She disavows beneficial ownership of the shares.", "full"],
  ["He renounces beneficial ownership, except to the extent of his pecuniary interest.", "except_pecuniary_interest"],
  ["The reporting person claims beneficial ownership of all of the shares.", null],
  ["No beneficial ownership of the shares is admitted.", "no_admission"],
])("in other words: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["The reporting person does not admit that it was a beneficial owner of more than 10% of the common stock.", null],
  ["The reporting person does not admit to being a 10% beneficial owner of the Issuer.", null],
  [
    "This is no admission that he is the beneficial owner of more than 10% of the class or of any securities held by the funds.",
    "no_admission",
  ],
  ["The reporting person does not admit that he is the beneficial owner of these shares.", "no_admission"],
])("a share of the class, and the securities reported: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});
