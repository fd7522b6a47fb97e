import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const read = (text: string) => readFact("weightedAverage", text)?.value ?? null;

describe("wordings of an average price", () => {
  test.each([
    "The price reported in Column 4 is a weighted average price. These shares were sold in multiple transactions at prices ranging from $52.01 to $52.99, inclusive. The reporting person undertakes to provide to the issuer, any security holder of the issuer, or the staff of the Securities and Exchange Commission, upon request, full information regarding the number of shares sold at each separate price within the range set forth in this footnote.",
    "Reflects the weighted average sale price of $31.22 for shares sold in multiple trades.",
    "This transaction was executed in multiple trades at prices ranging from $11.20 to $11.35. The price reported above reflects the weighted average sale price.",
    "Represents weighted average price per share.",
    "Weighted Average Price. Actual sale prices ranged from $7.11 to $7.25.",
    "The sales price is the average for all the shares sold.",
    "Price reflects average of multiple trades on that date.",
    "Price is an average price. Prices ranged from $4 to $4.10.",
    "These shares were sold at a range between $10.10 and $10.40, with an average price of $10.25.",
    "Average sales price. Shares sold in 15 separate transactions.",
    "Sold in multiple lots, at an average of $18.21 per share.",
    "The reported price is the weighted avg. of trades between $5.10 and $5.30.",
    "Reported price is a volume weighted average price (VWAP) of all sales on the trade date.",
    "The price represents the weighted mean average sales price.",
    "Sale price is an average of sales ranging from $30.11 to $30.56.",
    "Shares purchased by the reporting person's broker at an average price of $3.4412 through the dividend reinvestment plan.",
    "The price shown is a weighted average of prices of shares purchased under the plan during the quarter.",
    "WEIGHTED AVERAGE SALE PRICE. RANGE $10.01 - $10.99",
    "The amount shown is the weighted average sale price for multiple transactions executed within a $1.00 range.",
    "Price is the weighted-average price of shares sold on the reported day.",
    "This is the weighted average price at which the shares were sold.",
    "The purchase price reported is the weighted average for purchases made on that date.",
    "Weighted average purchase price for 14 purchases.",
    "weighted-average.",
    "The price in Column 4 represents the average net price per share, after commissions.",
    "Represents an average price; the range was $20.00 through $20.10.",
    "Reflects an aggregation of trades executed at an average price of $41.37 on the NYSE.",
    "Average price of shares purchased in open market transactions; see Exhibit 99.1 for detail.",
    "The average price per share for these sales was $10.12.",
    "The price represents the weighted average of the sales prices, which ranged from $12.10 to $12.50.",
    "The price reported is the average execution price for the block.",
    "Sold at an avg price of $8.00 (range $7.95-$8.05).",
    "The weighted average sale price for the transactions reported was $14.2231, and the range of prices were between $14.14 and $14.35.",
    "The sales were effected at a weighted-average price of $66.40 per share.",
    "The price is the weighted\naverage of the sale prices.",
    "The transactions were executed at prices from $1.01 to $1.20 for a weighted average of $1.11.",
    "Shares were bought at prices ranging from C$7.01 to C$7.09 (an average of C$7.05).",
    "The reported price reflects the weighted average sales price of $20.1135 per share (calculated to 4 decimals).",
    "Acquired through participation in the ESPP at an average price of $12.20.",
    "Purchase price is the average of three purchases.",
    "Average of sale prices on the date.",
    "Prices averaged $22.10.",
    "The price in this row is a weighted price average.",
    "The stated price is a weighted average price for the total number of shares sold; such shares were sold at varying prices.",
    "These options were exercised and the underlying shares sold at an average price of $45.10.",
    "Avg. price of 12 fills.",
    "Price shown is the avg. of 12 fills at $10.01 to $10.05.",
    "Sold at a wtd avg of $12.31",
    "The figure in Column 4 is an average; the shares went in nine lots.",
    "Column 4 shows the average per-share price received, before commissions.",
    "The amount in column 4 is a weighted average of the prices at which 41 separate lots were sold.",
    "WEIGHTED AVG SALE PRICE; RANGE $12.00-$12.40",
    "Weighted-average price (multiple trades, same day).",
    "Reported on an average-price basis in reliance on the SEC staff's no-action letter.",
    "The price given is the mean weighted average of the day's sales.",
    "Purchased by a broker on the reporting person's behalf at a weighted average price of 13.02 euros.",
    "Aggregate of 5 purchases; average cost was $9.87.",
    "The price in Column 4 is the volume weighted average price at which the block was sold.",
    "Average selling price for the day's sales under the plan.",
    "the average price",
    "Shares were acquired at average price of $1.05 from reinvested dividends.",
    "Represents the weighted average price of shares purchased. The purchase prices ranged from $3.10 to $3.40. The Reporting Person undertakes to provide full information upon request.",
    "Weighted average sales price for price increments ranging from $3.10 to $3.40.",
    "The sale price reported in column 4 of Table I represents the weighted average sale price of the shares sold ranging from $3.10 to $3.40 per share.",
    "Shares sold by the Trust at a weighted average price of $3.20.",
    "The average sale price of $31.8453 represents multiple transactions.",
    "This constitutes a weighted average price.",
    "Price represents average price per share of shares acquired through monthly dividend reinvestment.",
    "Reported price represents a weighted average.",
    "Price reported is the average for multiple purchases made through a broker on that day.",
    "The price indicated is an average price of multiple sales.",
    "Price per share is an average.",
    "Average price for shares sold at prices ranging from 3.10 to 3.40",
    "Average Sale Price",
    "WAP of multiple trades; weighted average price $3.31",
    "Exercise and same day sale at an average sale price of $31.05.",
  ])("%s", (text) => {
    expect(read(text)).toBe(true);
  });
});

