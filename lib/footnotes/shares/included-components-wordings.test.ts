import { expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const read = (text: string) =>
  readFact("includedComponents", text)
    ?.value.map(({ what, shares }) => `${what} ${shares}`)
    .join(", ") ?? "none";

test.each([
  ["Column 5 total: 40,112 shares held outright, 9,000 RSUs, 3,500 PSUs.", "rsu 9000, psu 3500"],
  ["53,900 shares outright and 6,100 restricted shares.", "restricted_stock 6100"],
  ["He holds his shares outright.", "none"],
  ["Total includes restricted stock awards of 9,900 shares.", "restricted_stock 9900"],
  [
    "Includes restricted share grants of 1,000 shares and 400 shares in the 401(k) plan.",
    "restricted_stock 1000, 401k 400",
  ],
  ["Among the shares reported are 2,000 restricted stock units.", "rsu 2000"],
  ["Includes 16,011 unvested restricted stock units, 2,000 of which vest on March 3, 2023.", "rsu 16011"],
  ["The number of ADSs reflects a change in the ratio of ADSs to ordinary shares from 1:2 to 1:10.", "none"],
  [
    "Includes 1,204 shares held in the Company's 401(k) Plan and 312 shares purchased through the ESPP.",
    "401k 1204, espp 312",
  ],
  ["The total reported includes 15,000 unvested restricted stock units.", "rsu 15000"],
  ["Dividend equivalents credited on RSUs (212) are included.", "other 212"],
  ["Shares held in the 401(k) plan (1,204) are included in the total.", "401k 1204"],
  ["Restricted stock units (4,500) are included in the amount reported.", "rsu 4500"],
  [
    "Phantom shares credited under the deferred compensation plan (2,310.22) are included in column 5.",
    "other 2310.22",
  ],
  ["Part of the shares reported (500) were acquired under the employee stock purchase plan.", "espp 500"],
  ["A portion of the shares reported (1,250) are restricted shares.", "restricted_stock 1250"],
  ["Some of the total (800 shares) are held in the 401(k) plan.", "401k 800"],
  ["Includes shares purchased under the Company's 423 employee stock purchase plan.", "espp null"],
  ["Includes shares held in the reporting person's 401(k) account.", "401k null"],
  ["Includes shares acquired under the Section 423 plan since the last report.", "other null"],
  ["Includes restricted shares (2,000) and shares held in the 401(k) plan (350).", "restricted_stock 2000, 401k 350"],
  ["Includes five thousand RSUs and 300 shares held in the 401(k) plan.", "rsu 5000, 401k 300"],
  ["Includes twenty-five restricted stock units and 40 shares purchased through the ESPP.", "rsu 25, espp 40"],
  ["Includes RSUs (1,500) and shares acquired through the dividend reinvestment plan (22.5).", "rsu 1500, drip 22.5"],
  ["Number includes shares acquired under ESPP (412).", "espp 412"],
  [
    "Includes 3,000 restricted shares and, as to the remaining 12,000 shares, reflects the 2-for-1 stock split on May 1, 2005.",
    "restricted_stock 3000",
  ],
  ["5,000 of these performance units vest on January 1, 2026 if the goals are met.", "none"],
  ["2,000 of the shares vest on March 1, 2012.", "none"],
  ["1,000 of these shares were sold at $12.00.", "none"],
  ["10,000 of these shares are unvested restricted stock units that vest on March 1, 2025.", "rsu 10000"],
  [
    "Includes 10.5 shares acquired through dividend reinvestment since the reporting person's last filing.",
    "drip 10.5",
  ],
  [
    "Also includes 45 shares acquired in January 2015 under the issuer's employee stock purchase plan, in a transaction exempt under Rule 16b-3(c).",
    "espp 45",
  ],
  [
    "Includes 6,000 performance shares, 4,000 RSUs, and 150 dividend equivalent units.",
    "psu 6000, rsu 4000, other 150",
  ],
  ["Total includes 12,345 shares held jointly with spouse.", "other 12345"],
  ["Includes 2,000 shares owned by his spouse as to which he disclaims beneficial ownership.", "other 2000"],
  ["Includes shares underlying restricted stock units.", "rsu null"],
  [
    "Includes 1,000 RSUs granted on May 1, 2020 that vest on May 1, 2021 and 2,000 RSUs granted on May 1, 2021.",
    "rsu 1000, rsu 2000",
  ],
  ["The amount reported in Column 5 includes 8,112 deferred stock units.", "other 8112"],
  ["Balance includes 113 shares acquired pursuant to the Issuer's Dividend Reinvestment Plan.", "drip 113"],
  [
    "Holdings as of December 31, 2019 include 511 shares acquired under the 401(k) plan based on a plan statement.",
    "401k 511",
  ],
  ["The reporting person's direct holdings include 14,000 shares of restricted stock.", "restricted_stock 14000"],
  ["Reflects shares acquired under the dividend reinvestment plan.", "drip null"],
  ["Total adjusted to include 37 shares acquired by dividend reinvestment.", "drip 37"],
  ["Adjusted to include 200 shares inadvertently omitted from prior reports.", "other 200"],
  ["Includes 250 shares inadvertently omitted from the reporting person's prior Form 4.", "other 250"],
  ["Consists of 12,000 shares of common stock and 3,500 unvested RSUs.", "rsu 3500"],
  ["Consists of (a) 5,000 shares held directly, (b) 3,000 RSUs and (c) 200 ESPP shares.", "rsu 3000, espp 200"],
  ["Includes unvested restricted stock awards totaling 9,500 shares.", "restricted_stock 9500"],
  ["Includes an aggregate of 9,500 unvested shares of restricted stock.", "restricted_stock 9500"],
  [
    "Includes a total of 1,222 shares acquired under the Employee Stock Purchase Plan on June 30 and December 31, 2018.",
    "espp 1222",
  ],
  ["Includes: 500 shares held in an IRA; 300 shares held in a 401(k) plan.", "other 500, 401k 300"],
  ["The number of securities reported includes restricted stock units that remain subject to vesting.", "rsu null"],
  [
    "Includes 4,102 shares of unvested restricted stock and excludes 500 shares held by his daughter.",
    "restricted_stock 4102",
  ],
  ["Does not include 1,000 RSUs.", "none"],
  ["Each unit consists of one share and one warrant.", "none"],
  ["Includes 1,500 shares issued upon settlement of RSUs.", "rsu 1500"],
  [
    "Includes 300 shares acquired under the issuer's Employee Stock Purchase Plan on 12/31/07 at $8.50 per share.",
    "espp 300",
  ],
  ["Includes 6,250 shares of Common Stock issuable upon settlement of restricted stock units.", "rsu 6250"],
  ["Includes performance-based restricted stock units granted in 2019.", "psu null"],
  ["The shares reported include 700 shares from stock dividends paid in 2003.", "other 700"],
  ["Includes 1,500 shares that were previously reported as indirectly owned.", "other 1500"],
  ["The sale price includes a commission of $0.05 per share.", "none"],
  ["Includes 4,000 restricted stock units (RSUs) and 500 shares held in the 401(k) Plan.", "rsu 4000, 401k 500"],
  ["Includes one thousand (1,000) restricted shares.", "restricted_stock 1000"],
  ["Includes shares acquired pursuant to the ESPP on (1) June 30, 2010 and (2) December 31, 2010.", "espp null"],
  ["Includes restricted stock units (see footnote 3).", "rsu null"],
  ["Includes unvested restricted stock units (12,345 as of the date of this report).", "rsu 12345"],
  ["Includes RSUs granted under the 2010 Equity Plan (2010).", "rsu null"],
  ["Includes restricted stock units with respect to 4,500 shares.", "rsu 4500"],
  ["Includes shares held through the 401(k) plan totaling 1,450.25 shares as of June 30.", "401k 1450.25"],
  ["Includes performance shares (2,000), RSUs (3,500), and ESPP shares (120).", "psu 2000, rsu 3500, espp 120"],
  ["These shares are included in the total.", "none"],
  ["The shares held by the trust are not included.", "none"],
  ["3,200 unvested RSUs are also included.", "rsu 3200"],
  [
    "Shares held by the reporting person's spouse (1,100) are included; beneficial ownership is disclaimed.",
    "other 1100",
  ],
  ["Portions of the shares reported (2,000) were sold by the trust.", "none"],
  [
    "Includes 2,000 shares of restricted stock; for the remaining 10,000 shares the reporting person has sole voting power.",
    "restricted_stock 2000",
  ],
  ["1,500 of such shares will vest when the restricted stock is released.", "none"],
  ["1,500 of the shares are held in an IRA.", "other 1500"],
  ["Increased to include 75 shares received through dividend reinvestment.", "drip 75"],
  ["Corrected to include 1,000 shares of restricted stock omitted in error.", "restricted_stock 1000"],
  ["Includes the reporting person's 5,000 restricted stock units.", "rsu 5000"],
  ["Includes the 5,000 restricted shares granted under the Plan.", "restricted_stock 5000"],
  ["Includes an award of 3,000 restricted stock units under the Company's 2015 Stock Incentive Plan.", "rsu 3000"],
  ["Includes 500 Employee Stock Purchase Plan shares.", "espp 500"],
  ["Includes 1,130 shares held under the issuer's Employee Stock Ownership Plan.", "other 1130"],
  ["Includes 400 shares held in a custodial account for his son.", "other 400"],
  [
    "Includes 2,111.345 shares held in the Company Stock Fund of the Company's 401(k) Plan as of March 31, 2012.",
    "401k 2111.345",
  ],
  ["The reporting person's holdings include 5,000 performance share units granted in 2021.", "psu 5000"],
  ["Amount of securities beneficially owned includes 10,000 unvested restricted shares.", "restricted_stock 10000"],
  ["This total includes 321.5 shares acquired through a dividend reinvestment feature.", "drip 321.5"],
  ["This number includes RSUs.", "rsu null"],
  [
    "The shares reported include 3,000 unvested shares of restricted stock, 2,100 unvested RSUs and 400 shares held in a 401(k) account.",
    "restricted_stock 3000, rsu 2100, 401k 400",
  ],
  ["Of the 20,000 shares reported in this row, 5,000 are held by a family trust.", "other 5000"],
  ["Includes 50 shares acquired on reinvestment of dividends under the DRIP.", "drip 50"],
  ["Represents 500 shares of common stock and 1,500 RSUs.", "rsu 1500"],
  ["Total also reflects 28 shares acquired through dividend reinvestment.", "drip 28"],
  ["Includes 900 shares earned under the 2015 performance share award.", "psu 900"],
  ["Includes dividend equivalent rights accrued on RSUs.", "other null"],
  ["Includes dividend equivalents of 312.5 units.", "other 312.5"],
  ["Includes 1,000 shares acquired under the Employee Stock Purchase Plan during the 2009 fiscal year.", "espp 1000"],
  ["Includes 3,000 market stock units.", "psu 3000"],
  ["Includes 2,500 deferred shares held under the Directors' Deferred Compensation Plan.", "other 2500"],
  ["The total excludes 1,500 RSUs.", "none"],
  ["Represents 1,200 shares withheld for taxes.", "none"],
  [
    "Includes 250 shares acquired in the ESPP, 75 shares through reinvested dividends and 4,000 restricted stock units.",
    "espp 250, drip 75, rsu 4000",
  ],
  ["The amount in Column 9 includes RSUs previously reported in Table II (2,000).", "rsu 2000"],
  ["Includes rights to 400 shares credited as dividend equivalents.", "other 400"],
  ["Includes 2,000 shares granted under the 2010 Restricted Stock Award Agreement.", "restricted_stock 2000"],
])("%s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["Shares held by Roe Fund A, L.P. (5,200 shares) and Roe Fund B, L.P. (800 shares).", "other 5200, other 800"],
  [
    "The shares are owned directly by the Roe Trust (1,000), Roe Holdings, Inc. (2,000) and his wife (300).",
    "other 1000, other 2000, other 300",
  ],
  ["Shares held in the 401(k) plan (1,200) and the ESPP (300).", "401k 1200, espp 300"],
  ["Shares held by the Roe Trust (2006) and the Doe Trust (2010).", "none"],
  ["Shares held by the Roe Trust (5,200).", "none"],
  ["Represents RSUs from the 2019 award (1,500) and the 2021 award (2,021).", "rsu 1500, rsu 2021"],
  [
    "Includes shares purchased under the ESPP in 2020 (110 shares), 2021 (95 shares) and 2022 (87 shares).",
    "espp 110, espp 95, espp 87",
  ],
  [
    "Includes RSUs under the 2015 Plan (400 units) and shares under the 2017 Employee Stock Purchase Plan (90 shares).",
    "rsu 400, espp 90",
  ],
])("numbers in brackets after holders, plans and years: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["Of these shares, 4,000 are represented by RSUs and 1,200 by performance share units.", "rsu 4000, psu 1200"],
  [
    "Of the total, 600 are held by his spouse, 200 by his children and 50 in the 401(k) plan.",
    "other 600, other 200, 401k 50",
  ],
  ["Of these units, 300 are RSUs and 200 PSUs.", "rsu 300, psu 200"],
  ["Of these shares, 4,000 are RSUs and 1,200 were sold under a plan.", "rsu 4000"],
  ["Of these shares, 4,000 are RSUs and 1,200 will be issued in May.", "rsu 4000"],
  [
    "This amount includes shares of restricted stock, restricted stock units and shares acquired under the ESPP.",
    "restricted_stock null, rsu null, espp null",
  ],
  [
    "Includes shares held in the 401(k) plan, phantom units, and performance shares.",
    "401k null, other null, psu null",
  ],
])("a verb for several numbers, and several kinds without numbers: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test("nothing is included", () => {
  expect(read("The amount reported includes no shares acquired under the ESPP.")).toBe("none");
});

