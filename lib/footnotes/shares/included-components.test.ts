import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const read = (text: string) =>
  readFact("includedComponents", text)?.value.map(({ what, shares }) => `${what} ${shares}`) ?? null;

describe("readIncludedComponents", () => {
  test.each([
    ["Includes 997 shares acquired under the Roe 2004 Employee Stock Purchase Plan on January 5, 2023.", ["espp 997"]],
    ["Includes common stock owned and unvested restricted stock units.", ["rsu null"]],
    ["Includes shares acquired through the reinvestment of dividends.", ["drip null"]],
    [
      "The total includes 1,200 restricted stock units, 300 shares acquired under the ESPP and 45.5 shares acquired through dividend reinvestment.",
      ["rsu 1200", "espp 300", "drip 45.5"],
    ],
    ["Consists of 100 shares of common stock and 50 RSUs.", ["rsu 50"]],
    [
      "The reported amount is comprised of 5,000 shares of common stock and 3,000 restricted stock units.",
      ["rsu 3000"],
    ],
    ["5,000 of these shares are restricted shares.", ["restricted_stock 5000"]],
    ["Of the 50,000 shares reported, 10,000 are restricted stock units.", ["rsu 10000"]],
    ["4,210 of the shares reported in Column 5 are restricted stock units.", ["rsu 4210"]],
    ["Includes 24,500 RSUs and excludes 10,000 PSUs.", ["rsu 24500"]],
    ["Includes 500 shares held in the reporting person's 401(k) plan account.", ["401k 500"]],
    [
      "Amount includes 3,000 performance stock units and 4,000 time-based restricted stock units.",
      ["psu 3000", "rsu 4000"],
    ],
    [
      "Includes (i) 1,000 shares held by the Roe Trust and (ii) 2,000 shares held in escrow.",
      ["other 1000", "other 2000"],
    ],
    ["Includes 1,145 dividend equivalent units.", ["other 1145"]],
    ["Includes one share as a result of fractions.", ["other 1"]],
    [
      "The number of shares owned following the reported transaction includes 22.45 shares from a dividend reinvestment plan.",
      ["drip 22.45"],
    ],
    ["Represents 10,000 shares of common stock and 5,000 restricted stock units.", ["rsu 5000"]],
    ["Includes, in addition to shares owned outright, 5,500 restricted stock units.", ["rsu 5500"]],
    ["INCLUDES 2,000 RESTRICTED STOCK UNITS.", ["rsu 2000"]],
    [
      "The shares reported include 400 shares of restricted stock that vest in 2024 and 600 shares of restricted stock that vest in 2025.",
      ["restricted_stock 400", "restricted_stock 600"],
    ],
    ["Holdings include 1,250 shares issued upon vesting of RSUs on May 1, 2020.", ["rsu 1250"]],
  ])("%s", (text, parts) => {
    expect(read(text)).toEqual(parts);
  });

  test.each([
    ["These shares represent restricted stock units."],
    ["Represents shares acquired under the employee stock purchase plan."],
    ["Excludes 10,000 shares held by the Trust."],
    ["Does not include 5,000 shares held by spouse."],
    ["The number of shares owned reflects the transfer of 45,960 shares to the Trust."],
    ["The committee includes the reporting person."],
    ["The distribution includes subsequent distributions by general partners."],
    ["The reported price includes commissions of 5,000 units."],
    ["Includes 10,000 shares of Class A Common Stock."],
    ["The reporting person disclaims ownership of the securities included in this report."],
    ["5,000 of the shares subject to this option have vested."],
  ])("none: %s", (text) => {
    expect(read(text)).toBeNull();
  });

  test("marks the words of each part", () => {
    const text = "Includes 300 RSUs and 45 shares held in escrow.";
    const spans = readFact("includedComponents", text)?.spans.map(([start, end]) => text.slice(start, end));
    expect(spans).toEqual(["300 RSUs", "45 shares held in escrow."]);
  });
});

