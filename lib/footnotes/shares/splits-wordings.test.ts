import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const read = (text: string) =>
  readFact("splits", text)
    ?.value.map(({ ratio, date }) => (date === null ? ratio : `${ratio} on ${date}`))
    .join(", ") ?? null;

describe("wordings of a split", () => {
  test.each([
    ["One new share was issued for every fifty old shares in the consolidation.", "1:50"],
    ["In the stock split, two new shares were issued for each existing share.", "2:1"],
    ["Adjusted to reflect a 2-for-1 stock split effective June 9, 2014.", "2:1 on 2014-06-09"],
    ["The share numbers have been adjusted to reflect the two-for-one stock split.", "2:1"],
    ["Adjusted for the 3-for-2 stock split on March 1, 2005.", "3:2 on 2005-03-01"],
    ["Reflects three-for-two split of the Company's common stock.", "3:2"],
    ["On May 2, 2016, the issuer effected a 1-for-10 reverse stock split.", "1:10 on 2016-05-02"],
    ["Gives effect to one-for-ten reverse split.", "1:10"],
    [
      "Reflects a two-for-one stock split in the form of a 100% stock dividend paid on September 15, 2006.",
      "2:1 on 2006-09-15",
    ],
    ["2-for-1 stock split effected as a stock dividend on September 15, 2006.", "2:1 on 2006-09-15"],
    ["As a result of the 4-for-1 forward stock split on August 28, 2020.", "4:1 on 2020-08-28"],
    [
      "Adjusted to reflect the Issuer's ten-for-one forward stock split, effective as of June 7, 2024.",
      "10:1 on 2024-06-07",
    ],
    ["The Issuer completed a reverse stock split at a ratio of 1-for-20 on December 1, 2023.", "1:20 on 2023-12-01"],
    ["Effective December 1, 2023, the Company implemented a 20-to-1 reverse stock split.", "1:20 on 2023-12-01"],
    ["Reflects the 1:20 reverse split effected on December 1, 2023.", "1:20 on 2023-12-01"],
    ["Adjusted for 2:1 split.", "2:1"],
    ["The 1-for-20 reverse stock split became effective at 12:01 a.m. on May 1, 2020.", "1:20 on 2020-05-01"],
    ["On June 3, 2019 the issuer effected a reverse stock split at 5:01 p.m. Eastern time.", null],
    ["The reverse stock split took effect at 4:15 Eastern time on June 3, 2019.", null],
    ["The reverse stock split took effect at 12:01 on June 3, 2019.", null],
    [
      "Adjusted to give effect to a five-for-four stock split payable June 15, 2004 to holders of record on June 1, 2004.",
      "5:4 on 2004-06-15",
    ],
    [
      "The Company's board declared a 2-for-1 stock split on May 3, 2004, payable on June 15, 2004.",
      "2:1 on 2004-06-15",
    ],
    ["Reflects a reverse stock split of the Issuer's common stock at a ratio of one-for-eight.", "1:8"],
    [
      "On March 4, 2022, the Issuer effected a reverse split of its common stock at a ratio of 1-for-15.",
      "1:15 on 2022-03-04",
    ],
    ["2-for-1 split of the common stock on August 15, 2011.", "2:1 on 2011-08-15"],
    [
      "On March 4, 2015, the common stock of the issuer split 2-for-1, resulting in the reporting person's ownership of 500 more shares.",
      "2:1 on 2015-03-04",
    ],
    ["The shares have been adjusted for the 2-for-1 stock split of April 2013.", "2:1 on 2013-04"],
    [
      "All share numbers reflect the three-for-one stock split effected in the form of a stock dividend on August 24, 2022.",
      "3:1 on 2022-08-24",
    ],
    ["Number reflects 1-for-4 reverse stock split of common stock prior to the IPO.", "1:4"],
    ["Adjusted for the 1-for-4.5 reverse split effected before the offering.", "1:4.5"],
    ["Reflects a 2.5-for-1 forward split.", "2.5:1"],
    ["a 1.5-for-1 stock split", "1.5:1"],
    [
      "every thirty (30) shares of common stock were combined into one (1) share in the reverse stock split of May 10, 2019",
      "1:30 on 2019-05-10",
    ],
    ["Reflects 21-for-20 stock split.", "21:20"],
    ["Shares adjusted to reflect two (2) for one (1) stock split on September 5, 2018.", "2:1 on 2018-09-05"],
    ["Share amounts adjusted for three-for-one split (July 1, 2014).", "3:1 on 2014-07-01"],
    ["Restated for the 3:1 stock split of July 1, 2014.", "3:1 on 2014-07-01"],
    ["Stock split 3-for-1 on 7/1/2014.", "3:1 on 2014-07-01"],
    ["Stock split (3-for-1), distributed July 1, 2014.", "3:1 on 2014-07-01"],
    ["On July 1, 2014, each share was split into three shares.", "3:1 on 2014-07-01"],
    ["each share of common stock was split into three shares", "3:1"],
    ["On July 1, 2014 the Issuer subdivided each share into three shares.", "3:1 on 2014-07-01"],
    ["one-for-five reverse split that became effective July 1, 2014", "1:5 on 2014-07-01"],
    ["Reverse stock split (5 to 1) on July 1, 2014.", "1:5 on 2014-07-01"],
    ["On July 1, 2014, every five shares were consolidated into one share.", "1:5 on 2014-07-01"],
    ["After giving effect to the reverse stock split (1-for-5) effected July 1, 2014.", "1:5 on 2014-07-01"],
    ["Share consolidation on a five-for-one basis.", "1:5"],
    ["Share consolidation on a 5:1 basis", "1:5"],
    ["1-for-5 reverse split in July 2014.", "1:5 on 2014-07"],
    [
      "Adjusted for 3-for-2 stock split distributed July 1, 2014 to holders of record June 15, 2014.",
      "3:2 on 2014-07-01",
    ],
    ["3-for-2 stock split, record date June 15, 2014, distribution date July 1, 2014.", "3:2 on 2014-07-01"],
    ["Options adjusted for 3-for-2 split.", "3:2"],
    ["7-for-1 split on 6/9/14", "7:1 on 2014-06-09"],
    ["Pre-split; a 2-for-1 split took place after the grant.", "2:1"],
    [
      "The original grant of 5,000 was adjusted to 10,000 when the stock split two for one on February 21, 2006.",
      "2:1 on 2006-02-21",
    ],
    ["The Company's common stock was split two-for-one on February 21, 2006.", "2:1 on 2006-02-21"],
    [
      "The Company effected a two-for-one split of its common stock, which was distributed February 21, 2006.",
      "2:1 on 2006-02-21",
    ],
    [
      "Adjusted for the 2-for-1 stock split on February 21, 2006 and the 3-for-2 stock split on February 21, 2008.",
      "2:1 on 2006-02-21, 3:2 on 2008-02-21",
    ],
    ["On May 2, 2005 the 2-for-1 split of the Company's stock took effect.", "2:1 on 2005-05-02"],
    ["Stock splits 2-for-1 effective 5/2/05.", "2:1 on 2005-05-02"],
    ["one (1) for ten (10) reverse stock split on May 2, 2020", "1:10 on 2020-05-02"],
    ["a reverse split of 10 to 1 made on May 2, 2020", "1:10 on 2020-05-02"],
    ["The 1-for-10 reverse split of May 2, 2020 is reflected.", "1:10 on 2020-05-02"],
    ["Option adjusted for 3:1 split 05/02/2005", "3:1 on 2005-05-02"],
    ["3 for 1 stock split", "3:1"],
    ["Received as a result of a two-for-one stock split paid as a dividend on May 2, 2005.", "2:1 on 2005-05-02"],
    ["11-for-10 stock dividend paid May 2, 2005.", "11:10 on 2005-05-02"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("no split", () => {
  test.each([
    "The form was split into two filings.",
    "The Class B shares converted one-for-one into Class A shares.",
    "10% stock dividend paid on March 1, 2006.",
    "Split 50/50 between the two trusts, on a one for one basis.",
    "The board approved a reverse split in a range of 1-for-5 to 1-for-20.",
    "The RSUs convert one-for-one and are subject to adjustment for stock splits.",
    "Each RSU represents one share, subject to adjustment for any stock split or stock dividend.",
    "Preferred stock converts 1-for-1, subject to adjustment for stock dividends.",
    "Dividend reinvestment shares, 1 for 1.",
    "Each right entitles to 1/100 of a share, subject to split adjustments.",
    "1-for-1 conversion adjusted for splits.",
    "Will split the gain 50:50 between funds.",
  ])("%s", (text) => {
    expect(read(text)).toBeNull();
  });
});

describe("a day beside a split", () => {
  test.each([
    ["2-for-1 stock dividend, December 2010.", "2:1 on 2010-12"],
    ["2-for-1 stock split, December 3, 2010.", "2:1 on 2010-12-03"],
    ["2-for-1 stock split (December 3, 2010).", "2:1 on 2010-12-03"],
    ["2-for-1 stock split - 12/3/2010", "2:1 on 2010-12-03"],
    ["Adjusted for 1-for-10 reverse split, 12/03/2010.", "1:10 on 2010-12-03"],
    ["Acquired after the 2-for-1 stock split, May 3, 2011 grant adjusted accordingly.", "2:1"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("something that is only likened to a split", () => {
  test.each([
    [
      "Restated for a change of the ADS ratio on February 1, 2023, which had the same effect on the ADSs as a one-for-five reverse split.",
      null,
    ],
    ["The change of the ADS ratio had the same practical effect for holders as a one-for-ten reverse split.", null],
    ["The change in the ADS ratio on May 2, 2022 worked like a one-for-four reverse split.", null],
    ["The change corresponds to a 1-for-8 reverse share split of the ADSs.", null],
    ["The distribution was comparable in its effect to a three-for-two stock split.", null],
    ["The bonus issue has the same result as a 2-for-1 split.", null],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("a split by way of a dividend, several splits, and what was done in a split", () => {
  test.each([
    [
      "Reflects the five-for-one split of the Issuer's common stock made by way of a stock dividend on August 30, 2021.",
      "5:1 on 2021-08-30",
    ],
    [
      "Reflects the 2-for-1 split of the Company's Class A common stock by way of a special stock dividend on January 4, 2022.",
      "2:1 on 2022-01-04",
    ],
    ["Gives effect to a 3-for-2 split in the form of a 50% stock dividend on April 1, 2015.", "3:2 on 2015-04-01"],
    ["Reflects a 2-for-1 split made by way of a stock dividend to holders of record on May 3, 2021.", "2:1"],
    ["Reflects a 2-for-1 split announced by way of a press release on August 30, 2021.", "2:1"],
    [
      "Reflects two forward splits that the Issuer carried out by stock dividend, three-for-one on August 30, 2019 and two-for-one on September 15, 2023.",
      "3:1 on 2019-08-30, 2:1 on 2023-09-15",
    ],
    [
      "Adjusted for splits of the common stock: two-for-one on May 3, 2005 and three-for-two on May 4, 2010.",
      "2:1 on 2005-05-03, 3:2 on 2010-05-04",
    ],
    [
      "The reverse split of April 27, 2020, in which one share was issued for every twelve, has been taken into account.",
      "1:12 on 2020-04-27",
    ],
    [
      "Reflects a reverse split effective June 3, 2019, in which every ten shares became one share.",
      "1:10 on 2019-06-03",
    ],
    ["Reflects a reverse split under which one share replaced every 25 shares.", "1:25"],
    [
      "Adjusted for the reverse split of July 1, 2022, whereby each holder received one share of common stock for every 30 shares held.",
      "1:30 on 2022-07-01",
    ],
    ["The reverse split, in which one share would be issued for every twelve, was not approved.", null],
    ["In the stock split of April 3, 2018, in which two additional shares were issued for each share held.", null],
    ["The Issuer's 2-for-1 stock split announced on May 4, 2022 has not yet taken effect.", null],
    ["Reflects the 2-for-1 split effected on May 4, 2022; approval was not required.", "2:1 on 2022-05-04"],
    ["In the merger, one share was issued for every twelve shares of Target. No split took place.", null],
    ["Each holder received one share for every five options surrendered before the reverse split.", null],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
