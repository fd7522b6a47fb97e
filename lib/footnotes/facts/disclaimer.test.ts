import { describe, expect, test } from "vitest";
import { noteText } from "@/lib/footnotes/note-text";
import { readDisclaimer } from "./disclaimer";

const read = (text: string) => readDisclaimer(noteText(text))?.value ?? null;

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
  ])("no more than no admission: %s", (text) => {
    expect(read(text)).toBe("no_admission");
  });

  test.each([
    ["The reporting persons disclaim membership in a group."],
    ["The reporting person disclaims voting and investment power over the shares."],
    ["The reporting person may be deemed to own these shares."],
    ["The reporting person has no pecuniary interest in these shares."],
    ["The Reporting Person does not disclaim beneficial ownership of these shares."],
    ["Nothing herein shall be deemed an admission that the Reporting Persons constitute a group."],
  ])("none: %s", (text) => {
    expect(read(text)).toBeNull();
  });

  test("of two kinds the one with an exception counts, and its words are marked", () => {
    const text =
      "The fund disclaims beneficial ownership of the shares. Ms. Roe disclaims such ownership except to the extent of her pecuniary interest therein.";
    const stated = readDisclaimer(noteText(text));
    expect(stated?.value).toBe("except_pecuniary_interest");
    expect(stated?.spans.map(([start, end]) => text.slice(start, end))).toEqual([
      "disclaims such ownership except to the extent of her pecuniary interest",
    ]);
  });
});
