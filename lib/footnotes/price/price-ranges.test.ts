import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const read = (text: string) => {
  const fact = readFact("priceRanges", text);
  return (
    fact?.value.map(({ low, high, currency }, index) => {
      const [start, end] = fact.spans[index] ?? [0, 0];
      return `${low}–${high} ${currency} “${text.slice(start, end)}”`;
    }) ?? []
  );
};

describe("prices of reported trades", () => {
  test.each([
    [
      "These shares were sold in multiple transactions at prices ranging from $39.00 to $39.07, inclusive.",
      "39.00–39.07 USD “$39.00 to $39.07”",
    ],
    ["Represents a weighted average price with a range from $8.65 and $8.81.", "8.65–8.81 USD “$8.65 and $8.81”"],
    ["Sold at prices between 10.00 and 10.50 per share.", "10.00–10.50 USD “10.00 and 10.50”"],
    ["Shares bought at $39.00-$39.07.", "39.00–39.07 USD “$39.00-$39.07”"],
    ["The price range was $39.00 – 39.07.", "39.00–39.07 USD “$39.00 – 39.07”"],
    ["Sold from $1,176.150 to $1,177.140 per share.", "1176.150–1177.140 USD “$1,176.150 to $1,177.140”"],
    ["Sale prices ranged from \\$40.12 to \\$40.14.", "40.12–40.14 USD “\\$40.12 to \\$40.14”"],
    ["within a range of $18.025 to $18.070 per share", "18.025–18.070 USD “$18.025 to $18.070”"],
    [
      "Weighted average price; shares purchased in several transactions ranging from $7.90 to $8.10.",
      "7.90–8.10 USD “$7.90 to $8.10”",
    ],
    [
      "This transaction involves sale transactions from $11.04 to $11.82 per share.",
      "11.04–11.82 USD “$11.04 to $11.82”",
    ],
    ["Traded at a low of $3.10 and a high of $3.15.", "3.10–3.15 USD “$3.10 and a high of $3.15”"],
    ["The high price was $3.15 and the low price was $3.10.", "3.10–3.15 USD “$3.15 and the low price was $3.10”"],
    ["Sold at prices ranging from a low of $3.10 to a high of $3.15.", "3.10–3.15 USD “$3.10 to a high of $3.15”"],
    ["Lowest price: $3.10; highest price: $3.15", "3.10–3.15 USD “$3.10; highest price: $3.15”"],
    [
      "Sold in lots, prices ranging from $12.50 per share to $12.75 per share.",
      "12.50–12.75 USD “$12.50 per share to $12.75”",
    ],
    ["The shares were sold at prices ranging from $20 to $21.", "20–21 USD “$20 to $21”"],
    ["The shares were sold at prices ranging from 20 to 21.", "20–21 USD “20 to 21”"],
    ["Sold at prices ranging from $10.50 to $10.00.", "10.00–10.50 USD “$10.50 to $10.00”"],
    ["Executed at prices ranging\n  from $.85\n to $.90.", ".85–.90 USD “$.85\n to $.90”"],
    ["THE SHARES WERE SOLD AT PRICES RANGING FROM $5.00 THROUGH $5.25.", "5.00–5.25 USD “$5.00 THROUGH $5.25”"],
    ["Sold at market prices ranging from $5.00 to $5.25.", "5.00–5.25 USD “$5.00 to $5.25”"],
    ["Shares issued on exercise of options were sold at prices from $5.00 to $5.25.", "5.00–5.25 USD “$5.00 to $5.25”"],
    ["Sold from $5.00 up to and including $5.25.", "5.00–5.25 USD “$5.00 up to and including $5.25”"],
    ["Trades ranged from $5.00/share to $5.25/share.", "5.00–5.25 USD “$5.00/share to $5.25”"],
    ["Range of prices: $5.00 to $5.25", "5.00–5.25 USD “$5.00 to $5.25”"],
    ["The purchase price varied between $5.00 and $5.25.", "5.00–5.25 USD “$5.00 and $5.25”"],
    ["Sale of 9,000 shares on 5/3/2021 at $5.00 to $5.25.", "5.00–5.25 USD “$5.00 to $5.25”"],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe("several ranges", () => {
  test.each([
    [
      "Shares were sold at prices ranging from $10.00 to $10.50 on May 3 and from $11.00 to $11.50 on May 4.",
      ["10.00–10.50 USD “$10.00 to $10.50”", "11.00–11.50 USD “$11.00 to $11.50”"],
    ],
    [
      "5,000 shares were sold at prices between $10.00 and $10.50, and 400 at prices between $11.00 and $11.50.",
      ["10.00–10.50 USD “$10.00 and $10.50”", "11.00–11.50 USD “$11.00 and $11.50”"],
    ],
    [
      "Sold at prices ranging from $10.00 to $10.50, $11.00 to $11.50, and $12.00 to $12.25.",
      [
        "10.00–10.50 USD “$10.00 to $10.50”",
        "11.00–11.50 USD “$11.00 to $11.50”",
        "12.00–12.25 USD “$12.00 to $12.25”",
      ],
    ],
    [
      "Prices ranged from $10.00 to $10.50. Prices ranged from $10.00 to $10.50.",
      ["10.00–10.50 USD “$10.00 to $10.50”"],
    ],
    [
      "Sold at prices ranging from C$10.00 to C$10.50 (US$7.40 to US$7.77).",
      ["10.00–10.50 CAD “C$10.00 to C$10.50”", "7.40–7.77 USD “US$7.40 to US$7.77”"],
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("the currency", () => {
  test.each([
    ["Sold at prices ranging from C$10.00 to C$10.50.", "CAD"],
    ["Sold at prices ranging from A$1.00 to A$1.05.", "AUD"],
    ["Sold at prices ranging from US$10.00 to US$10.50 on the Toronto exchange.", "USD"],
    ["Sold at prices ranging from £4.10 to £4.20.", "GBP"],
    ["Sold at prices ranging from €31.00 to €31.50.", "EUR"],
    ["Sold at prices ranging from NIS 45.10 to NIS 46.00.", "ILS"],
    ["Sold at prices ranging from SEK 101.50 to SEK 102.", "SEK"],
    ["Sold at prices ranging from 101.50 to 102.10 Swedish kronor.", "SEK"],
    ["Sold at prices ranging from 450 to 455 pence per share.", "GBP"],
    ["Sold at prices ranging from $10.00 to $10.50 CAD per share.", "CAD"],
    ["Sold at prices ranging from $10.00 to $10.50 (in Canadian dollars).", "CAD"],
    ["Prices are in Canadian dollars. Sold at prices ranging from $10.00 to $10.50.", "CAD"],
    ["Sold at prices ranging from $10.00 to $10.50, converted from Canadian dollars into U.S. dollars.", "USD"],
    ["Sold at prices ranging from $10.00 to $10.50.", "USD"],
  ])("%s", (text, currency) => {
    expect(readFact("priceRanges", text)?.value[0]?.currency).toBe(currency);
  });
});

describe("no range of prices of trades", () => {
  test.each([
    "The price was $10.00.",
    "The shares were sold at prices of $10.00 and $10.50.",
    "The options have exercise prices ranging from $5.00 to $7.00.",
    "The warrants are exercisable at prices between $5.00 and $7.00.",
    "The notes convert at a conversion price between $5.00 and $7.00.",
    "The offering price range is $14.00 to $16.00 per share.",
    "The units vest at stock price hurdles ranging from $20.00 to $40.00.",
    "One third vests if the average price is between $20.00 and $25.00.",
    "See the ranges set forth in footnotes (2) through (18).",
    "See the range set forth in footnotes 2 to 18 to this Form 4.",
    "Sold in transactions ranging from 100 to 500 shares.",
    "The options were exercised at prices ranging from $1.00 to $2.00.",
    "Sold between March 3, 2020 and March 5, 2020 at $10.00 per share.",
    "The plan sells at limit prices from $50.00 to $60.00.",
    "The market capitalization rises from $4.0 billion to $5.0 billion.",
    "The payout ranges from 0% to 200% of target.",
    "Monthly purchases were made with contributions ranging from $100 to $250.",
    "Will be sold at prices ranging from $10.00 to $11.00.",
    "Shares held from 2010 to 2015 were sold.",
    "Redeemed at redemption prices between $10.00 and $10.20.",
    "Sold pursuant to Rule 10b5-1 at 9:30 to 10:15 in the morning.",
    "The forward floor price of $41.30 to the cap price of $59.66 applies.",
  ])("%s", (text) => {
    expect(read(text)).toEqual([]);
  });
});
