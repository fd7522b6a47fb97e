import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const read = (text: string) =>
  readFact("priceRanges", text)
    ?.value.map(({ low, high, currency }) => `${low}–${high}${currency === "USD" ? "" : ` ${currency}`}`)
    .join(", ") ?? null;

describe("wordings of a range of prices", () => {
  test.each([
    [
      "These shares were sold in multiple transactions at prices ranging from $39.00 to $39.07, inclusive.",
      "39.00–39.07",
    ],
    ["Shares were sold in a range between $10.10 and $10.40.", "10.10–10.40"],
    ["Sold at prices ranging from $10.10 - $10.40 per share.", "10.10–10.40"],
    ["Price range: 10.10-10.40", "10.10–10.40"],
    ["Prices ranged between $10.10 & $10.40.", "10.10–10.40"],
    ["The range of prices for these trades was $10.10 to 10.40.", "10.10–10.40"],
    ["Multiple sales from 10.10 to 10.40", "10.10–10.40"],
    ["The actual prices ranged from a low of $10.10 per share to a high of $10.40 per share.", "10.10–10.40"],
    ["Sales prices ranged from $10.40 (high) to $10.10 (low).", "10.10–10.40"],
    ["High: $10.40; Low: $10.10", "10.10–10.40"],
    ["Lowest price at which shares were sold was $10.10 and the highest was $10.40.", "10.10–10.40"],
    ["Sold at prices ranging from $10.10 to and including $10.40.", "10.10–10.40"],
    ["Sold in multiple trades at prices of $10.10 to $10.40.", "10.10–10.40"],
    ["Weighted average price. Range: $10.10/$10.40", "10.10–10.40"],
    [
      "The shares were purchased in multiple transactions at prices ranging from $10.10 to $10.40 per share, inclusive, pursuant to a plan.",
      "10.10–10.40",
    ],
    ["Sold at prices ranging from US$10.10 to US$10.40.", "10.10–10.40"],
    ["Sold at prices ranging from $ 10.10 to $ 10.40 .", "10.10–10.40"],
    ["Sold at prices ranging from $10.10 USD to $10.40 USD.", "10.10–10.40"],
    ["prices ranging from $10.10\u00a0to\u00a0$10.40, inclusive", "10.10–10.40"],
    ["Price reported is weighted average of sales at $10.10 to $10.40.", "10.10–10.40"],
    [
      "The shares were sold at prices ranging from $10.10 to $10.40 (for 500 shares) and $11.00 to $11.40 (for 600 shares).",
      "10.10–10.40, 11.00–11.40",
    ],
    ["(2) prices ranging from $10.10 to $10.40; (3) prices ranging from $11.00 to $11.40.", "10.10–10.40, 11.00–11.40"],
    ["Sold at prices ranging from CAD$10.10 to CAD$10.40 per share.", "10.10–10.40 CAD"],
    ["Sold at prices between CDN$10.10 and CDN$10.40.", "10.10–10.40 CAD"],
    ["Sold at prices ranging from 10.10 to 10.40 Canadian dollars.", "10.10–10.40 CAD"],
    ["Sold at prices ranging from EUR 10.10 to EUR 10.40.", "10.10–10.40 EUR"],
    ["Sold at prices between GBP 10.10 and GBP 10.40.", "10.10–10.40 GBP"],
    ["The trades were effected at prices ranging from $101.5 to $103.25.", "101.5–103.25"],
    ["The trades ranged from $99.98 to $100.", "99.98–100"],
    ["THE REPORTED PRICE IS A WEIGHTED AVERAGE. PRICES RANGED FROM $4.91 TO $5.00 PER SHARE.", "4.91–5.00"],
    [
      "Executed in a series of transactions at prices ranging between a low price of $10.10 and a high price of $10.40.",
      "10.10–10.40",
    ],
    ["The purchases were effected at per share prices ranging from $10.10 to $10.40.", "10.10–10.40"],
    ["The sales were effected within the price range of $10.10-$10.40.", "10.10–10.40"],
    ["Represents multiple open market purchases within the range of $10.10 and $10.40.", "10.10–10.40"],
    ["Sold 1,000 shares on May 3 at between $10.10 and $10.40 a share.", "10.10–10.40"],
    ["Multiple same-day trades reported on one line. Minimum price $10.10, maximum price $10.40.", "10.10–10.40"],
    ["Trades executed at prices varying from $10.10 to $10.40.", "10.10–10.40"],
    [
      "The shares were sold in the open market in multiple transactions, with prices from $10.10 through $10.40.",
      "10.10–10.40",
    ],
    ["The range in sales price was from $10.10 to $10.40.", "10.10–10.40"],
    ["Sale prices: $10.10 to $10.40.", "10.10–10.40"],
    ["Stock sold in increments at $10.10 to $10.40.", "10.10–10.40"],
    ["Range of $10.10 to $10.40.", "10.10–10.40"],
    ["($10.10 - $10.40)", "10.10–10.40"],
    ["$10.10 to $10.40", "10.10–10.40"],
    ["Actual range $10.10 to $10.40", "10.10–10.40"],
    ["The shares were sold at various prices ranging from $10.10 and up to $10.40.", "10.10–10.40"],
    ["Price per share ranged from $10.10 to $10.40, average $10.23.", "10.10–10.40"],
    ["The price is weighted average; actual prices 10.10 - 10.40.", "10.10–10.40"],
    ["prices ranging form $10.10 to $10.40", "10.10–10.40"],
    ["prices ranging from $10.10 to to $10.40", "10.10–10.40"],
    ["prices ranging from 10.10$ to 10.40$", "10.10–10.40"],
    ["prices ranging from $10.10 to$10.40", "10.10–10.40"],
    ["prices ranging from$10.10 to $10.40", "10.10–10.40"],
    ["prices ranging from $10.10 per share to and including $10.40 per share", "10.10–10.40"],
    ["prices ranging from $10.10, to $10.40, inclusive", "10.10–10.40"],
    ["prices ranging from $10.10\nto $10.40", "10.10–10.40"],
    ["prices from $10.10—$10.40", "10.10–10.40"],
    ["The sale prices ranged from $10.1000 to $10.4050.", "10.1000–10.4050"],
    ["sold at prices between $1,010.00 and $1,020.50", "1010.00–1020.50"],
    ["at prices ranging from $0.95 to $1.02", "0.95–1.02"],
    ["The prices actually received ranged from $10.10 to $10.40.", "10.10–10.40"],
    ["at prices ranging between $10.10 to $10.40", "10.10–10.40"],
    [
      "These shares were sold in 41 transactions at prices ranging from $10.10 to $10.40, resulting in a weighted average price of $10.25 to the seller.",
      "10.10–10.40",
    ],
    ["Range $12.00 - 12.40 for 12 trades", "12.00–12.40"],
    ["Range: low $12.00, high $12.40.", "12.00–12.40"],
    ["WTD AVG PRICE - 22 TRADES, HIGH 12.40 LOW 12.00", "12.00–12.40"],
    ["Sold in lots priced from $12.00 to $12.40.", "12.00–12.40"],
    ["Sale prices, all on the NYSE, fell between $12.00 and $12.40.", "12.00–12.40"],
    ["The lowest price was $12.00; the highest, $12.40.", "12.00–12.40"],
    ["Prices for the individual lots were between US $12.00 and US $12.40.", "12.00–12.40"],
    ["Fills at 12.00 to 12.40.", "12.00–12.40"],
    ["The individual trades were done at $12.00 up to $12.40.", "12.00–12.40"],
    [
      "The 900 shares were bought at prices that ranged from a minimum of $12.00 to a maximum of $12.40 per ADS.",
      "12.00–12.40",
    ],
    ["Trades in a $12.00-to-$12.40 range.", "12.00–12.40"],
    ["Sold in the range of twelve trades, $12.00–$12.40.", "12.00–12.40"],
    ["(a) sold at prices from $12.00 to $12.40; (b) sold at prices from $12.41 to $13.10", "12.00–12.40, 12.41–13.10"],
    ["Purchased at prices ranging from 12.00 to 12.40 euros.", "12.00–12.40 EUR"],
    ["Purchased on Euronext at €12.00 - €12.40.", "12.00–12.40 EUR"],
    ["sold on the LSE between £12.00 and £12.40", "12.00–12.40 GBP"],
    ["sold on SIX at prices from CHF 12.00 to CHF 12.40", "12.00–12.40 CHF"],
    ["Sold on ASX at prices from AUD 12.00 to AUD 12.40.", "12.00–12.40 AUD"],
    ["Sold on the TSX at prices ranging from Cdn. $12.00 to Cdn. $12.40.", "12.00–12.40 CAD"],
    ["sold at HK$12.00 to HK$12.40", "12.00–12.40 HKD"],
    ["sold shares acquired on exercise of options at prices ranging from $12.00 to $12.40", "12.00–12.40"],
    ["Represents the sale of shares underlying warrants, at prices ranging from $12.00 to $12.40.", "12.00–12.40"],
    ["Cashless exercise; shares sold on the open market ($12.00 to $12.40).", "12.00–12.40"],
    ["Weighted average. ($12.00 - $12.40)", "12.00–12.40"],
    ["Open market purchases, $12.00 to $12.40", "12.00–12.40"],
    ["Weighted average sales price for price increments ranging from $3.10 to $3.40.", "3.10–3.40"],
    [
      "Represents the weighted average price of shares purchased. The purchase prices ranged from $3.10 to $3.40.",
      "3.10–3.40",
    ],
    [
      "The sale price reported in column 4 of Table I represents the weighted average sale price of the shares sold ranging from $3.10 to $3.40 per share.",
      "3.10–3.40",
    ],
    ["in open market transactions at prices ranging from $3.10 to $3.40, all under the plan", "3.10–3.40"],
    ["This line aggregates sales ranging in price from $3.10 to $3.40 per share.", "3.10–3.40"],
    ["Shares were sold in blocks at prices per share ranging from $3.10 to $3.40.", "3.10–3.40"],
    ["The shares were sold at prices ranging from: $3.10-$3.40.", "3.10–3.40"],
    ["The price range for the shares sold was $3.10-$3.40.", "3.10–3.40"],
    ["Low price: $3.10. High price: $3.40.", "3.10–3.40"],
    ["These shares were purchased in tranches with prices ranging from $3.10 to $3.40.", "3.10–3.40"],
    ["9,000 shares were sold at prices ranging from $3.10 to $3.40", "3.10–3.40"],
    ["Actual sale prices were from $3.10 to $3.40.", "3.10–3.40"],
    ["The price represents an average; shares sold between $3.10 and $3.40", "3.10–3.40"],
    ["with sale prices ranging between $3.10 and $3.40 on May 3, 2021", "3.10–3.40"],
    ["Sales ranged from a price of $3.10 to a price of $3.40.", "3.10–3.40"],
    ["Range of sale prices - $3.10 to $3.40", "3.10–3.40"],
    ["Sold at prices that ranged between $3.10 and $3.40, with the weighted average shown", "3.10–3.40"],
    ["Sold at prices ranging from $3.10 (low) to $3.40 (high).", "3.10–3.40"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("no range of prices of trades", () => {
  test.each([
    "The reporting person acquired notes convertible at prices ranging from $3.00 to $4.00.",
    "The options were granted at exercise prices between $3.00 and $4.00.",
    "Between 9.30 and 10.15 the shares were sold.",
    "The option grants, with strike prices from $3.00 to $4.00, vest over 4 years.",
    "Shares held from January 1.5 to 2.5 years.",
    "The Issuer's IPO price range was $10.00 to $12.00.",
    "The earnout shares vest at $12.00 to $15.00 per share.",
    "The reporting person's plan allows sales at prices ranging from $30.00 to $40.00.",
    "Sold for proceeds ranging from $1,000 to $2,000.",
    "The warrants were exercised at prices ranging from $3.00 to $4.00.",
    "As reported in footnotes 3 to 5.",
    "The stock options are exercisable at $3.00 to $4.00 per share.",
    "Exercise prices of the 3 grants: $12.00 to $12.40.",
    "The offer was for $12.00 to $12.40 a share but expired unsold.",
    "Performance goal: stock price of $12.00 to $15.00.",
    "Dividends of $0.10 to $0.12 per share were reinvested.",
    "The sale price was raised from $12.00 to $12.40.",
    "Units vest at between 50.00 and 150.00 percent.",
    "Price amended from $12.00 to $12.40.",
    "This amendment corrects the sale price from $12.00 to $12.40.",
    "Options exercisable at prices ranging from $3.10 to $3.40 per share were cancelled.",
    "Phantom stock settled at $3.10 to $3.40.",
    "The Class A warrants have exercise prices of $3.10 to $3.40.",
  ])("%s", (text) => {
    expect(read(text)).toBeNull();
  });
});

describe("bounds, labels and lists of prices", () => {
  test.each([
    ["Sold at prices not lower than $10.10 and not higher than $10.40.", "10.10–10.40"],
    ["Sales were made at prices no less than $10.10 nor more than $10.40.", "10.10–10.40"],
    ["Shares were sold at prices of at least $10.10 and at most $10.40 per share.", "10.10–10.40"],
    ["Executed at per-share prices no higher than $10.40 and no lower than $10.10.", "10.10–10.40"],
    ["The shares were sold at not less than $10.10 and not more than $10.40 per share.", "10.10–10.40"],
    ["Price shown is net of commissions. Sold at prices from $10.10 to $10.40.", "10.10–10.40"],
    ["Exclusive of commissions, prices ranged from $10.10 to $10.40.", "10.10–10.40"],
    ["Shares sold at prices (before commissions) ranging from $10.10 to $10.40.", "10.10–10.40"],
    ["Prices, excluding commissions, ranged from $10.10 to $10.40.", "10.10–10.40"],
    ["Trade prices were in the range $10.10-$10.40.", "10.10–10.40"],
    ["The trades cleared between $10.10 and $10.40.", "10.10–10.40"],
    ["Individual transaction prices: $10.10 through $10.40.", "10.10–10.40"],
    ["Fill prices from 10.10 to 10.40.", "10.10–10.40"],
    ["Sold within a range of $10.10-10.40/share.", "10.10–10.40"],
    ["Sold at $10.10 to $10.40 and $10.41 to $11.02.", "10.10–10.40, 10.41–11.02"],
    ["The lowest sale price was $10.10 and the highest sale price was $10.40.", "10.10–10.40"],
    ["Purchased in 12 lots at prices as low as $10.10 and as high as $10.40.", "10.10–10.40"],
    ["Prices received were $10.10 (lowest) to $10.40 (highest).", "10.10–10.40"],
    [
      "The price reported in Column 4 is a weighted average price. These shares were sold in multiple transactions at prices ranging from $39.00 to $39.07, inclusive.",
      "39.00–39.07",
    ],
    ["Weighted average of prices ranging between $39.00 and $39.07 per share.", "39.00–39.07"],
    ["These shares were sold at per share prices between $39.00 and $39.07.", "39.00–39.07"],
    ["Price range of $39.00 - $39.07", "39.00–39.07"],
    [
      "Represents the average sale price for sales made within a one dollar range, with the lowest price at $39.00 and the highest price at $39.07.",
      "39.00–39.07",
    ],
    ["The range of prices at which the shares were sold is $39.00-$39.07.", "39.00–39.07"],
    ["Sale prices ranged from $39.00 per share to $39.07 per share.", "39.00–39.07"],
    ["Range: $39.00 - $39.07 per share", "39.00–39.07"],
    ["Sold in multiple trades; low $39.00, high $39.07", "39.00–39.07"],
    ["Weighted average (range $39.00 to $39.07).", "39.00–39.07"],
    ["Multiple trades executed from $39.00 to $39.07.", "39.00–39.07"],
    ["Actual prices were from $39.00 up to $39.07.", "39.00–39.07"],
    ["The shares were sold at varying prices in the range of $39.00 to $39.07.", "39.00–39.07"],
    ["This price reflects trades on the NYSE between $39.00 and $39.07.", "39.00–39.07"],
    ["Shares were sold at prices ranging from $39.00 to $39.07 and from $40.00 to $40.20.", "39.00–39.07, 40.00–40.20"],
    ["Prices for this transaction were $39.00 (low) and $39.07 (high).", "39.00–39.07"],
    ["Bought in several lots between $39 and $39.5.", "39–39.5"],
    ["Sold at prices from $0.0451 to $0.0520.", "0.0451–0.0520"],
    ["The minimum price was $39.00; the maximum price was $39.07.", "39.00–39.07"],
    ["Trades ranged in price from 39.00 to 39.07 dollars.", "39.00–39.07"],
    ["The sales on May 3 took place at prices that varied from $39.00 to $39.07.", "39.00–39.07"],
    ["Sold in the open market at $39.00 - $39.07 per share.", "39.00–39.07"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("figures that are not prices of trades", () => {
  test.each([
    "Commissions ranged from $0.02 to $0.04 per share.",
    "Price is net of commissions ranging from $0.02 to $0.04 per share.",
    "Sale price excludes fees of between $0.01 and $0.03 per share.",
    "The reporting person paid brokerage fees ranging from $7.95 to $9.95 for the purchases.",
    "Price reported excludes a broker's mark-up of $0.03 to $0.05 per share.",
    "The plan sells only when the price is no less than $10.10 and no more than $10.40.",
    "The shares vest if the closing price is not lower than $10.10 and not higher than $10.40.",
    "The options have exercise prices ranging from $10.00 to $12.50.",
    "Options to buy shares at exercise prices of between $10.00 and $12.50 were exercised.",
    "The RSUs vest at stock price hurdles from $30.00 to $50.00.",
    "See footnotes 3 to 5.",
    "The exercise price was changed from $12.00 to $10.00.",
    "The conversion price is between $2.00 and $3.00.",
    "The limit prices under the plan range from $50.00 to $60.00.",
    "Stock price during the period ranged from $30.00 to $50.00.",
  ])("%s", (text) => {
    expect(read(text)).toBeNull();
  });
});

describe("the highest and the lowest fill", () => {
  test.each([
    ["Block filled in eleven lots; highest fill C$14.60, lowest fill C$14.22.", "14.22–14.60 CAD"],
    ["Lowest fill $9.10, highest fill $9.44.", "9.10–9.44"],
    ["The highest fill was £4.20 and the lowest fill was £4.11.", "4.11–4.20 GBP"],
    ["High fill: A$1.11; low fill: A$1.05.", "1.05–1.11 AUD"],
    [
      "Sold in nine lots with a minimum fill price of CAD 14.22 and a maximum fill price of CAD 14.60.",
      "14.22–14.60 CAD",
    ],
    ["The option's highest exercise price is C$14.60, lowest exercise price C$14.22.", null],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

test.each([
  ["Average price; none of the trades was below $10.10 or above $10.40.", "10.10–10.40"],
  ["No share was sold at less than $10.10 nor at more than $10.40.", "10.10–10.40"],
  ["The shares were bought in many trades, never under $10.10 or over $10.40.", "10.10–10.40"],
  ["Not one of the sales was made lower than $10.10 or higher than $10.40 per share.", "10.10–10.40"],
  ["The plan sells if the price falls below $10.10 or rises above $10.40.", null],
  ["Under the plan no sale may be made below $10.10 or above $10.40.", null],
])("bounds that no price went beyond: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test("the range of the market on a day is not that of the trades", () => {
  expect(read("The closing price was $10.20, within the day's range of $10.10 to $10.40.")).toBeNull();
  expect(read("Sold within the day's range of $10.10 to $10.40.")).toBe("10.10–10.40");
});

test("the range of the next line", () => {
  expect(read("Prices on this line ranged from $10.10 to $10.40; on the next line, from $10.50 to $10.80.")).toBe(
    "10.10–10.40, 10.50–10.80",
  );
});

test("a rate of exchange is no range", () => {
  expect(
    read("The price was translated from the average price of NT$1,837.2789 at the rate of NT$31.748 to US$1."),
  ).toBeNull();
});

describe("the lowest trade and the highest", () => {
  test.each([
    ["Sold in trades of which the lowest was at $1,404.50 and the highest at $1,405.49 per share.", "1404.50–1405.49"],
    ["Purchased in several trades, the cheapest at $5.00 and the dearest at $5.20 per share.", "5.00–5.20"],
    ["The lowest of these trades was at $10.10, the highest at $10.90.", "10.10–10.90"],
    ["This amendment corrects the range of prices: the shares were sold from $5.02 to $5.57.", "5.02–5.57"],
    ["The exercise price was corrected from $12.00 to $12.40.", null],
    ["The lowest trade was at $3.10 per share and the highest at $3.25.", "3.10–3.25"],
    ["Of the options granted, the lowest was at $10.00 and the highest at $20.00 per share exercise price.", null],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
