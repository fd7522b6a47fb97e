import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const words = (text: string) =>
  readFact("weightedAverage", text)?.spans.map(([start, end]) => text.slice(start, end).replace(/\s+/g, " ")) ?? null;

describe("a reported price is an average price", () => {
  test.each([
    ["The price reported in Column 4 is a weighted average price.", "weighted average price"],
    ["Represents the weighted-average sales price per share.", "weighted-average sales price per share"],
    ["THE REPORTED PRICE IS THE WEIGHTED AVERAGE PURCHASE PRICE.", "WEIGHTED AVERAGE PURCHASE PRICE"],
    ["Weighted average price; shares were bought at $7.90 to $8.10.", "Weighted average price"],
    ["The price above reflects the weighted\n   average\u00a0sale price.", "weighted average sale price"],
    ["Reflects the average selling price of shares sold in several trades.", "average selling price"],
    ["Average price per share.", "Average price per share"],
    ["The shares were sold at an average price of $12.34.", "average price"],
    ["The weighted average per share price was $11.44.", "weighted average per share price"],
    ["The reported price is a weighted average.", "weighted average"],
    ["The price shown is the volume-weighted average of all trades of the day.", "volume-weighted average"],
    ["Price is weighted average of multiple transactions.", "weighted average"],
    ["The price reported in Column 4 is based on the weighted average sale price.", "weighted average sale price"],
    ["The price reported was calculated by the broker as the weighted average price.", "weighted average price"],
    ["The price in column 4 is the average of the high and low prices of the day.", "average"],
    ["Shares were purchased at prices averaging $10.25.", "averaging"],
    ["Represents the weighted average of the prices at which the shares were sold.", "weighted average"],
    ["Weighted average.", "Weighted average"],
    ["Price range: $21.50 - $21.75; weighted average: $21.62.", "weighted average"],
    ["Executed in several trades (the weighted average being $21.62).", "weighted average"],
    ["Sold in 12 trades at a weighted avg. price of $5.10.", "weighted avg. price"],
    ["The sale price is the weighted average share price of 40 trades.", "weighted average share price"],
    ["Represents the average cost per share of shares bought on the open market.", "average cost per share"],
  ])("%s", (text, expected) => {
    expect(words(text)).toEqual([expected]);
  });

  test("marks each place if it is said twice", () => {
    expect(words("Average sale price. The weighted average price is reported in Column 4.")).toEqual([
      "Average sale price",
      "weighted average price",
    ]);
  });
});

describe("an average of another kind", () => {
  test.each([
    "The options have a weighted average exercise price of $5.00.",
    "The units vest if the average closing price over 20 consecutive trading days reaches $30.00.",
    "The shares vest when the volume weighted average price of the common stock equals or exceeds $25.00 for 30 trading days.",
    "The number of shares was determined by dividing the retainer by the average price of the stock.",
    "The number of units is based on the weighted average price of the 10 days before the grant.",
    "The purchase price was 85% of the average price on the purchase date.",
    "Fees were converted into units using the 30-day average price.",
    "The price is the trailing average price for the quarter.",
    "The interest was sold at a price that is based on the average of the high and low share price, discounted for lack of a market.",
    "The shares are entitled to a dividend that is based on average assets.",
    "This is not a weighted average price.",
    "The vesting depends on average annual growth of revenue.",
    "The conversion price is the average conversion price of the notes.",
    "Sold at prices ranging from $10.00 to $11.00.",
  ])("%s", (text) => {
    expect(words(text)).toBeNull();
  });
});

test.each([
  [
    "The price was CHF 81.35 on average, weighted by the number of shares sold in each trade.",
    ["average, weighted by"],
  ],
  [
    "The reported price is $12.05, averaged over the trades and weighted by the number of shares.",
    ["averaged over the trades and weighted by"],
  ],
  ["The price shown, $45.20, is an average weighted by the number of shares sold.", ["average weighted by"]],
  ["The price paid per share was EUR 10.50 on average.", ["average"]],
  ["The shares were sold on three days at average prices of $5.02, $5.10 and $5.17.", ["average prices"]],
  ["All sales at prices from $10.00 through $10.13 are reported together at their average, $10.0642.", ["average"]],
  ["The award vests if over thirty trading days the average price exceeds $10.", null],
  ["The units vest if the stock price is $50 on average, weighted by volume, over 20 trading days.", null],
  ["He has sold 500 shares a month on average under the plan.", null],
])("an average with its weights: %s", (text, expected) => {
  expect(words(text)).toEqual(expected);
});
