import { expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const read = (text: string) =>
  readFact("conversionRatios", text)
    ?.value.map(({ per, into }) => `${per}:${into}`)
    .join(", ") ?? "none";

test.each([
  ["Phantom stock units are settled in cash on a one-for-one basis.", "none"],
  ["Each ADS represents 1,000 of the Company's ordinary shares.", "1:1000"],
  [
    "Each share was converted into the right to receive (i) $12.00 in cash and (ii) 0.3541 of a share of Parent stock.",
    "1:0.3541",
  ],
  ["Shares underlying DSUs are delivered on a 1-for-1 basis.", "1:1"],
  ["The Depositary Shares each represent a 1/1,000th interest in a share of Series A preferred stock.", "none"],
  ["Each depositary share represents 1/1,000th of a share of Series A preferred stock.", "1:1/1000"],
  ["Each Performance Right entitles the holder to receive one CDI upon vesting.", "1:1"],
  ["Each right represents the right to receive 1/10th of a share of common stock.", "1:1/10"],
  ["Each right represents the right to receive one tenth of one share of common stock.", "1:1/10"],
  ["Each right represents the right to receive one-tenth (1/10) of one share.", "1:1/10"],
  ["Each unit represents the right to receive 1.5 shares of common stock.", "1:1.5"],
  ["One third of the shares will be converted.", "none"],
  ["One new share was issued for every fifty old shares in the consolidation.", "none"],
  ["The weighted average price was converted at an exchange rate of 1.2705.", "none"],
  [
    "The purchase price was converted to dollars using a conversion rate of 0.74, the exchange rate of that day.",
    "none",
  ],
  ["Two units are needed for each share on exchange.", "2:1"],
  ["Ten units must be surrendered for each share received in the exchange.", "10:1"],
  ["Each Class B unit may be exchanged by its holder for one share of Class A common stock.", "1:1"],
  [
    "An OP Unit may be tendered for redemption by the holder for one share of common stock or cash at the election of the general partner.",
    "1:1",
  ],
  ["One LLC unit, together with one Class B share, may be exchanged for one Class A share.", "1:1"],
  ["A unit can be redeemed for cash or, at the issuer's option, one share of common stock.", "1:1"],
  ["A Class B share can at any time be turned into one Class A share.", "1:1"],
  [
    "Issued upon conversion of Series A preferred at the rate of 2 shares of common stock for one share of preferred.",
    "1:2",
  ],
  ["Received in exchange for 10,000 shares of Old Co. (1.5 shares of New Co. for each share of Old Co.).", "1:1.5"],
  [
    "Received in exchange for 12,000 shares of Target common stock in the merger at an exchange ratio of 0.75.",
    "1:0.75",
  ],
  [
    "Received in the merger in exchange for shares of Target, at the rate of 0.6521 shares for each Target share.",
    "1:0.6521",
  ],
  ["Converted at the rate of 1.25 shares of common for each share of preferred.", "1:1.25"],
  ["1-for-1.", "1:1"],
  ["One for one", "1:1"],
  ["Each RSU represents a contingent right to receive one share of the Company's common stock.", "1:1"],
  ["Convertible into common stock on a share for share basis.", "1:1"],
  ["Each DSU is the right to one share of common stock upon retirement.", "1:1"],
  [
    "Class B common stock is convertible at any time into Class A common stock on a 1-for-1 basis and has no expiration date.",
    "1:1",
  ],
  ["Each share of Series B Preferred converts into ten shares of common stock.", "1:10"],
  [
    "Each preferred share is convertible, at any time, at the option of the holder, into 1.5 shares of common stock.",
    "1:1.5",
  ],
  ["Units settle in shares one for one upon separation from service.", "1:1"],
  ["Each phantom share will be settled in one share of common stock.", "1:1"],
  ["Four Rights entitle the holder to purchase one share.", "4:1"],
  ["Each ADS represents ten ordinary shares.", "1:10"],
  ["Each restricted stock unit is payable in one share of stock.", "1:1"],
  ["PSUs convert to common stock on a one-to-one basis if earned.", "1:1"],
  ["Each share unit converts to one common share when the director leaves the board.", "1:1"],
  ["The unit has no conversion ratio stated and converts into common stock.", "none"],
  ["Received in exchange for 10,000 shares of Old Co.", "none"],
  ["Conversion of 5,000 Class B shares to Class A shares.", "none"],
  [
    "Pursuant to the merger each share of Acme was converted into 0.2413 of a share of Zenith and $5.00 in cash.",
    "1:0.2413",
  ],
  [
    "At the effective time, each share of Target common stock was exchanged for 1.1 shares of Parent common stock.",
    "1:1.1",
  ],
  ["Each performance right is a right to acquire one ordinary share for nil consideration.", "1:1"],
  ["Stock units are paid out in an equal number of shares of common stock following termination of service.", "1:1"],
  ["A unitholder may turn in each unit for one common share.", "1:1"],
  ["Each unit may be swapped for one share of common stock.", "1:1"],
  ["Shares tendered in the exchange offer.", "none"],
  ["Tendered 5,000 shares to pay the exercise price.", "none"],
  ["Reclassified at the rate of 15 shares of Class A common stock for each share of old common stock.", "1:15"],
  ["Acquired in exchange for 100 units of the LLC.", "none"],
  ["Issued in exchange for 20,000 shares of Series A preferred on a 1-for-2 basis.", "1:2"],
  [
    "Acquired in the merger in exchange for 4,000 shares of Bancorp (0.85 of a share for each Bancorp share).",
    "1:0.85",
  ],
  ["One unit, on tender for redemption, is settled in cash or one share.", "1:1"],
  ["Received one share of Holdco for each share of Bank in the holding company reorganization.", "1:1"],
  ["Each RSU is equal to one share and is settled one-for-one in common stock.", "1:1"],
  ["Each right represents a contingent right to one share of common stock.", "1:1"],
  ["RSUs are convertible into common stock on a 1:1 basis upon vesting.", "1:1"],
  ["Each Common Unit is redeemable for, at the issuer's election, cash or one common share.", "1:1"],
  ["Class V shares convert into Class A shares at the rate of one to one.", "1:1"],
  ["Each share of Series C Preferred is convertible into 8.5 shares of common stock.", "1:8.5"],
  ["Each preferred share is convertible into one thousand (1,000) shares of common stock.", "1:1000"],
  ["Each one thousand rights entitle the holder to one share.", "1000:1"],
  ["Convertible at a rate of 25 shares for each $33.33 of principal amount.", "33.33:25"],
  ["Convertible at a rate of 25,000 shares for each $1 million of principal amount.", "none"],
  ["Convertible at a conversion rate of 1,250.5 shares per $1,000 principal amount.", "1000:1250.5"],
  ["The conversion rate is 25,000 shares of common stock per $1 million principal amount of notes.", "none"],
  ["Each note is convertible into 2.5 million shares of common stock.", "none"],
  ["The notes convert at 50.25 shares per $1,000 principal amount.", "1000:50.25"],
  [
    "Each LTIP unit may be converted, upon vesting, into a common unit, which may be redeemed for one common share.",
    "1:1",
  ],
  [
    "Convertible, at the holder's option, on the basis of 66.6667 common shares for each $1,000 principal amount of debentures.",
    "1000:66.6667",
  ],
  ["Convertible into 41.25 ordinary shares for every US$1,000 principal amount of notes.", "1000:41.25"],
  ["Convertible at a rate of 41.25 shares per €1,000 of principal amount.", "1000:41.25"],
  ["The notes convert on the basis of 12.5 shares for each £100 of loan stock.", "100:12.5"],
  ["Convertible at a ratio of 25 shares for every $1,000 in principal amount.", "1000:25"],
  [
    "The debentures are convertible at the rate of 80 common shares for each one thousand dollars of principal.",
    "none",
  ],
  ["Convertible at a rate of 41.25 shares per EUR 1,000 of principal amount.", "1000:41.25"],
  ["Each performance unit represents the right to receive zero to two shares.", "none"],
  ["The warrants are exercisable at $5.00 per share.", "none"],
])("%s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["For each performance unit that vests, the holder is issued one ordinary share.", "1:1"],
  ["For each year of service, the director receives 500 shares.", "none"],
  ["For each share held, holders received one share of Newco in the spin-off.", "none"],
  ["Ten rights and $25 entitle the holder to one share.", "10:1"],
])("what is given for each unit, or for several: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test("what a share became", () => {
  expect(read("Each Series A share became 3.2 shares of common stock.")).toBe("1:3.2");
});

test("a like number given to two is no ratio", () => {
  expect(read("Gift to a charity and, on the same day, of a like number of shares to a school.")).toBe("none");
});

test.each([
  ["Ten shares of Series B Preferred Stock are convertible into one share of common stock.", "10:1"],
  ["Conversion rate: one share of preferred to four shares of common.", "1:4"],
  ["The conversion ratio is one share of Series A to 1.25 shares of common stock.", "1:1.25"],
  ["Each stock option was converted into an option to purchase 2.2 shares of Parent stock.", "1:2.2"],
])("several units, and what one becomes: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  "5,000 shares of Class B were converted into 5,000 shares of Class A.",
  "40,000 units were exchanged for 40,000 shares of Common Stock.",
])("how many were converted is no ratio: %s", (text) => {
  expect(read(text)).toBe("none");
});

test.each([
  ["Acquired in a rights offering, in which five rights entitled the holder to purchase one share.", "5:1"],
  ["Conversion of depositary shares, forty of which represent one share of Series A Preferred Stock.", "40:1"],
])("several for one, in a relative clause: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});
