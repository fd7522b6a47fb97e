import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const read = (text: string) => {
  const fact = readFact("splits", text);
  return (
    fact?.value.map(({ ratio, date }, index) => {
      const [start, end] = fact.spans[index] ?? [0, 0];
      return `${ratio} ${date ?? "—"} “${text.slice(start, end)}”`;
    }) ?? []
  );
};

describe("a split with its ratio and its day", () => {
  test.each([
    [
      "Reflects a 1-for-50 reverse stock split effected by the Issuer on August 16, 2024.",
      "1:50 2024-08-16 “1-for-50 reverse stock split effected by the Issuer on August 16, 2024”",
    ],
    ["Adjusted for a ten-for-one forward split.", "10:1 — “ten-for-one forward split”"],
    ["A two-for-one stock dividend.", "2:1 — “two-for-one stock dividend”"],
    [
      "On May 18, 2021 the Issuer effected a 1-for-4 reverse stock split.",
      "1:4 2021-05-18 “1-for-4 reverse stock split”",
    ],
    ["A twenty-five-for-one split in June 2021.", "25:1 2021-06 “twenty-five-for-one split in June 2021”"],
    ["A one-for-one hundred fifty reverse split.", "1:150 — “one-for-one hundred fifty reverse split”"],
    ["A 1-for-1,000 reverse stock split.", "1:1000 — “1-for-1,000 reverse stock split”"],
    ["A one-for-ten (1:10) reverse stock split.", "1:10 — “one-for-ten (1:10) reverse stock split”"],
    [
      "A 3-for-2 split effective at the close of trading on 6/7/24.",
      "3:2 2024-06-07 “3-for-2 split effective at the close of trading on 6/7/24”",
    ],
    ["A 1.5-for-1 stock split.", "1.5:1 — “1.5-for-1 stock split”"],
    [
      "A 2-for-1 split approved on May 1, 2020 and distributed on June 1, 2020.",
      "2:1 2020-06-01 “2-for-1 split approved on May 1, 2020 and distributed on June 1, 2020”",
    ],
    ["A 2-for-1 split to holders of record on May 3, 2020.", "2:1 — “2-for-1 split”"],
    [
      "Each share of common stock was split into three shares on June 1, 2020.",
      "3:1 2020-06-01 “Each share of common stock was split into three shares on June 1, 2020”",
    ],
    [
      "In the reverse split every ten (10) shares were combined into one share.",
      "1:10 — “every ten (10) shares were combined into one”",
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test("stated twice, once with its day; two splits", () => {
    expect(read("A 2-for-1 split. The 2-for-1 split took effect on June 1, 2020.")).toEqual([
      "2:1 2020-06-01 “2-for-1 split took effect on June 1, 2020”",
    ]);
    expect(
      read("A 2-for-1 split effected on June 1, 2020, and a 3-for-1 split effected on June 1, 2022.").map(
        (each) => each.split(" “")[0],
      ),
    ).toEqual(["2:1 2020-06-01", "3:1 2022-06-01"]);
  });

  test.each([
    "The Form 4 has been split into two filings.",
    "Class B shares convert on a 2-for-1 basis.",
    "Subject to adjustment for stock splits.",
    "A stock dividend of 5% was paid.",
    "Each share was reclassified into two shares of Class A stock.",
    "After the split each unit converts on a 2-for-1 basis.",
    "A reverse split at a ratio between 1-for-10 and 1-for-50 was approved.",
  ])("no split in: %s", (text) => {
    expect(read(text)).toEqual([]);
  });
});
