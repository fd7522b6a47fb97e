import { describe, expect, test } from "vitest";
import { splitRatio, splitStatements } from "./split-ratio";

const read = (text: string) => {
  const found = splitRatio(text);
  return found && `${found.ratio.new}:${found.ratio.old}${found.date ? ` ${found.date}` : ""}`;
};

describe("a split with its ratio and its day", () => {
  test.each([
    // 0000707549-25-000004, 0001493152-25-009612
    [
      "Adjusted to reflect a ten-for-one forward split of the Issuer's common stock effective after market close on October 2, 2024.",
      "10:1 2024-10-02",
    ],
    [
      "Reflects a 1-for-50 reverse stock split effected by the Issuer on August 16, 2024, which was exempt from reporting pursuant to Rule 16a-9.",
      "1:50 2024-08-16",
    ],
    ["Share numbers reflect the 2-for-1 stock split effected on July 20, 2021.", "2:1 2021-07-20"],
    [
      "Adjusted for the 1-for-10 reverse stock split that took effect on June 8, 2022; fractions were paid out in cash.",
      "1:10 2022-06-08",
    ],
    ["Adjusted for a 3:2 stock split.", "3:2"],
    [
      "On June 1, 2021, the Issuer effected a two-for-one stock split in the form of a stock dividend.",
      "2:1 2021-06-01",
    ],
    ["Reflects a 20-for-1 forward split.", "20:1"],
    ["Reflects a reverse split at a ratio of one-for-fifteen.", "1:15"],
    ["Adjusted for a 10-for-1 reverse stock split.", "1:10"],
    ["Reflects a three for two split.", "3:2"],
    ["Adjusted for a stock split of four (4) shares for each one (1) share.", "4:1"],
    ["Reflects a 50% stock dividend paid on March 5, 2010.", "3:2 2010-03-05"],
    ["Includes shares from a stock dividend of 5%.", "21:20"],
    ["A 2-for-1 stock split that the board approved on May 3, 2020.", "2:1"],
    ["A 2-for-1 stock split to holders of record on May 3, 2020, payable on May 20, 2020.", "2:1 2020-05-20"],
    ["A 2-for-1 stock split in May 2020.", "2:1"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test("0000899243-23-008179: two splits, each with its day", () => {
    const text =
      "an option to purchase 5,250 shares, as adjusted to give effect to a five-for-one forward split of the Issuer's common stock in the form of a stock dividend distributed on August 28, 2020, and a three-for-one forward split of the Issuer's common stock in the form of a stock dividend distributed on August 24, 2022.";
    const found = splitStatements(text);
    expect(found.map(({ ratio, date }) => [ratio.new, ratio.old, date])).toEqual([
      ["5", "1", "2020-08-28"],
      ["3", "1", "2022-08-24"],
    ]);
    for (const { text: words, start, end } of found) expect(text.slice(start, end)).toBe(words);
  });

  test.each([
    "The Form 4 has been split into two filings to cover all 50 transactions.",
    "Each share converts on a one-for-one basis.",
    "The option vests in four equal installments, subject to adjustment for stock splits.",
    "Class B shares were converted two for one. The board announced a stock split.",
  ])("no split in: %s", (text) => {
    expect(splitStatements(text)).toEqual([]);
  });
});
