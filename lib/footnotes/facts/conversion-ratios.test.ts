import { describe, expect, test } from "vitest";
import { noteText } from "@/lib/footnotes/note-text";
import { readConversionRatios } from "./conversion-ratios";

const read = (text: string) =>
  readConversionRatios(noteText(text))?.value.map(({ per, into, of }) => `${per}:${into} ${of}`) ?? null;
const ratios = (text: string) =>
  readConversionRatios(noteText(text))?.value.map(({ per, into }) => `${per}:${into}`) ?? null;

describe("readConversionRatios", () => {
  test.each([
    [
      "Each restricted stock unit represents a contingent right to receive one share of Roe common stock.",
      "1:1 Roe common stock",
    ],
    [
      "Each unit will convert, at the holder's election, into one share of the Issuer's Class A Common Stock.",
      "1:1 Class A Common Stock",
    ],
    ["Restricted stock units convert into common stock on a one-for-one basis.", "1:1 common stock"],
    ["Each whole warrant entitles the holder to purchase one Common Share at $11.50.", "1:1 Common Share"],
  ])("with the security that one gets: %s", (text, ratio) => {
    expect(read(text)).toEqual([ratio]);
  });

  test.each([
    ["The preferred stock converted into common stock at a ratio of 3.5-to-1.", ["3.5:1"]],
    ["Each share of Series A stock automatically converted into Class B stock on a one-for-eight basis.", ["1:8"]],
    ["The preferred stock converts on a 1:0.75 basis, as follows.", ["1:0.75"]],
    ["Deferred units are settled only in stock on a 1-for-1 basis.", ["1:1"]],
    ["Class B shares are convertible into Class A shares on a share-for-share basis.", ["1:1"]],
    ["Each Class B Unit is exchangeable for an equal number of shares of Class A Common Stock.", ["1:1"]],
    [
      "OP Units are redeemable for cash or, at the option of the Issuer, shares of common stock on a one-for-one basis.",
      ["1:1"],
    ],
    [
      "Each share of Target stock was converted into the right to receive 0.8532 shares of Parent stock and $12.00 in cash.",
      ["1:0.8532"],
    ],
    ["Each share was cancelled in exchange for $12.00 and 0.25 of a share of Buyer common stock.", ["1:0.25"]],
    ["Received in exchange for 5,000 shares of Target at an exchange ratio of 0.4200.", ["1:0.4200"]],
    ["Each two shares of Series C stock converted into one share of common stock.", ["2:1"]],
    ["Convertible at a rate of 20 shares of common stock for each share of preferred stock.", ["1:20"]],
    ["Each share is convertible into ten (10) shares of Common Stock and has no expiration date.", ["1:10"]],
    ["Each warrant is exercisable for one-half of one share of common stock.", ["1:1/2"]],
    ["Each Class A share was issued upon conversion of one share of Class B stock.", ["1:1"]],
    ["Units are payable in stock, one share for each unit.", ["1:1"]],
    ["EACH UNIT REPRESENTS A CONTINGENT RIGHT TO RECEIVE ONE SHARE OF COMMON STOCK.", ["1:1"]],
    [
      "Each share was converted into 2.5 shares of Class B stock, and each Class B share converts into one Class A share.",
      ["1:2.5", "1:1"],
    ],
    ["Each Unit converts into one share. Each share converted into one share of Class A stock.", ["1:1"]],
  ])("%s", (text, expected) => {
    expect(ratios(text)).toEqual(expected);
  });

  test.each([
    ["These shares convert into common stock."],
    ["An option to purchase 5,250 shares of common stock."],
    ["The preferred stock is convertible into 12,000 shares of common stock."],
    ["The note is convertible at a conversion price of $9.39 per share."],
    ["Adjusted for a two-for-one stock split."],
    ["Each share was converted into the right to receive $25.00 in cash."],
    ["Each unit represents a contingent right to receive up to two shares of common stock."],
    ["Class A common stock is entitled to one vote per share."],
    ["The company matched contributions on a one-for-one basis, payable in stock."],
    ["Each phantom unit is the economic equivalent of one share of common stock."],
    ["The right to receive shares vests as to one third of the shares on each anniversary."],
  ])("none: %s", (text) => {
    expect(ratios(text)).toBeNull();
  });

  test("the words from the unit to the security are marked", () => {
    const text = "Granted in May. Each unit represents the right to receive one share of common stock upon vesting.";
    const [start = 0, end = 0] = readConversionRatios(noteText(text))?.spans[0] ?? [];
    expect(text.slice(start, end)).toBe("Each unit represents the right to receive one share");
  });
});
