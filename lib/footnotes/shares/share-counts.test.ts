import { expect, test } from "vitest";
import { shareCounts } from "./share-counts";

const counts = (text: string) => shareCounts(text).map(({ count }) => count.toFixed());

test.each([
  ["Includes 248 shares acquired on May 14, 2021, and 1,220.5 more.", ["248", "1220.5"]],
  [
    "Includes (i) 517,576 shares of Class A Common Stock and (ii) 34,530 shares underlying RSUs vesting on June 14, 2024.",
    ["517576", "34530"],
  ],
  ["Includes one share as a result of accumulated fractional shares.", ["1"]],
  ["Includes 280,000 time-based RSUs and 36 unvested restricted stock units", ["280000", "36"]],
  ["Sold at $12.50 and $1,200; 5% of 401(k) shares under Rule 16b-3 of 1996 Directors' Stock Plan, Form 4, 1/60th", []],
  ["Each unit is the right to receive 1 share; converted into one share; 2-for-1 split; 3:2", []],
  [
    "Includes 2017 shares under the 2017 Employee Share Purchase Plan, 1,000 2021 RSUs and 2019 ESPP shares (212)",
    ["2017", "1000"],
  ],
  [
    "Includes twenty-five shares, one hundred units, two thousand shares and one million two hundred thousand shares",
    ["25", "100", "2000", "1200000"],
  ],
  ["Includes 2.5 million shares, 2 thousand units and a dozen options", []],
  ["On 9/19/2011 and 2011-09-19, September 19, 2011", []],
])("%s", (text, expected) => {
  expect(counts(text)).toEqual(expected);
});
