import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const read = (text: string) => {
  const fact = readFact("taxWithholding", text);
  const [start, end] = fact?.spans[0] ?? [0, 0];
  return fact && `${fact.value.method} ${fact.value.purpose.join("+")} “${text.slice(start, end)}”`;
};
const value = (text: string) => {
  const fact = readFact("taxWithholding", text)?.value;
  return fact ? `${fact.method} ${fact.purpose.join("+")}` : null;
};

describe("the words from the payment to what it paid", () => {
  test.each([
    [
      "Shares withheld by the Issuer to satisfy taxes due upon the vesting of restricted stock units.",
      "withheld tax “withheld by the Issuer to satisfy taxes”",
    ],
    [
      "Shares sold to cover income tax withholding liabilities and payment of the option exercise price.",
      "sold exercise_price+tax “sold to cover income tax withholding liabilities and payment of the option exercise price”",
    ],
    [
      "The exercise price was paid by surrendering 500 shares.",
      "withheld exercise_price “exercise price was paid by surrendering”",
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("back to the issuer", () => {
  test.each([
    ["Represents shares withheld to cover the cost of taxes upon vesting of restricted stock.", "withheld tax"],
    ["Represents shares withheld for the payment of applicable income and payroll withholding taxes.", "withheld tax"],
    ["Shares withheld for taxes.", "withheld tax"],
    ["Shares witheld for tax purposes on vesting.", "withheld tax"],
    ["SHARES WITHHELD BY THE COMPANY TO SATISFY MINIMUM STATUTORY WITHHOLDING REQUIREMENTS.", "withheld tax"],
    [
      "These shares were surrendered to issuer to cover withholding tax obligations of units awarded in 2021.",
      "withheld tax",
    ],
    [
      "Represents the surrender of shares to the Issuer to satisfy the reporting person's tax withholding obligation.",
      "withheld tax",
    ],
    ["Shares tendered in payment of the exercise price of the option.", "withheld exercise_price"],
    [
      "Shares delivered to the Company as payment of the option price and related taxes.",
      "withheld exercise_price+tax",
    ],
    ["The issuer retained 200 shares in satisfaction of the aggregate exercise price.", "withheld exercise_price"],
    ["Reflects shares netted to pay taxes.", "withheld tax"],
    [
      "Shares relinquished by the holder and cancelled in exchange for the issuer's agreement to pay federal and state taxes.",
      "withheld tax",
    ],
    ["Withholding of shares to satisfy tax liability on vesting.", "withheld tax"],
    ["Payment of tax liability by withholding securities incident to vesting.", "withheld tax"],
    [
      "Payment of exercise price or tax liability by delivering or withholding securities incident to an exercise.",
      "withheld exercise_price+tax",
    ],
    [
      "The issuer withheld 40 of the warrant shares to pay the exercise price on a cashless basis.",
      "withheld exercise_price",
    ],
    ["The reporting person paid the exercise price through the surrender of 40 shares.", "withheld exercise_price"],
    ["To satisfy the tax withholding obligations, the Issuer withheld 40 shares.", "withheld tax"],
    ["Shares forfeited to pay withholding taxes upon the lapse of restrictions.", "withheld tax"],
    ["Shares disposed of to the Issuer to satisfy tax obligations.", "withheld tax"],
    [
      "Represents shares withheld to pay the exercise price and taxes due on the exercise of an option.",
      "withheld exercise_price+tax",
    ],
    [
      "Represents shares withheld to pay taxes due upon exercise and the exercise price.",
      "withheld exercise_price+tax",
    ],
    ["Shares withheld to pay taxes on the exercise of an option with an exercise price of $5.00.", "withheld tax"],
    ["Net settlement of shares to cover the exercise price.", "withheld exercise_price"],
    ["Mandatory tax withholding on vested Restricted Stock Units.", "withheld tax"],
    ["Shares withheld partly to satisfy a tax liability.", "withheld tax"],
    ["Reflects 900 shares acquired, net of 100 shares withheld to cover taxes.", "withheld tax"],
    ["Shares were automatically withheld upon vesting to cover required tax withholding.", "withheld tax"],
    ["Shares withheld in connection with tax obligations.", "withheld tax"],
    [
      "Of the shares, 30 were surrendered to pay the exercise price and 20 were withheld for taxes.",
      "withheld exercise_price+tax",
    ],
    ["Shares withheld to pay the exercise price. Shares withheld to pay taxes.", "withheld exercise_price+tax"],
    ["Of 900 shares received, 700 were sold and 200 were withheld to pay taxes.", "withheld tax"],
    ["Shares withheld or sold to pay taxes.", "withheld tax"],
    ["An automatic reduction of shares issued to discharge withholding tax obligations.", "withheld tax"],
    [
      "Represents shares withheld that had a value substantially equal to, and were used to pay, the exercise price of the SARs.",
      "withheld exercise_price",
    ],
  ])("%s", (text, expected) => {
    expect(value(text)).toBe(expected);
  });
});

describe("into the market", () => {
  test.each([
    [
      "The shares were sold solely to satisfy tax withholding obligations related to the exercise of options.",
      "sold tax",
    ],
    [
      "Represents the number of shares required to be sold by the reporting person to cover tax withholding obligations. These sales are mandated by the issuer's election.",
      "sold tax",
    ],
    ["Shares automatically sold to cover tax withholding obligations on settlement of units.", "sold tax"],
    ["Sell-to-cover transaction to satisfy taxes on vested units.", "sold tax"],
    ["The sale was made by a broker for the holder in order to fund the payment of taxes.", "sold tax"],
    ["Represents shares that had been sold to satisfy tax obligation upon vesting.", "sold tax"],
    ["A part of these shares was sold to pay the exercise price.", "sold exercise_price"],
    ["Sale by the issuer on behalf of the reporting person to pay withholding taxes.", "sold tax"],
    ["100 shares were sold to pay taxes and 50 shares were withheld to pay taxes.", "sold tax"],
  ])("%s", (text, expected) => {
    expect(value(text)).toBe(expected);
  });
});

test("a note that recites a rule and then states which method was used: the latter counts", () => {
  expect(
    value(
      "Section 16b-3(e) - payment of exercise price or tax liability by delivering or withholding securities. The shares were relinquished to pay taxes of the reporting person. He did not sell any of them for any reason other than to cover required taxes.",
    ),
  ).toBe("withheld tax");
});

describe("no such fact", () => {
  test.each([
    "No shares were sold to pay taxes.",
    "The shares were not withheld to satisfy taxes.",
    "Shares withheld upon the vesting of restricted stock units.",
    "The shares were sold to diversify the holdings of the reporting person.",
    "Upon vesting, shares may be withheld to satisfy taxes.",
    "The issuer will withhold shares to satisfy tax obligations.",
    "Shares sold for tax planning purposes.",
    "The warrant was exercised on a cashless basis.",
    "The reporting person paid the taxes in cash.",
    "The option was exercised at an exercise price of $5.00.",
    "The shares were sold at the option of the issuer for $5.00 each.",
    "Shares forfeited upon termination of employment.",
    "Each option was cancelled in exchange for cash equal to the excess of $25.00 over the exercise price.",
    "Shares returned to the issuer under an escrow agreement.",
    "A cash amount was withheld to satisfy taxes.",
    "If taxes are due, the reporting person may elect to sell shares to pay them.",
    "Shares held in a tax-qualified plan were sold.",
  ])("%s", (text) => {
    expect(value(text)).toBeNull();
  });
});
