import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const words = (text: string): string[] =>
  readFact("underwritten", text)?.spans.map(([start, end]) => text.slice(start, end)) ?? [];

describe("a sale in an underwritten offering", () => {
  test.each([
    [
      "The shares were sold to the underwriters in a registered offering at the public offering price.",
      "sold to the underwriters",
    ],
    [
      "The Reporting Person sold shares to the Underwriters in connection with the Issuer's public offering.",
      "sold shares to the Underwriters",
    ],
    ["Shares sold in an underwritten secondary public offering.", "sold in an underwritten secondary public offering"],
    [
      "Reflects the sale of shares pursuant to the Underwriting Agreement dated May 3, 2021.",
      "sale of shares pursuant to the Underwriting Agreement",
    ],
    [
      "This amount represents the $34.00 public offering price per share, less the underwriting discount of $1.02.",
      "price per share, less the underwriting discount",
    ],
    ["The price is net of underwriters' commissions.", "price is net of underwriters' commissions"],
  ])("“%s”", (text, stated) => {
    expect(words(text)).toEqual([stated]);
  });

  test.each([
    "Purchased from the underwriters in the Issuer's initial public offering.",
    "Upon the closing of the Issuer's sale of its Class A Common Stock in its firm commitment underwritten initial public offering, each share converts.",
    "The RSUs vested upon the effectiveness of an underwriting agreement by and among the Issuer, the underwriters and certain stockholders.",
    "The shares may be sold to the underwriters if they exercise their option.",
    "The Reporting Person sold shares in the secondary offering.",
    "The shares were sold before the lock-up agreement with the underwriters ended in an underwritten offering.",
  ])("is not stated by “%s”", (text) => {
    expect(words(text)).toEqual([]);
  });
});
