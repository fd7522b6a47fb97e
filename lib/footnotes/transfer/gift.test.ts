import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const read = (text: string) => {
  const fact = readFact("gift", text);
  const [start, end] = fact?.spans[0] ?? [0, 0];
  return fact && `${fact.value.to ?? "—"} “${text.slice(start, end)}”`;
};
const to = (text: string) => {
  const fact = readFact("gift", text);
  return fact ? fact.value.to : "no gift";
};

describe("marks the words from the gift to its recipient", () => {
  test.each([
    [
      "Represents a bona fide gift of common stock by the reporting person to charity.",
      "charity “bona fide gift of common stock by the reporting person to charity”",
    ],
    ["On June 3, 2021 she gifted 500 shares to her children.", "family “gifted 500 shares to her children”"],
    ["Gift.", "— “Gift”"],
    ["The shares were transferred to his sons as a gift.", "family “transferred to his sons as a gift”"],
    ["These shares become the property of his sons by gift.", "family “become the property of his sons by gift”"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("names the recipient", () => {
  test.each([
    ["Donation of 4,000 shares to a donor-advised fund.", "donor_advised_fund"],
    ["Shares contributed to a donor advised fund at a community foundation.", "donor_advised_fund"],
    ["Contributions to non-profit organizations.", "charity"],
    ["Charitable contribution.", "charity"],
    ["A charitable gift of 100 shares.", "charity"],
    ["Gift to the Roe Family Foundation.", "charity"],
    ["The reporting person donated the shares to a university.", "charity"],
    ["Gift of shares to a school, a hospital and a church.", "charity"],
    ["The shares were contributed to a 501(c)(3) organization for no consideration.", "charity"],
    ["BONA FIDE GIFT TO CHARITABLE ORGANIZATION.", "charity"],
    ["Gift of 500 shares to a trust for the benefit of the reporting person's children.", "trust"],
    ["Gift to the Roe Family Trust, of which the reporting person is trustee.", "trust"],
    ["Gifts to grantor retained annuity trusts.", "trust"],
    ["Gift to a charitable remainder unitrust.", "trust"],
    ["Bona fide gift to family members.", "family"],
    ["Gift to reporting person's spouse.", "family"],
    ["Gift from the reporting person to his adult daughter.", "family"],
    ["Gift of 10 shares to each of the reporting person's four grandchildren.", "family"],
    ["Gift to an unrelated third party.", "other"],
    ["Gift to Jane Roe.", "other"],
    ["The shares were given as a gift to several employees.", "other"],
    ["On May 3, 2021 the shares were donated to a museum.", "charity"],
    ["Bona fide gift.", null],
    ["The shares were disposed of by gift on June 3, 2021.", null],
    ["Gift received from the reporting person's father.", null],
    ["The reporting person received the shares as a gift from a trust.", null],
    ["Shares acquired by gift from her mother.", null],
    ["Shares were gifted to the reporting person by his wife.", null],
  ])("%s", (text, expected) => {
    expect(to(text)).toBe(expected);
  });
});

describe("no reported gift", () => {
  test.each([
    "Includes 500 shares received as a gift in 2010.",
    "Excludes shares previously gifted to a trust.",
    "Class B shares convert upon any transfer, other than a gift to family members.",
    "The shares are held by the Roe Gift Trust.",
    "The shares were withheld to pay gift taxes.",
    "The reporting person made no gift to charity.",
    "Reflects a gift previously reported on Form 5.",
    "The holder may transfer the option by gift.",
    "Shares contributed to the 401(k) plan by the company.",
    "The shares were contributed to Roe Partners LLC.",
    "Transferred to the Roe Family Trust for no consideration.",
  ])("%s", (text) => {
    expect(to(text)).toBe("no gift");
  });
});
