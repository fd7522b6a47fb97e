import { describe, expect, test } from "vitest";
import { priceCurrency } from "./price-currency";

describe("the currency of a price", () => {
  test.each([
    ["Prices are in Canadian dollars.", "CAD"],
    ["The price reported in Column 4 is expressed in Canadian dollars.", "CAD"],
    ["These shares were sold at prices ranging from C$10.00 to C$10.50.", "CAD"],
    ["Weighted average price of CDN$ 4.12 per share.", "CAD"],
    ["The shares were purchased on the Toronto Stock Exchange at CAD 12.30 per share.", "CAD"],
    ["Sold on Oslo Børs at NOK 45.10.", "NOK"],
    ["The shares were sold at an average price of £4.205.", "GBP"],
    ["The price is stated in pence.", "GBP"],
    ["Executed at 450 pence per share.", "GBP"],
    ["The purchase price was paid in Euro.", "EUR"],
    ["The price per share was €31.20.", "EUR"],
    ["Amounts are reported in BRL.", "BRL"],
    ["Sold at R$ 55.56 per share.", "BRL"],
    ["Transaction denominated in Swiss francs.", "CHF"],
    ["The shares were sold at 101.50 Swedish kronor per share.", "SEK"],
    ["The sale price was NIS 45.", "ILS"],
    ["Purchased at RMB 12.4 per share.", "CNY"],
    ["The transaction price is in Japanese yen.", "JPY"],
    ["The price is reported in Hong Kong dollars; HK$31.20 per share.", "HKD"],
    ["Sold in Australian dollars at $1.05 per share.", "AUD"],
    ["The price is reported in Canadian dollars. The U.S. dollar equivalent was US$7.50.", "CAD"],
    ["Canadian dollars", "CAD"],
  ])("%s", (text, code) => {
    expect(priceCurrency([text])).toBe(code);
  });
});

describe("US dollars", () => {
  test.each([
    // 0001213900-26-102456
    'The redemption price, $55.56 Brazilian reals ("BRL") per share, has been converted to U.S. dollars ("USD") using the U.S. Department of the Treasury rates, at a rate of 5.1740 BRL per USD.',
    "The shares were sold at C$16.00 and the price has been converted to US$ at the exchange rate of the day.",
    "The price was stated in Canadian dollars and is reported in U.S. dollars.",
    "Sold at C$16.00 ($12.30) per share.",
    "Sold at a price of C$16.00, equivalent to US$12.30.",
    "The price is in U.S. dollars, based on an exchange rate of C$1.30.",
    "The price is in Canadian dollars at an exchange rate of 1.30.",
    "Ordinary shares, nominal value £0.001 per share, were sold at the market price.",
    "The fee of €5,000 was paid in shares at the closing price.",
    "Sold on Euronext at prices ranging from $10 to $11.",
    "The price reported is a weighted average. Sold at prices ranging from $39.00 to $39.07.",
    "Sold at US$12.30 per share.",
    "Sold on the Toronto Stock Exchange.",
    "Each share weighs ten pounds.",
  ])("%s", (text) => {
    expect(priceCurrency([text])).toBeNull();
  });
});

test("several notes on one price: a note of a conversion decides; two currencies are inconclusive", () => {
  const canadian = "Prices are in Canadian dollars.";
  expect(priceCurrency(["A weighted average price.", canadian])).toBe("CAD");
  expect(priceCurrency([canadian, "C$ amounts were converted to U.S. dollars."])).toBeNull();
  expect(priceCurrency([canadian, "Sold at €3.00 per share."])).toBeNull();
  expect(priceCurrency([])).toBeNull();
});