describe("in the words of filings", () => {
  test.each([
    [
      "The reported total now counts 611 shares bought by the reporting person's 401(k) account during the plan year and 45 shares credited by the DRIP",
      "401k 611, drip 45",
    ],
    [
      "Since her last filing the reporting person acquired 90 shares under the ESPP and 12 shares by dividend reinvestment; both are included in the reported total.",
      "espp 90, drip 12",
    ],
    ["Of the reported holdings, 740 shares are restricted and will vest on 2/1/2008.", "restricted_stock 740"],
    ["Amount owned after the transaction includes fractional shares.", "other null"],
    ["The aggregate amount takes account of 5,126 deferred share units.", "other 5126"],
    ["Also reflects 8,215 shares beneficially owned through Carver Employees' Securities Company.", "other 8215"],
    ["Column 5 combines 150,233 shares held outright with 26,400 unvested restricted stock units.", "rsu 26400"],
    [
      "Includes 1,234 shares acquired under the Company's Employee Stock Purchase Plan (ESPP) on June 30, 2020.",
      "espp 1234",
    ],
    ["Includes 523 shares acquired under the Issuer's ESPP.", "espp 523"],
    [
      "Includes 150 shares purchased pursuant to the Employee Stock Purchase Plan on May 31, 2017 and 162 shares purchased on November 30, 2017.",
      "espp 150, espp 162",
    ],
    ["Includes shares acquired under the ESPP.", "espp null"],
    ["Includes 42.317 shares acquired through the Company's dividend reinvestment plan.", "drip 42.317"],
    ["Includes shares acquired pursuant to a dividend reinvestment plan.", "drip null"],
    ["Includes 12 shares acquired pursuant to reinvested dividends.", "drip 12"],
    ["Includes 318 dividend reinvestment shares.", "drip 318"],
    [
      "Includes shares purchased through a broker's dividend reinvestment program since the date of the last report.",
      "drip null",
    ],
    ["Includes 4,501 unvested restricted stock units.", "rsu 4501"],
    ["Includes 4,501 unvested RSUs and 2,000 shares acquired under the ESPP.", "rsu 4501, espp 2000"],
    ["Includes unvested restricted stock units.", "rsu null"],
    ["Includes unvested RSUs and PSUs.", "rsu null, psu null"],
    ["Includes 10,000 shares underlying RSUs and 5,000 shares underlying PSUs.", "rsu 10000, psu 5000"],
    ["Includes shares of common stock underlying unvested restricted stock units.", "rsu null"],
    ["Includes 21,000 shares issuable upon the vesting of restricted stock units.", "rsu 21000"],
    ["Includes 3,221 shares represented by restricted stock units that have not vested.", "rsu 3221"],
    ["Includes 9,000 shares of unvested restricted stock.", "restricted_stock 9000"],
    ["Includes 9,000 unvested shares of restricted common stock.", "restricted_stock 9000"],
    ["Includes 5,000 restricted shares.", "restricted_stock 5000"],
    ["Includes restricted stock.", "restricted_stock null"],
    ["Includes 2,500 restricted share units and 1,000 deferred share units.", "rsu 2500, other 1000"],
    ["Includes 2,311 performance shares.", "psu 2311"],
    ["Includes 2,311 earned but unvested performance stock units.", "psu 2311"],
    ["Includes 17,000 performance-based restricted stock units.", "psu 17000"],
    ["Includes 11,022 shares held in the Company's 401(k) plan.", "401k 11022"],
    ["Includes 1,022 shares held in the Acme Corp. Savings Plan as of December 31, 2012.", "401k 1022"],
    ["Includes 845 shares held through the Retirement Savings Plan.", "401k 845"],
    ["Includes shares held in the issuer's 401(k) plan.", "401k null"],
    ["Includes 1,500 shares held in an IRA.", "other 1500"],
    ["Includes 1,500 shares held jointly with spouse.", "other 1500"],
    [
      "Includes 1,500 shares held in an individual retirement account and 300 shares held by children.",
      "other 1500, other 300",
    ],
    ["Includes 400 shares held in the ESOP.", "other 400"],
    ["Includes 22 shares allocated to the reporting person's ESOP account.", "other 22"],
    ["Includes 7,112 deferred stock units.", "other 7112"],
    ["Includes 7,112 phantom stock units.", "other 7112"],
    ["Includes 341 dividend equivalent rights.", "other 341"],
    ["Includes 77.12 dividend equivalents accrued on RSUs.", "other 77.12"],
    ["Includes 122 shares acquired through the reinvestment of dividends on restricted stock.", "drip 122"],
    ["Includes dividend equivalents credited on deferred stock units.", "other null"],
    ["Includes 10,000 shares received in a distribution from the Fund.", "other 10000"],
    ["Includes 10,000 shares previously reported as indirectly held.", "other 10000"],
    ["Includes 1,000 shares acquired as a gift.", "other 1000"],
    ["Includes 350 shares acquired upon the vesting of restricted stock units on May 3, 2019.", "rsu 350"],
    [
      "The total reported in Column 5 includes 12,000 unvested restricted stock units, 4,500 vested restricted stock units and 700 shares acquired under the ESPP.",
      "rsu 12000, rsu 4500, espp 700",
    ],
    ["This number includes 3,500 RSUs granted on March 1, 2018.", "rsu 3500"],
    ["This amount includes 3,500 shares of restricted stock.", "restricted_stock 3500"],
    ["Total includes 3,500 shares of restricted stock.", "restricted_stock 3500"],
    ["The number of securities beneficially owned includes 1,000 RSUs.", "rsu 1000"],
    ["The amount of securities beneficially owned following the reported transaction includes 1,000 RSUs.", "rsu 1000"],
    ["The reporting person's holdings include 1,000 RSUs.", "rsu 1000"],
    ["The reported holdings include shares acquired under the issuer's employee stock purchase plan.", "espp null"],
    ["Shares reported include 1,000 RSUs.", "rsu 1000"],
    ["Beneficial ownership includes 1,000 unvested RSUs.", "rsu 1000"],
    [
      "Amount reported includes 4,000 shares of unvested restricted stock and 6,000 RSUs.",
      "restricted_stock 4000, rsu 6000",
    ],
    [
      "Includes: (a) 1,000 shares held in the 401(k) plan; (b) 2,000 RSUs; and (c) 3,000 shares of restricted stock.",
      "401k 1000, rsu 2000, restricted_stock 3000",
    ],
    ["Includes (1) 1,000 RSUs, (2) 500 PSUs and (3) 40 shares acquired under the DRIP.", "rsu 1000, psu 500, drip 40"],
    [
      "Consists of (i) 10,000 shares of common stock, (ii) 5,000 RSUs, and (iii) 2,000 shares of restricted stock.",
      "rsu 5000, restricted_stock 2000",
    ],
    ["Consists of 10,000 shares held directly and 5,000 unvested RSUs.", "rsu 5000"],
    ["Consists of 5,000 shares held by the Trust and 7,000 shares held by the LLC.", "other 5000, other 7000"],
    ["Represents 20,000 shares held directly and 30,000 RSUs.", "rsu 30000"],
    ["Comprised of 5,000 common shares and 2,500 RSUs.", "rsu 2500"],
    ["Total is comprised of 12,000 common shares and 8,000 restricted stock units.", "rsu 8000"],
    ["Of these shares, 5,000 are restricted stock.", "restricted_stock 5000"],
    ["Of these shares, 3,000 are unvested RSUs and 2,000 are PSUs.", "rsu 3000, psu 2000"],
    ["Of the 12,500 shares reported, 5,000 are subject to restricted stock units.", "rsu 5000"],
    ["Of this amount, 4,000 are restricted stock units.", "rsu 4000"],
    ["Of the total, 4,000 shares are restricted shares.", "restricted_stock 4000"],
    ["21,000 of which are restricted stock units.", "rsu 21000"],
    ["Includes 50,000 shares, of which 10,000 are restricted shares.", "restricted_stock 10000"],
    ["5,000 of the reported shares are unvested restricted stock.", "restricted_stock 5000"],
    ["12,000 shares of the total are restricted stock units.", "rsu 12000"],
    ["Reflects 25 shares acquired through dividend reinvestment.", "drip 25"],
    ["Reflects shares acquired under the ESPP since the last report.", "espp null"],
    ["Balance reflects 120 shares acquired through dividend reinvestment.", "drip 120"],
    ["The balance includes shares acquired through automatic dividend reinvestment.", "drip null"],
    ["Column 5 has been adjusted to include 311 shares acquired under the ESPP.", "espp 311"],
    ["Total adjusted to include shares acquired under the DRIP.", "drip null"],
    [
      "The total also includes 96 shares acquired under the Company's ESPP since the date of the reporting person's last ownership report.",
      "espp 96",
    ],
    ["Also includes 200 shares held by spouse.", "other 200"],
    ["Includes 200 shares held by the reporting person's spouse.", "other 200"],
    ["Shares include 200 shares held in escrow.", "other 200"],
    ["Includes stock units credited under the deferred compensation plan.", "other null"],
    ["Includes 5,000 shares subject to forfeiture.", "other 5000"],
    ["Includes 5,000 shares subject to vesting.", "other 5000"],
    ["Includes 5,000 unvested shares.", "other 5000"],
    ["Includes 1,500 restricted stock awards.", "restricted_stock 1500"],
    ["Includes one RSU.", "rsu 1"],
    ["Includes an additional 14 shares from dividend reinvestment not previously reported.", "drip 14"],
    ["Includes approximately 1,400 shares held in the 401(k) plan.", "401k 1400"],
    ["Includes a total of 5,400 RSUs.", "rsu 5400"],
    [
      "Includes an aggregate of 5,400 shares of restricted stock granted under the Company's 2010 plan.",
      "restricted_stock 5400",
    ],
    ["Including 5,400 shares of restricted stock.", "restricted_stock 5400"],
    ["120,000 shares, including 5,400 RSUs.", "rsu 5400"],
    ["Total shares beneficially owned, including 5,400 unvested RSUs.", "rsu 5400"],
    ["Inclusive of 5,400 RSUs.", "rsu 5400"],
    ["Included in this amount are 5,400 RSUs.", "rsu 5400"],
    ["Included in the total are 5,400 shares of restricted stock.", "restricted_stock 5400"],
    ["5,400 RSUs are included in the total.", "rsu 5400"],
    ["The total includes 5,400 shares as well as 200 RSUs.", "rsu 200"],
    ["Includes 1,500 shares as well as 200 shares acquired under the ESPP.", "espp 200"],
    ["The number reported in column 5 represents 3,000 shares of Common Stock and 2,000 RSUs.", "rsu 2000"],
    ["Total consists of common stock, restricted stock and restricted stock units.", "restricted_stock null, rsu null"],
    ["Includes 5,000 RSUs. Does not include 3,000 PSUs.", "rsu 5000"],
    ["Represents the number of shares acquired, which includes 40 shares paid as dividend equivalents.", "other 40"],
    ["Includes shares held by the Smith Family Trust.", "other null"],
    ["Includes shares owned by spouse.", "other null"],
    ["Includes shares subject to repurchase by the Issuer.", "other null"],
    ["Includes 25,000 shares underlying stock options exercisable within 60 days.", "other 25000"],
    [
      "Includes 614 shares acquired in February 2020 through the Issuer's Employee Stock Purchase Plan in exempt transactions under Rule 16b-3(c).",
      "espp 614",
    ],
    [
      "Total holdings include 3,254 shares purchased under the Issuer's 1998 Employee Stock Purchase Plan, and 12,000 restricted stock units which vest on May 1, 2010.",
      "espp 3254, rsu 12000",
    ],
    [
      "This amount includes 10,000 shares of restricted stock which vest on May 1, 2007, 10,000 on May 1, 2008 and 10,000 on May 1, 2009.",
      "restricted_stock 10000, restricted_stock 10000, restricted_stock 10000",
    ],
    [
      "Includes 15,245 shares held by the Reporting Person in street name and 300 held in the 401(k).",
      "other 15245, 401k 300",
    ],
    [
      "Of the shares reported as owned, 1,500 are held through the ESPP and 2,500 are unvested restricted stock.",
      "espp 1500, restricted_stock 2500",
    ],
    ["5,000 of the shares were acquired under the ESPP.", "espp 5000"],
  ])("%s", (text, expected) => {
    expect(read(text)?.join(", ")).toBe(expected);
  });

  test.each([
    [
      "Reflects a cashless exercise: the broker sold 21,300 of the shares to pay the option price, and the rest were delivered to the reporting person.",
    ],
    ["Some of these shares are held in a 401(k) plan."],
    ["1,900 shares are held in the Company's 401(k) plan."],
    ["Held directly, together with 3,000 restricted stock units."],
    ["Consists of restricted stock units."],
    ["Consists of 5,000 restricted stock units."],
    ["Represents 5,000 restricted stock units."],
    ["Represents restricted stock units."],
    ["Represents shares held in the 401(k) plan."],
    ["Reflects the vesting of 5,000 restricted stock units."],
    ["Reflects 5,000 shares withheld for taxes."],
    ["Represents 5,000 shares sold to cover taxes."],
    ["Does not include 3,000 shares held by the trust."],
    ["Excludes 3,000 RSUs."],
    ["The number of shares does not include RSUs."],
    ["Price includes commissions."],
    ["The price range includes 5,000 shares sold at $10.00."],
    ["The option grant includes a reload feature for 500 shares."],
    ["The reporting person is a member of the group that includes Fund A and Fund B."],
    ["The performance criteria include total shareholder return over 3 years."],
    ["The number of shares has been adjusted to reflect a 2-for-1 split."],
    ["Amount reflects a 3-for-2 stock split."],
    [
      "The reported securities are included within 33,000 Units purchased by the Reporting Person for $10.00 per Unit. Each Unit consists of one share of common stock and one warrant.",
    ],
    ["Each Unit consists of one share of Class A common stock and one-half of one redeemable warrant."],
    ["Represents units, each consisting of one ordinary share and one right."],
    ["Beneficial ownership number includes accrued dividends."],
    ["The total grant was for 30,000 shares, of which 10,000 vested in May and 20,000 are scheduled to vest in June."],
    ["All of the shares reported in this Form 4 were relinquished by the Reporting Person for taxes."],
    ["Each Unit, sold at $10.00, consists of one share and one-third of one warrant."],
  ])("none: %s", (text) => {
    expect(read(text)).toBeNull();
  });
});