test.each([
  ["Of the securities listed, 2,250 are unvested restricted shares.", "restricted_stock 2250"],
  ["Includes shares withheld from the settlement of performance shares for taxes.", "none"],
])("a part of what is listed, or no longer a part: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  [
    "Includes 2,000 restricted shares granted this year, 1,500 granted last year and 1,000 granted in 2017.",
    "restricted_stock 2000, restricted_stock 1500, restricted_stock 1000",
  ],
  ["Includes 3,450 DSUs and 210 dividend equivalents on them.", "other 3450, other 210"],
  ["Includes restricted stock units and accrued dividend equivalents.", "rsu null, other null"],
])("numbers of one kind, and dividend equivalents: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  [
    "Represents 14,000 shares held by Mrs. Roe and 3,000 shares held by the Roe Education Trust.",
    "other 14000, other 3000",
  ],
  ["Represents 14,000 RSUs and 3,000 PSUs.", "none"],
  ["Includes 5,512 shares held in the ESOP, of which 5,000 are vested.", "other 5512"],
])("shares of several holders, and a part of a part: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["A portion of these shares is represented by restricted stock units.", "rsu null"],
  ["Certain of the securities reported are restricted stock units subject to vesting.", "rsu null"],
  ["Some of these shares are held by others.", "none"],
  ["All of these shares are restricted stock units.", "none"],
  [
    "Shares are held as follows: 12,000 by the Albery Trust, 8,500 by Albery Partners LP and 1,000 by the reporting person's spouse.",
    "other 12000, other 8500, other 1000",
  ],
  ["Balance reflects 310,028 shares transferred from a GRAT and 1,200 shares transferred from a trust.", "none"],
])("some of the shares, and shares by their holders: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  [
    "Includes 12.5 shares purchased under the ESPP in March and 13.1 shares purchased under the same plan in June.",
    "espp 12.5, espp 13.1",
  ],
  [
    "Of these shares, 500 were acquired under the ESPP, in a transaction exempt under Rule 16b-3, and 900 are RSUs.",
    "espp 500, rsu 900",
  ],
  ["Includes 640 shares of phantom stock, each of which will be settled in one share.", "other 640"],
])("the same plan, an exemption, and what will be settled: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  [
    "Includes shares acquired through dividend reinvestment and 300 shares acquired under the ESPP.",
    "drip null, espp 300",
  ],
  ["Includes unvested restricted stock units and 5,000 shares held in the 401(k) plan.", "rsu null, 401k 5000"],
  ["Includes an aggregate of 400 shares acquired under the ESPP and 300 RSUs.", "espp 400, rsu 300"],
  ["Of the shares shown, 41,200 shares of Class A Common Stock belong to each of two family trusts.", "other 41200"],
  [
    "Of the reported shares, 3,000 belong to the Roe Family Trust and 2,000 belong to Roe LLC.",
    "other 3000, other 2000",
  ],
  ["Of the shares shown, 41,200 shares belonged to the trust until they were sold.", "none"],
  ["Of these securities, 12,000 shares are restricted stock and 4,000 are owned outright.", "restricted_stock 12000"],
  [
    "The Issuer retained 450 of the shares released on these RSUs (45% of the total) to meet its tax withholding.",
    "none",
  ],
  ["Part of an award, which covered 480,000 shares in all and included incentive stock options.", "none"],
  ["The shares reported take account of two forward splits of the common stock.", "none"],
  ["The shares reported take into account the stock dividend paid on May 3, 2021.", "none"],
  ["The number of shares includes an adjustment for the stock split on May 1, 2014.", "none"],
  ["The total takes into account 400 shares acquired under the ESPP.", "espp 400"],
])("parts without a number, shares of others, and what is no part: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["41,250 of the shares are owned outright and 18,750 are restricted stock units.", "rsu 18750"],
  [
    "Of the total, 4,000 shares are held directly by the reporting person, 300 are RSUs and 200 are PSUs.",
    "rsu 300, psu 200",
  ],
  [
    "Includes 9,120 shares underlying RSUs, of which 4,560 will vest on May 1, 2020 and 4,560 will vest on May 1, 2021.",
    "rsu 9120",
  ],
  [
    "Includes 10,000 restricted shares, 5,000 of which vest on May 1, 2021 and 5,000 on May 1, 2022.",
    "restricted_stock 10000",
  ],
  [
    "The balance consists of 30,000 restricted shares, 2,417 shares in the 401(k) and, for the rest, shares owned outright.",
    "restricted_stock 30000, 401k 2417",
  ],
  ["Restated to include 1,800 restricted shares omitted from the Form 3.", "restricted_stock 1800"],
  [
    "Reflects 144 shares of common stock acquired through the Company's Employee Stock Purchase Plan on May 15, 2017.",
    "espp 144",
  ],
  ["Reflects 144 shares of common stock sold by the Company's Employee Stock Purchase Plan.", "none"],
  [
    "Includes 250 shares and 231 shares acquired under the ESPP on May 31, 2018 and June 30, 2019, respectively.",
    "espp 250, espp 231",
  ],
  ["Includes 250 shares and 231 shares acquired under the ESPP.", "espp 231"],
])("what is owned outright, parts of parts, and what belongs to the same plan: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["1,400 shares owned by spouse; 250 shares owned by children.", "other 1400, other 250"],
  ["14,500 shares held directly; 3,000 shares held by IRA; 1,200 shares held by 401(k) plan.", "other 3000, 401k 1200"],
  [
    "1,600 shares by the Roe Children's Trust; 2,400 shares by the Roe Marital Trust; balance direct.",
    "other 1600, other 2400",
  ],
  ["1,600 shares by the Roe Children's Trust; 2,400 shares by the Roe Marital Trust, in the open market.", "none"],
  ["1,600 shares sold by the Roe Trust; 2,400 shares sold by the Doe Trust; balance sold directly.", "none"],
])("a list of holders without a verb: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  "Roe LP made a pro rata distribution of 1,000,000 shares to its partners, including 12,400 shares to the Reporting Person.",
  "Conversion of depositary shares, forty of which represent one share of Series A Preferred Stock.",
])("what somebody received, and what many represent, is no part: %s", (text) => {
  expect(read(text)).toBe("none");
});

test.each([
  [
    "Includes restricted stock granted 2/15/2011 (3,000 shares), 2/14/2012 (4,500 shares) and 2/13/2013 (6,000 shares).",
    "restricted_stock 3000, restricted_stock 4500, restricted_stock 6000",
  ],
  ["Amount reported includes 504 shares received as a dividend on restricted stock units.", "other 504"],
])("grants by their days, and a dividend: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  [
    "Includes 1,014 vested but deferred restricted stock units and 210 related dividend equivalents.",
    "rsu 1014, other 210",
  ],
  ["Includes 1,014 deferred stock units.", "other 1014"],
  ["Shares held by the reporting person include 3,000 shares subject to a right of first refusal.", "other 3000"],
  ["The group formed by the reporting person includes 3 funds that hold 500 shares.", "none"],
])("what was deferred, and shares of the reporting person: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});
