import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const read = (text: string) => {
  const fact = readFact("taxWithholding", text)?.value;
  return fact ? `${fact.method} ${fact.purpose.join("+")}` : null;
};

describe("wordings of a payment with shares", () => {
  test.each([
    ["The company took 900 of the option shares for the exercise price.", "withheld exercise_price"],
    ["Shares sold to satisfy the reporting person's tax liability on option exercise.", "sold tax"],
    [
      "Shares withheld by the issuer to satisfy tax withholding obligations in connection with the vesting of restricted stock units.",
      "withheld tax",
    ],
    ["Represents shares withheld for taxes.", "withheld tax"],
    ["Shares withheld to pay taxes due upon vesting of restricted stock.", "withheld tax"],
    ["Represents shares surrendered to the Company to cover taxes on vesting.", "withheld tax"],
    ["Shares forfeited for payment of taxes.", "withheld tax"],
    [
      "Represents the number of shares withheld by and surrendered to the Issuer on March 1, 2020 to satisfy tax withholding obligations that arose in connection with vesting.",
      "withheld tax",
    ],
    ["The reporting person elected to have shares withheld to satisfy the tax obligation.", "withheld tax"],
    ["Shares retained by the Company to satisfy the minimum statutory withholding requirements.", "withheld tax"],
    ["Shares withheld to pay the exercise price and taxes on the exercise of options.", "withheld exercise_price+tax"],
    ["Shares tendered in payment of the exercise price.", "withheld exercise_price"],
    ["Payment of exercise price by delivery of previously owned shares.", "withheld exercise_price"],
    [
      "Payment of exercise price or tax liability by delivering or withholding securities incident to the receipt, exercise or vesting of a security issued in accordance with Rule 16b-3.",
      "withheld exercise_price+tax",
    ],
    ["Net settlement of shares for taxes.", "withheld tax"],
    ["Net share settlement to cover tax withholding obligations.", "withheld tax"],
    ["Shares netted to pay taxes.", "withheld tax"],
    ["Shares used to pay withholding taxes.", "withheld tax"],
    ["Withholding of shares for the payment of taxes.", "withheld tax"],
    ["Share withholding to satisfy taxes.", "withheld tax"],
    ["The reported disposition is solely the withholding of shares by the issuer to satisfy taxes.", "withheld tax"],
    ["Represents shares withheld upon the vesting of RSUs to satisfy federal, state and FICA taxes.", "withheld tax"],
    ["Shares deducted for tax withholding.", "withheld tax"],
    ["Shares withheld from the vested award for payroll taxes.", "withheld tax"],
    ["Tax withholding on vested restricted stock.", "withheld tax"],
    ["Shares withheld in satisfaction of withholding obligations.", "withheld tax"],
    ["Withheld for tax purposes.", "withheld tax"],
    ["Disposition of shares to the Company to satisfy income tax withholding.", "withheld tax"],
    ["Shares cancelled to satisfy tax liability on vesting.", "withheld tax"],
    ["Shares turned in to satisfy tax withholding requirements.", "withheld tax"],
    ["Shares exchanged for payment of taxes.", "withheld tax"],
    ["Stock withheld for income tax.", "withheld tax"],
    ["To satisfy tax withholding obligations, 1,204 shares were withheld by the issuer.", "withheld tax"],
    ["In order to pay the taxes due, the Company withheld 1,204 shares.", "withheld tax"],
    ["Tax liability satisfied by withholding of shares.", "withheld tax"],
    ["Tax withholding obligation was satisfied through the surrender of shares.", "withheld tax"],
    ["The tax withholding obligations were satisfied by net settlement.", "withheld tax"],
    ["Taxes paid by withholding shares.", "withheld tax"],
    ["Payment of taxes with shares.", "withheld tax"],
    ["Payment of tax liability by withholding of securities incident to the vesting of RSUs.", "withheld tax"],
    ["Payment of the option exercise price with shares already owned.", "withheld exercise_price"],
    ["Exercise price paid by surrender of shares.", "withheld exercise_price"],
    ["Shares withheld as payment for the exercise price of the option.", "withheld exercise_price"],
    [
      "Shares surrendered to the Company in a cashless exercise to pay the exercise price of the warrants.",
      "withheld exercise_price",
    ],
    [
      "The warrants were exercised on a net basis, and the issuer withheld 300 of the warrant shares to pay the exercise price.",
      "withheld exercise_price",
    ],
    [
      "Shares withheld by the Company in payment of the option exercise price and applicable withholding taxes.",
      "withheld exercise_price+tax",
    ],
    ["Represents shares withheld to cover the cost of exercise and associated taxes.", "withheld exercise_price+tax"],
    ["Forfeiture of shares to pay tax withholding.", "withheld tax"],
    ["Shares withheld for taxes upon lapse of restrictions.", "withheld tax"],
    ["Automatic withholding of shares to pay taxes on vesting of the restricted stock award.", "withheld tax"],
    ["Represents a net share withholding by the Issuer for tax liability.", "withheld tax"],
    ["Net of 450 shares withheld for taxes.", "withheld tax"],
    ["Represents vested shares less shares withheld for taxes.", "withheld tax"],
    ["Shares reacquired by the issuer in satisfaction of tax liabilities.", "withheld tax"],
    ["Issuer's withholding of stock to satisfy reporting person's tax obligation.", "withheld tax"],
    [
      "Pursuant to the terms of the award, 500 shares were automatically withheld to cover required tax withholding.",
      "withheld tax",
    ],
    [
      "Consists of shares that have been withheld by the Issuer to satisfy its income tax and withholding and remittance obligations in connection with the net settlement of the restricted stock units and does not represent a sale by the Reporting Person.",
      "withheld tax",
    ],
    [
      "Represents the number of shares required to be sold by the Reporting Person to cover tax withholding obligations in connection with the vesting of RSUs.",
      "sold tax",
    ],
    ["Sale of shares to cover taxes.", "sold tax"],
    ["Shares sold to cover taxes upon vesting.", "sold tax"],
    ["Sell to cover taxes.", "sold tax"],
    ['Shares sold in a "sell to cover" transaction to satisfy tax withholding obligations.', "sold tax"],
    [
      'The sale was made to satisfy tax withholding obligations to be funded by a "sell to cover" transaction and does not represent a discretionary transaction by the Reporting Person.',
      "sold tax",
    ],
    [
      "The sales reported on this Form 4 represent shares required to be sold by the Reporting Person to cover statutory tax withholding obligations in connection with the vesting and settlement of RSUs.",
      "sold tax",
    ],
    ["In accordance with Rule 10b5-1, the shares were automatically sold to cover taxes.", "sold tax"],
    ["These shares were sold to pay taxes.", "sold tax"],
    ["Mandatory sale to fund tax obligation on vesting.", "sold tax"],
    ["Shares sold by the Company on behalf of the reporting person to meet tax obligations.", "sold tax"],
    ["Shares were sold in order to generate cash to pay taxes.", "sold tax"],
    ["Sale for payment of taxes.", "sold tax"],
    ["Shares sold for tax withholding.", "sold tax"],
    ["Shares sold to cover the exercise price and taxes.", "sold exercise_price+tax"],
    ["Sale to cover the exercise price of the options.", "sold exercise_price"],
    [
      "Broker-assisted cashless exercise; shares sold to cover the exercise price and taxes.",
      "sold exercise_price+tax",
    ],
    ["Proceeds of the sale were used to pay the exercise price and taxes.", "sold exercise_price+tax"],
    ["The proceeds from the sale were used to pay taxes due on vesting.", "sold tax"],
    ["The net proceeds of the sale are being used to satisfy the reporting person's tax obligations.", "sold tax"],
    ["The reporting person sold these shares to raise funds for taxes on the exercise.", "sold tax"],
    ["Tax obligations were satisfied by selling shares.", "sold tax"],
    ["Automatic sale of shares for taxes.", "sold tax"],
    ["Sold to cover tax liability arising from vesting.", "sold tax"],
    [
      'The issuer\'s equity incentive plans require the satisfaction of tax withholding obligations by a "sell to cover" transaction. The sale was not discretionary.',
      "sold tax",
    ],
    ["Sell-to-cover transaction to pay withholding taxes", "sold tax"],
    ["This sale was to cover taxes.", "sold tax"],
    ["Represents the sale of shares to satisfy the Reporting Person's tax obligations.", "sold tax"],
    [
      "Sale of shares by a broker in the open market, the proceeds of which were used for the payment of taxes.",
      "sold tax",
    ],
    ["Sales made solely for the purpose of paying taxes.", "sold tax"],
    ["Shares sold solely to cover the tax withholding obligation.", "sold tax"],
    ["Net shares. 500 shares were held back for taxes.", "withheld tax"],
    ["Shares held back by the Company to cover taxes.", "withheld tax"],
    ["The Company kept 500 of the vesting shares for taxes.", "withheld tax"],
    ["Shares remitted to the issuer for payment of taxes.", "withheld tax"],
    ["Stock swap to pay taxes on exercise.", "withheld tax"],
    ["Tax on vesting paid in shares.", "withheld tax"],
    ["500 shares were taken by the issuer for payroll tax.", "withheld tax"],
    ["500 shares swapped for the exercise price.", "withheld exercise_price"],
    ["Stock-for-stock exercise: 500 mature shares were delivered for the exercise price.", "withheld exercise_price"],
    ["Attested 500 shares in payment of the option exercise price.", "withheld exercise_price"],
    ["Shares withheld to pay the strike price and the tax on an option exercise.", "withheld exercise_price+tax"],
    ["Represents shares withheld by the trustee to cover U.K. income tax and National Insurance.", "withheld tax"],
    ["Shares used to satisfy the withholding.", "withheld tax"],
    ["Shares withheld for FICA.", "withheld tax"],
    ["Withheld shares for tax withholding", "withheld tax"],
    ["Surrender of shares for taxes", "withheld tax"],
    ["Withheld to cover Medicare tax due at retirement eligibility.", "withheld tax"],
    ["Vesting of restricted stock; 500 shares were withheld to meet the tax bill.", "withheld tax"],
    ["Share delivery reduced by 500 shares for withholding taxes.", "withheld tax"],
    ["Net number after deduction of 500 shares for withholding tax.", "withheld tax"],
    ["Shares returned to the Company for payment of taxes.", "withheld tax"],
    ['"Net-settled" for taxes: 500 shares.', "withheld tax"],
    ["Represents shares automatically surrendered to pay tax.", "withheld tax"],
    ["500 shares withheld by employer for tax", "withheld tax"],
    ["These shares were not sold; they were withheld by the Issuer to satisfy taxes.", "withheld tax"],
    ["The transaction does not represent a sale; the shares were withheld to satisfy tax withholding.", "withheld tax"],
    ["Shares withheld by the Issuer, not sold in the market, to pay taxes.", "withheld tax"],
    ["Sale of 500 shares by the stock plan administrator to raise the taxes due on vesting.", "sold tax"],
    ["The sole purpose of the sale was to pay taxes.", "sold tax"],
    ["Sold by the broker to cover the tax withholding; the sale was mandated by the issuer.", "sold tax"],
    ["The shares were sold automatically under the issuer's sell-to-cover program for withholding taxes.", "sold tax"],
    ["Sell-to-cover for taxes on RSU vest.", "sold tax"],
    ["Broker sold 500 shares; proceeds were remitted to the issuer for taxes.", "sold tax"],
    ["Shares sold in a non-discretionary sale for taxes.", "sold tax"],
    ["The sale satisfied the tax obligation.", "sold tax"],
    ["Sale was required to satisfy tax withholding.", "sold tax"],
    ["Sold to cover withholding upon RSU vesting.", "sold tax"],
    ["Of the option shares, 500 were sold to pay the cost of exercise.", "sold exercise_price"],
    ["Same-day sale: sufficient shares sold to pay option cost, taxes and commissions.", "sold exercise_price+tax"],
    [
      "Represents shares of common stock withheld by the Company to satisfy tax withholding obligations upon the vesting of a restricted stock award previously reported.",
      "withheld tax",
    ],
    [
      "Shares surrendered to pay withholding taxes in connection with the vesting of restricted shares.",
      "withheld tax",
    ],
    ["These shares were withheld for the payment of taxes upon the vesting of performance shares.", "withheld tax"],
    ["On March 1, 2020, 500 RSUs vested, and 200 shares were withheld to cover taxes.", "withheld tax"],
    ["Reflects the withholding by the Company of 200 shares to satisfy tax obligations.", "withheld tax"],
    ["Shares of common stock forfeited to satisfy minimum tax withholding.", "withheld tax"],
    [
      "In connection with the vesting of RSUs, the Issuer withheld 200 shares to satisfy the Reporting Person's tax withholding obligation.",
      "withheld tax",
    ],
    ["Represents shares delivered to the Company to satisfy tax withholding.", "withheld tax"],
    ["Disposition to the Issuer of shares to satisfy withholding taxes.", "withheld tax"],
    ["Represents the payment of tax liability by withholding securities.", "withheld tax"],
    ["Includes 300 shares acquired, net of 120 shares withheld to pay taxes.", "withheld tax"],
    ["The net number of shares after withholding 120 shares for taxes.", "withheld tax"],
    ["The issuer cancelled 120 RSUs in satisfaction of tax withholding obligations.", "withheld tax"],
    ["Shares sold back to the Company to cover taxes.", "withheld tax"],
    ["Net exercise of stock options; 400 shares were withheld to cover the exercise price.", "withheld exercise_price"],
    [
      "Upon the net exercise of the option, the Company withheld 400 shares to cover the exercise price and the related taxes.",
      "withheld exercise_price+tax",
    ],
    ["The reporting person paid the exercise price by surrendering 400 shares.", "withheld exercise_price"],
    [
      "Shares withheld by issuer in connection with net-settled exercise of stock options to pay exercise price and withholding tax.",
      "withheld exercise_price+tax",
    ],
    [
      "The reporting person exercised a warrant to purchase 1,000 shares on a cashless basis, resulting in the issuer withholding 300 of the warrant shares to pay the exercise price and issuing 700 shares.",
      "withheld exercise_price",
    ],
    [
      "Shares sold to cover the minimum tax withholding obligation incurred on vesting of RSUs. The sale was not at the discretion of the reporting person.",
      "sold tax",
    ],
    ["Non-discretionary sale to cover taxes upon vesting.", "sold tax"],
    [
      "Represents an automatic sale of shares to satisfy tax obligations upon vesting; not a discretionary trade.",
      "sold tax",
    ],
    [
      "Sold by reporting person to satisfy tax withholding obligations through a broker-assisted sell-to-cover transaction.",
      "sold tax",
    ],
    ["Shares sold to pay taxes owed upon the vesting of restricted stock.", "sold tax"],
    ["Shares sold to pay exercise price of the options in a cashless exercise.", "sold exercise_price"],
    ["Issuer-mandated sale of shares to cover tax obligations.", "sold tax"],
    ["The sale was effected to cover withholding taxes payable.", "sold tax"],
    ["Pursuant to the issuer's policy, a portion of vested shares are required to be sold to cover taxes.", "sold tax"],
    [
      "The number shown as disposed of is that withheld by the employer against the tax arising on the vest.",
      "withheld tax",
    ],
    ["Shares surrendered for the executive's tax on vesting.", "withheld tax"],
    ["Of the 900 shares that vested, 300 went back to the Company to cover taxes.", "withheld tax"],
    ["A total of 300 shares were forgone to satisfy withholding tax.", "withheld tax"],
    ["The Company withheld 300 of these shares, at $20.00 each, for taxes.", "withheld tax"],
    ["300 vested shares retained by the issuer, at the reporting person's election, to pay his taxes.", "withheld tax"],
    ["The option was exercised by tendering 300 shares in payment of the exercise price.", "withheld exercise_price"],
    ["Exercise price satisfied by delivery of 300 shares held more than six months.", "withheld exercise_price"],
    [
      "The exercise price and withholding taxes were satisfied by the issuer's withholding of 300 shares.",
      "withheld exercise_price+tax",
    ],
    ["Pyramid exercise; 300 shares delivered in payment of exercise price", "withheld exercise_price"],
    ["To cover the taxes on vesting, the broker sold 300 shares on the market.", "sold tax"],
    ["These 300 shares were sold, as required by the award agreement, to fund the withholding taxes.", "sold tax"],
    ["The disposition was a broker's sale on the open market, required by the Company, to cover the tax.", "sold tax"],
    ["Sale to cover tax on vest.", "sold tax"],
    ["300 shares sold (taxes).", "sold tax"],
    ["Part of the shares were sold at once to pay for the exercise price and taxes.", "sold exercise_price+tax"],
    ["Sold by E*Trade under a standing instruction to sell to cover taxes.", "sold tax"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("nothing paid with shares", () => {
  test.each([
    "Represents shares withheld.",
    "No shares were sold or withheld to pay taxes.",
    "The reporting person paid the exercise price in cash.",
    "Sell to cover transaction.",
    "Cashless exercise of options.",
    "The reporting person may elect to have shares withheld to pay taxes.",
    "The award may be settled in cash or shares, net of taxes.",
    "The exercise price of the option was $5.00; the shares were sold in the open market.",
    "Shares acquired upon exercise of options with exercise price of $5 and sold the same day.",
    "The taxes were paid in cash and no shares were withheld.",
    "Dividends were withheld for taxes.",
    "These shares were sold for tax planning purposes.",
    "Shares sold to diversify; tax lots were selected by the broker.",
    "The sale was made for estate and tax planning.",
    "Purchase price paid by the buyer for the shares sold was $5.00.",
    "The restricted shares were forfeited upon termination of employment.",
    "Options cancelled in exchange for cash equal to the difference between the exercise price and $20.00.",
    "In the merger each option was cancelled and converted into the right to receive cash equal to the excess of the merger consideration over the exercise price, less applicable taxes.",
    "Each share was canceled in the merger for $30.00 in cash, without interest, less any applicable withholding taxes.",
    "In connection with the merger the shares were tendered for $30 in cash, less applicable withholding taxes.",
    "RSUs were cancelled for cash payment, subject to withholding of taxes.",
    "Options were exercised and the shares sold pursuant to a trading plan.",
    "The exercise of the stock option and the sale of shares were effected pursuant to a plan.",
    "Same-day exercise and sale.",
    "The reporting person paid taxes in cash.",
    "No shares were withheld for taxes.",
    "Shares were purchased with after-tax payroll deductions.",
    "Shares sold at the option of the holder.",
    "After-tax proceeds were donated.",
    "Sold for tax-loss harvesting.",
    "The option was cancelled; exercise price $12.",
    "The shares subject to forfeiture were returned to the issuer at the original purchase price.",
    "ESPP shares bought at a purchase price of 85% by payroll deductions.",
    "The stock option was surrendered and cancelled without payment of the exercise price.",
    "Repurchased by the issuer at the original exercise price.",
    "In lieu of the exercise price adjustment, shares were delivered to the holder.",
    "Holding period satisfied; the shares were sold at long-term capital gains tax rates.",
    "The shares are held in a tax-qualified plan.",
    "Shares delivered upon settlement, net of tax to be paid in cash.",
    "The reporting person surrendered 500 options having an exercise price of $12 for no consideration.",
    "Shares were used as collateral for a loan to pay taxes.",
    "The reporting person expects to sell shares to pay taxes.",
    "A future sale may be made to cover taxes.",
    "These shares will be sold to cover taxes in 2025.",
    "The proceeds of the offering will be used to pay taxes.",
    "Represents restricted stock units. The Company may withhold shares to satisfy taxes upon vesting.",
    "Each option was surrendered for a payment equal to the excess of $30 over the exercise price, less taxes.",
    "Stock options with a tandem tax withholding right.",
    "Option exercised; exercise price paid in cash.",
    "Sold shares received from option exercise at $5 exercise price.",
    "Represents shares purchased through payroll deduction.",
    "The tax withholding rights expired.",
    "Units subject to forfeiture; the holder can elect share withholding for taxes.",
    "At the effective time of the merger, each share was converted into the right to receive $20 in cash, without interest and subject to any applicable withholding taxes.",
    "Pursuant to the Merger Agreement, each option was cancelled in exchange for a cash payment equal to the product of the number of shares and the excess of the merger consideration over the exercise price, less applicable tax withholding.",
    "RSU was cancelled and converted into the right to receive cash, less any required tax withholdings.",
    "Options were forfeited upon termination and the exercise price was not paid.",
    "Shares delivered upon exercise of options; the exercise price was paid in cash.",
    "The options were repriced; the exercise price was reduced to $5.",
    "The exercise price of the option was reduced in connection with the special dividend.",
    "Tendered in the issuer's offer at a purchase price of $20.00 per share.",
    "Represents shares sold in connection with the exercise of stock options.",
    "The option was retained by the reporting person for its full term; exercise price $4.",
    "The warrants were redeemed at a price of $0.01; exercise price $11.50.",
    "The shares were returned to the Trust for tax purposes.",
    "The Company paid the taxes and withheld no shares.",
    "The shares vest, less shares to be withheld for taxes.",
    "Tax gross-up paid in cash.",
    "The options were forfeited for no value; the exercise price exceeded the merger consideration.",
    "Sold at a price equal to the exercise price plus $1.",
    "The trust sold the shares to diversify and to pay estate expenses.",
    "Value of shares used for tax purposes was $20.",
    "Sale of the option shares; the exercise price was paid from other funds.",
  ])("%s", (text) => {
    expect(read(text)).toBeNull();
  });
});

describe("who sold or kept shares, and who was paid", () => {
  test.each([
    [
      "The Issuer sold 517 shares for the Reporting Person's account and paid the proceeds over to the tax authorities.",
      "sold tax",
    ],
    ["Shares sold on the reporting person's behalf; proceeds were remitted to the IRS.", "sold tax"],
    ["The broker sold 200 shares and forwarded the proceeds to the Internal Revenue Service.", "sold tax"],
    ["Sold by the plan administrator, the proceeds being turned over to the taxing authorities.", "sold tax"],
    ["Company sold the shares and transmitted the cash to the relevant tax authority.", "sold tax"],
    ["Sell-to-cover transaction for taxes on RSU vesting.", "sold tax"],
    ["Represents shares sold to cover withholding taxes upon vesting of RSUs; not a discretionary trade.", "sold tax"],
    ["Mandatory sale to cover tax withholding obligations.", "sold tax"],
    ["Shares automatically sold to fund the reporting person's tax bill on vesting.", "sold tax"],
    ["Shares were sold by the Issuer's transfer agent to satisfy tax obligations of the reporting person.", "sold tax"],
    ["The sale was required by the Issuer's election to satisfy tax withholding through a sell to cover.", "sold tax"],
    ["Non-discretionary sale effected to meet tax obligations arising on settlement of RSUs.", "sold tax"],
    ["The issuer withheld 517 shares and remitted their value to the tax authorities.", "withheld tax"],
    ["517 shares were held back and their cash equivalent was paid to the IRS.", "withheld tax"],
    ["Shares withheld for income tax.", "withheld tax"],
    ["Shares surrendered for tax withholding on lapse of restrictions.", "withheld tax"],
    ["Net number of shares delivered after withholding 300 shares for taxes.", "withheld tax"],
    ["300 of the vested shares went to the issuer for withholding taxes.", "withheld tax"],
    ["Forfeited shares to cover payroll taxes on vesting.", "withheld tax"],
    ["Shares deducted by the company for the tax due on the award.", "withheld tax"],
    [
      "The issuer retained 400 shares to cover the employee's social security and income tax liability.",
      "withheld tax",
    ],
    ["Vested shares traded in to pay tax.", "withheld tax"],
    ["Shares withheld by issuer for FICA.", "withheld tax"],
    ["Shares withheld to satisfy National Insurance contributions and income tax.", "withheld tax"],
    ["Shares withheld by the issuer in payment of the option's exercise price.", "withheld exercise_price"],
    [
      "Already-owned shares were delivered to the issuer as payment for the option exercise.",
      "withheld exercise_price",
    ],
    ["Warrant net-exercised; 200 shares were withheld to pay the exercise price.", "withheld exercise_price"],
    ["Stock swap to pay the option cost.", "withheld exercise_price"],
    ["Shares withheld to cover both option cost and taxes.", "withheld exercise_price+tax"],
    [
      "Shares sold to cover the exercise price, taxes, and fees in a broker-assisted cashless exercise.",
      "sold exercise_price+tax",
    ],
    ["Shares sold to pay the strike price of the options exercised.", "sold exercise_price"],
    ["A portion of the shares were sold to pay estimated taxes due on the vesting.", "sold tax"],
    [
      "Represents shares withheld by the Issuer to satisfy the Reporting Person's tax withholding obligation upon the vesting of restricted stock units.",
      "withheld tax",
    ],
    ["Shares withheld to cover taxes.", "withheld tax"],
    [
      "Represents the withholding of shares to satisfy tax obligations in connection with settlement of RSUs.",
      "withheld tax",
    ],
    [
      "These shares were retained by the Company in order to meet the tax withholding obligations of the award holder in connection with the vesting of an installment of restricted stock.",
      "withheld tax",
    ],
    ["Disposition of shares to the Issuer to satisfy taxes.", "withheld tax"],
    ["Shares delivered to the company to pay tax obligation on restricted stock vesting.", "withheld tax"],
    ["Common stock withheld to satisfy tax-withholding requirements on vesting.", "withheld tax"],
    ["Reflects shares automatically withheld for payment of tax liability.", "withheld tax"],
    ["Withholding of stock for taxes.", "withheld tax"],
    ["Shares surrendered in satisfaction of withholding tax liability.", "withheld tax"],
    ["The reporting person forfeited 300 shares in payment of the taxes due.", "withheld tax"],
    ["Net settled: 300 shares withheld for taxes, 700 delivered.", "withheld tax"],
    ["Shares returned to issuer to pay taxes upon vesting.", "withheld tax"],
    [
      "The number of shares withheld was calculated based on the closing price on the vest date to cover applicable taxes.",
      "withheld tax",
    ],
    ["Tax obligation was satisfied by having 300 shares withheld.", "withheld tax"],
    ["In satisfaction of tax withholding, the Issuer cancelled 300 shares.", "withheld tax"],
    ["Shares withheld pursuant to the award agreement to satisfy the withholding of taxes.", "withheld tax"],
    [
      "300 shares of the 1,000 that vested were withheld by the company to meet the statutory tax withholding.",
      "withheld tax",
    ],
    ["To satisfy the reporting person's withholding taxes, 300 shares were surrendered.", "withheld tax"],
    [
      "Shares sold to cover tax withholding obligations in connection with the vesting of RSUs; the sale does not represent a discretionary trade.",
      "sold tax",
    ],
    [
      "Represents the number of shares required to be sold by the reporting person to cover tax withholding obligations in connection with the vesting of RSUs.",
      "sold tax",
    ],
    ["Sale of shares to pay taxes.", "sold tax"],
    ["The shares were sold solely to fund payment of income taxes.", "sold tax"],
    ["Automatic sale to cover taxes.", "sold tax"],
    [
      'These sales are mandated by the issuer\'s equity plan to require tax withholding to be funded by a "sell to cover" transaction.',
      "sold tax",
    ],
    ["The sale satisfied the reporting person's tax liability.", "sold tax"],
    ["Sold to generate cash for the tax due on exercise.", "sold tax"],
    ["Sold to pay the exercise price and taxes associated with the option exercise.", "sold exercise_price+tax"],
    ["Cashless exercise: 500 shares were sold to pay the exercise price.", "sold exercise_price"],
    ["The issuer withheld 500 shares to pay the exercise price of the warrant.", "withheld exercise_price"],
    ["Exercise price was paid by surrender of 500 shares.", "withheld exercise_price"],
    ["Net exercise of options; 500 shares were withheld for the exercise price.", "withheld exercise_price"],
    [
      "Shares withheld in payment of the exercise price and tax withholding obligation on net exercise of a stock option.",
      "withheld exercise_price+tax",
    ],
    ["Shares tendered to the company to pay for the exercise of options.", "withheld exercise_price"],
    ["Shares used to pay option exercise price by attestation.", "withheld exercise_price"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("shares handed over", () => {
  test.each([
    ["Enough of the vested shares were turned over to the Company to meet the tax liability.", "withheld tax"],
    ["Of the 1,000 shares issued, 382 were held by the Company for taxes.", "withheld tax"],
    ["To pay the option price he handed over 2,000 shares that he already owned.", "withheld exercise_price"],
    ["Shares handed back to the issuer in payment of withholding taxes.", "withheld tax"],
    ["To cover the taxes the reporting person surrendered 200 shares.", "withheld tax"],
    ["The shares were sold and the broker turned over the proceeds to the Company for taxes.", "sold tax"],
    ["The broker turned over cash to the Company for taxes.", null],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("no shares used to pay", () => {
  test.each([
    "Net of shares that may be withheld for taxes.",
    "Taxes were paid in cash.",
    "The reporting person paid the withholding tax in cash and no shares were surrendered.",
    "The sale was made for tax planning purposes.",
    "Shares delivered upon settlement of RSUs, for which taxes will be withheld.",
    "The award agreement permits the Issuer to withhold shares to pay taxes.",
    "Net exercise of options.",
    "Shares withheld pending escrow release.",
    "The RSUs settle in shares, net of applicable tax withholding, if any.",
    "Shares forfeited upon termination of employment; no tax is due.",
    "The reporting person paid cash to satisfy the tax withholding.",
  ])("%s", (text) => {
    expect(read(text)).toBeNull();
  });
});

describe("shares sold, and the proceeds", () => {
  test.each([
    [
      "A broker sold these shares on the day of exercise, and what they brought went to the Company for the strike price of the option and the taxes on the gain.",
      "sold exercise_price+tax",
    ],
    ["The broker sold part of the shares, and the money received went to the issuer for payroll taxes.", "sold tax"],
    [
      "The shares were sold and what the sale raised was paid to the Company for the exercise price.",
      "sold exercise_price",
    ],
    [
      "The shares were sold by the plan's agent, and the cash generated was remitted to the Company for income taxes.",
      "sold tax",
    ],
    [
      "The Issuer requires that a portion of the shares released be liquidated so that it can deposit the income and social taxes.",
      "sold tax",
    ],
    ["A number of the vested shares were liquidated to settle the withholding taxes.", "sold tax"],
    ["The fund was liquidated for tax reasons.", null],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("the price of exercising an option", () => {
  test.each([
    [
      "F-code disposition: shares tendered back to Ostrander Mills to settle the cost of exercising the option.",
      "withheld exercise_price",
    ],
    ["Shares surrendered to the issuer to pay for exercising the option.", "withheld exercise_price"],
    [
      "Shares given back to the Company in settlement of the price of exercising stock options.",
      "withheld exercise_price",
    ],
    ["The price for exercising the option was paid by tendering shares back to the issuer.", "withheld exercise_price"],
    ["Shares handed back to the issuer to settle the cost of exercising the warrants.", "withheld exercise_price"],
    ["Shares issued upon exercising the option; the cost was paid in cash.", null],
    ["Shares were sold to finance a home after exercising the option.", null],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

test.each([
  [
    "The broker sold these shares so that the cash proceeds could be applied to the reporting person's withholding taxes.",
    "sold tax",
  ],
  ["Sold by the administrator in order that the proceeds might be used to pay taxes.", "sold tax"],
  ["The shares were sold. The proceeds could be used to pay taxes.", null],
])("the purpose of a sale in a clause with so that: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["Taxes on the vesting were paid by having the issuer hold back shares.", "withheld tax"],
  ["The company withheld shares worth the tax due.", "withheld tax"],
  ["Shares worth $50,000 were sold.", null],
])("shares held back, or worth the tax: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test("shares that were sold are not the cash named before them", () => {
  expect(read("She exercised the option by paying cash and sold 3,000 of the shares for the payment of taxes.")).toBe(
    "sold tax",
  );
  expect(read("Cash withheld to pay taxes.")).toBeNull();
});

test.each([
  ["Shares sold to diversify the reporting person's holdings and pay taxes on the exercise.", "sold tax"],
  ["Shares sold to diversify, and the reporting person paid the taxes in cash.", null],
])("taxes as a second purpose: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test("planning for taxes does not pay them", () => {
  expect(read("Shares sold to provide for tax and estate planning needs.")).toBeNull();
});

test.each([
  [
    "He instructed the administrator of the plan to withhold 1,377 of the vested shares to cover his tax.",
    "withheld tax",
  ],
  ["The reporting person asked the Issuer to withhold 700 shares for taxes on the RSUs.", "withheld tax"],
  ["The reporting person authorized the Issuer to withhold shares for any taxes that may fall due.", null],
  ["The option price was paid with shares that the reporting person had owned for a year.", "withheld exercise_price"],
  ["The option price may be paid with shares owned for more than six months.", null],
  ["The option price was paid in cash.", null],
])("an instruction to withhold, and a price paid with shares: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["The sales on this form relate to taxes due on the vesting of RSUs.", "sold tax"],
  ["The sale relates to tax planning.", null],
  ["This sale does not relate to taxes.", null],
  ["The sale was made pursuant to a mandatory tax withholding provision of the award agreement.", "sold tax"],
  ["The sale was not made pursuant to any tax withholding arrangement.", null],
  ["Represents a right to 9,000 shares (net of those withheld for taxes) if and when the units vest.", null],
  ["Shares withheld for taxes when the units vested.", "withheld tax"],
  ["This transaction was effected only to cover taxes on vested units. It was a broker-assisted sale.", "sold tax"],
  ["This transaction was effected only to cover taxes on vested units.", null],
  ["This transaction was effected to satisfy tax obligations by share withholding.", "withheld tax"],
])("sales that relate to taxes, and shares that may be withheld: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  [
    "She used the proceeds of this sale to fund the exercise on May 3, 2011 of options for 900 shares (see Table II), and to pay taxes.",
    "sold exercise_price+tax",
  ],
  [
    "A portion of the proceeds of the sale is being used to fund the reporting person's exercise of stock options.",
    "sold exercise_price",
  ],
  [
    "Shares sold to fund the exercise of 9,000 options and to pay the taxes due on the exercise.",
    "sold exercise_price+tax",
  ],
  ["The shares were sold to pay for the exercise of her stock options.", "sold exercise_price"],
  ["The shares were sold to fund the purchase of a home.", null],
])("an exercise that a sale pays for: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["In-kind tax withholding.", "withheld tax"],
  ["Subject to tax withholding.", null],
  ["Net share settlement of RSUs for tax purposes.", "withheld tax"],
  ["Sold for tax purposes.", null],
  ["Represents shares traded for taxes.", "withheld tax"],
  ["Shares traded for shares of another class.", null],
  ["Shares were sold to repay a loan used to pay taxes.", null],
])("a few words, and a loan: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["Under a mandatory tax withholding provision of the award agreement, the broker made this sale.", "sold tax"],
  ["Pursuant to the Company's tax withholding policy, the Company withheld 900 shares.", "withheld tax"],
  ["Under the tax withholding provisions of the plan, shares may be withheld.", null],
  ["Under the tax withholding provisions of the plan, the reporting person paid cash.", null],
  ["She used the proceeds of this sale to finance the exercise of her options.", "sold exercise_price"],
])("a rule named first, and proceeds that finance an exercise: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});