describe("averages of other things", () => {
  test.each([
    "The options have a weighted average remaining term of 4 years.",
    "The option price is the average of the high and low price of the common stock on the grant date.",
    "The performance units vest if the Company's average return on equity exceeds 10%.",
    "The strike price is equal to the average closing price for the five days before grant.",
    "The number of shares underlying the award was calculated using the average closing price of the common stock for the 30 trading days ending May 3.",
    "The phantom stock units are settled in cash based on the average closing price over the 20 days before settlement.",
    "Units acquired under deferred compensation plan; number of units calculated based on the average of the high and low trading prices.",
    "Pays out if the volume-weighted average price of the common stock equals or exceeds $12.00 per share for any 20 trading days within any 30-trading day period.",
    "The conversion price will be 90% of the average of the three lowest trade prices.",
    "The forward price is based on the arithmetic average of the daily VWAP over the averaging period.",
    "Average weighted exercise price of the options is $4.",
    "The exchange ratio was computed from the average closing prices.",
    "Target: average annual TSR of 10% over three years.",
    "RSU count was computed from the $14.02 average closing price over the ten trading days ended June 1.",
    "Fees of $20,000 divided by $11.02, the average of the high and low prices on the grant date, yields the number of shares.",
    "The weighted average exercise price of the options is $12.",
    "The grant date value used the 20-day VWAP.",
    "Warrants may be called if the average last price is above $18.00 for 20 trading days.",
    "The stock appreciation right has a base price equal to the average of closing prices in March.",
    "Restricted stock units vest if average annual EPS growth is 10% or more.",
    "The per share price was determined using the average of the closing prices for the 20 days prior to June 1.",
    "The shares were issued in lieu of cash fees, based on the average price of the stock in the quarter.",
    "The option exercise price equals 110% of the weighted average trading price.",
    "Shares purchased under the ESPP at 85% of the lower of the average price on the first or last day.",
    "Number of shares is determined by dividing the dollar amount by the weighted average price.",
  ])("%s", (text) => {
    expect(read(text)).toBeNull();
  });
});

describe("an average in fewer words", () => {
  test.each([
    "Reflects average price; see schedule.",
    "Average of 14 trades.",
    "Wtd. avg. price of 23 sales",
    "Price per share is the weighted average of the prices at which the shares were sold.",
    "The price in column 4 represents an averaged price.",
    "The average price obtained in the sales is reported.",
    "Sales aggregated; weighted-average price reported.",
    "Reported on an average price basis.",
    "Average per share price.",
    "The price is a weighted average and excludes commissions.",
    "Prices have been averaged.",
    "The price shown is an average; individual sales were at $10.10 to $10.40.",
    "During the month the reporting person purchased 12 shares at an average price of $9.10 through the DRIP.",
    "The price reported is an average.",
    "Represents the weighted average sales price per share of the shares sold.",
    "Average sale price. Prices ranged from $39.00 to $39.07.",
    "Weighted average.",
    "The transaction price listed in column 4 is the weighted average for the day's trades.",
    "Shares sold at a weighted average of $39.02.",
    "Price disclosed is the average of all sales made on this date.",
    "Reporting person sold shares at avg. price of $39.02.",
    "The sale price represents a weighted average sales price rounded to the nearest cent.",
    "Sold in multiple transactions (weighted average $39.02).",
    "Average execution price for block trade.",
    "VWAP of the shares sold.",
    "Average cost basis per share of purchases made through a dividend reinvestment plan.",
    "The price was calculated as a weighted average of the prices of the individual sales.",
  ])("%s", (text) => {
    expect(read(text)).toBe(true);
  });
});

describe("an average over another period or of another thing", () => {
  test.each([
    "During the two years in which the plan was in effect, he sold 90,000 shares at an average price of $17.80.",
    "The number of units is the retainer divided by the average closing price for the preceding 20 days.",
    "Since the plan's adoption in 2019, a total of 40,000 shares were sold under it at an average price of $22.10.",
    "In prior years the reporting person had purchased shares at an average price of $4.10.",
    "The earlier sales reported on Form 4 on May 3, 2021 were made at a weighted average price of $10.20.",
    "Units were credited using the average of the high and low prices on the grant date.",
    "Vests if the average closing price exceeds $50 for 20 days.",
    "Exercise price equals the volume weighted average price for the 10 trading days before grant.",
    "The number of shares was determined by dividing fees by the 30-day average price.",
  ])("%s", (text) => {
    expect(read(text)).toBeNull();
  });
});

describe("an average of prices", () => {
  test.each([
    "Average of prices paid by the broker for a block filled in eleven lots.",
    "The price shown is the average of all prices received.",
    "Average of all of the prices that were actually paid.",
    "An average of the prices at which the shares were sold.",
    "Average of the per-share prices obtained.",
    "Represents the average of prices realized for the day's sales.",
    "Average of prices between $4.00 and $4.25.",
    "Mean price of the day's sales, which were made at $5.10 to $5.22.",
    "Sales at $88.10 to $89.09; the price given is the weighted mean.",
    "The price column shows a blended price for all of the trades.",
  ])("%s", (text) => {
    expect(read(text)).toBe(true);
  });

  test.each([
    "Units were valued using the average of prices paid on the exchange over ten days.",
    "The exercise price is the average of prices paid for the stock over 20 days.",
    "Average of the closing prices paid over the preceding 10 trading days.",
    "The exercise price is the mean of the high and low prices on the day of the grant.",
    "These terms mean that no price was paid.",
  ])("not of the trades: %s", (text) => {
    expect(read(text)).toBeNull();
  });
});
