import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const read = (text: string) =>
  readFact("conversionRatios", text)?.value.map(({ per, into, of }) => `${per}:${into} ${of}`) ?? null;
const ratios = (text: string) =>
  readFact("conversionRatios", text)?.value.map(({ per, into }) => `${per}:${into}`) ?? null;

describe("readConversionRatios", () => {
  test.each([
    [
      "Each restricted stock unit represents a contingent right to receive one share of Roe common stock.",
      "1:1 Roe common stock",
    ],
    [
      "Each unit will convert, at the holder's election, into one share of the Issuer's Class A Common Stock.",
      "1:1 Class A Common Stock",
    ],
    ["Restricted stock units convert into common stock on a one-for-one basis.", "1:1 common stock"],
    ["Each whole warrant entitles the holder to purchase one Common Share at $11.50.", "1:1 Common Share"],
  ])("with the security received: %s", (text, ratio) => {
    expect(read(text)).toEqual([ratio]);
  });

  test.each([
    ["The preferred stock converted into common stock at a ratio of 3.5-to-1.", ["3.5:1"]],
    ["Each share of Series A stock automatically converted into Class B stock on a one-for-eight basis.", ["1:8"]],
    ["The preferred stock converts on a 1:0.75 basis, as follows.", ["1:0.75"]],
    ["Deferred units are settled only in stock on a 1-for-1 basis.", ["1:1"]],
    ["Class B shares are convertible into Class A shares on a share-for-share basis.", ["1:1"]],
    ["Each Class B Unit is exchangeable for an equal number of shares of Class A Common Stock.", ["1:1"]],
    [
      "OP Units are redeemable for cash or, at the option of the Issuer, shares of common stock on a one-for-one basis.",
      ["1:1"],
    ],
    [
      "Each share of Target stock was converted into the right to receive 0.8532 shares of Parent stock and $12.00 in cash.",
      ["1:0.8532"],
    ],
    ["Each share was cancelled in exchange for $12.00 and 0.25 of a share of Buyer common stock.", ["1:0.25"]],
    ["Received in exchange for 5,000 shares of Target at an exchange ratio of 0.4200.", ["1:0.4200"]],
    ["Each two shares of Series C stock converted into one share of common stock.", ["2:1"]],
    ["Convertible at a rate of 20 shares of common stock for each share of preferred stock.", ["1:20"]],
    ["Each share is convertible into ten (10) shares of Common Stock and has no expiration date.", ["1:10"]],
    ["Each warrant is exercisable for one-half of one share of common stock.", ["1:1/2"]],
    ["Each Class A share was issued upon conversion of one share of Class B stock.", ["1:1"]],
    ["Units are payable in stock, one share for each unit.", ["1:1"]],
    ["EACH UNIT REPRESENTS A CONTINGENT RIGHT TO RECEIVE ONE SHARE OF COMMON STOCK.", ["1:1"]],
    [
      "Each share was converted into 2.5 shares of Class B stock, and each Class B share converts into one Class A share.",
      ["1:2.5", "1:1"],
    ],
    ["Each Unit converts into one share. Each share converted into one share of Class A stock.", ["1:1"]],
  ])("%s", (text, expected) => {
    expect(ratios(text)).toEqual(expected);
  });

  test.each([
    ["These shares convert into common stock."],
    ["An option to purchase 5,250 shares of common stock."],
    ["The preferred stock is convertible into 12,000 shares of common stock."],
    ["The note is convertible at a conversion price of $9.39 per share."],
    ["Adjusted for a two-for-one stock split."],
    ["Each share was converted into the right to receive $25.00 in cash."],
    ["Each unit represents a contingent right to receive up to two shares of common stock."],
    ["Class A common stock is entitled to one vote per share."],
    ["The company matched contributions on a one-for-one basis, payable in stock."],
    ["Each phantom unit is the economic equivalent of one share of common stock."],
    ["The right to receive shares vests as to one third of the shares on each anniversary."],
  ])("none: %s", (text) => {
    expect(ratios(text)).toBeNull();
  });

  test("marks the words from the unit to the security", () => {
    const text = "Granted in May. Each unit represents the right to receive one share of common stock upon vesting.";
    const [start = 0, end = 0] = readFact("conversionRatios", text)?.spans[0] ?? [];
    expect(text.slice(start, end)).toBe("Each unit represents the right to receive one share");
  });
});

describe("in the words of filings", () => {
  test.each([
    ["UNITS SETTLE 1:1 IN COMMON SHARES UPON TERMINATION OF SERVICE", "1:1"],
    ["Ten rights entitle the holder to receive one ordinary share at the closing of a business combination.", "10:1"],
    ["Each one is payable in a single share of common stock.", "1:1"],
    ["1 for 1", "1:1"],
    ["1-for-1", "1:1"],
    ["1:1", "1:1"],
    ["One for one.", "1:1"],
    ["One-for-one basis", "1:1"],
    ["Each restricted stock unit represents a contingent right to receive one share of ABC common stock.", "1:1"],
    ["Each RSU represents a contingent right to receive one share of the Issuer's Common Stock upon vesting.", "1:1"],
    ["Each restricted stock unit represents the right to receive, at settlement, one share of common stock.", "1:1"],
    [
      "Each RSU represents the contingent right to receive, upon vesting of the unit, one share of Class A common stock.",
      "1:1",
    ],
    ["The RSUs represent a contingent right to receive shares on a one-for-one basis.", "1:1"],
    ["Restricted stock units convert into common stock on a one-for-one basis.", "1:1"],
    ["RSUs convert to common stock on a 1-for-1 basis upon vesting.", "1:1"],
    ["RSUs will convert to common stock on a 1:1 basis.", "1:1"],
    ["Convertible on a 1-for-1 basis.", "1:1"],
    ["The restricted stock units will be settled in shares on a one to one basis.", "1:1"],
    ["The units are settled in an equal number of shares.", "1:1"],
    ["Each unit is convertible into one share of common stock.", "1:1"],
    [
      "Each deferred stock unit represents the right to receive one share of common stock following termination of service.",
      "1:1",
    ],
    ["Each phantom unit represents the right to receive one share of common stock or its cash equivalent.", "1:1"],
    ["Each phantom share is payable in one share of common stock.", "1:1"],
    ["Phantom stock units convert to common stock on a 1-for-1 basis.", "1:1"],
    ["Each stock unit will be distributed as one share of common stock.", "1:1"],
    ["Stock units are payable in shares of common stock on a one-for-one basis following retirement.", "1:1"],
    ["Each performance share represents a contingent right to receive one share of common stock.", "1:1"],
    ["Each PRSU represents the right to receive one share of common stock, subject to performance conditions.", "1:1"],
    ["Each dividend equivalent right represents a contingent right to receive one share.", "1:1"],
    ["One share of common stock will be issued for each RSU that vests.", "1:1"],
    ["One share of common stock will be delivered for each unit.", "1:1"],
    [
      "Upon vesting, the reporting person will receive one share of common stock for each restricted stock unit.",
      "1:1",
    ],
    ["The reporting person is entitled to receive one share of common stock for each vested unit.", "1:1"],
    ["The holder will receive one share for each vested RSU.", "1:1"],
    ["Each vested RSU will be settled by delivery of one share of common stock.", "1:1"],
    ["Each RSU will be settled in one share.", "1:1"],
    ["Each RSU entitles the reporting person to one share of common stock upon vesting.", "1:1"],
    ["Each RSU gives the reporting person the right to one share.", "1:1"],
    ["Each unit has the right to one share of common stock.", "1:1"],
    ["Restricted stock units, each representing a contingent right to receive one share of common stock.", "1:1"],
    ["RSUs, each of which represents the right to receive one share.", "1:1"],
    ["A restricted stock unit represents the right to receive one share of stock.", "1:1"],
    ["One restricted stock unit represents a contingent right to receive one share.", "1:1"],
    ["Every RSU represents a contingent right to one share of Common Stock.", "1:1"],
    ["RSUs represent a contingent right to receive one share of common stock for each RSU.", "1:1"],
    ["Represents a contingent right to receive one share of common stock for each unit.", "1:1"],
    [
      "The restricted stock units represent the right to receive an equivalent number of shares of common stock.",
      "1:1",
    ],
    ["The RSUs represent the right to receive shares of common stock, with each RSU representing one share.", "1:1"],
    [
      "Each share of Series A Preferred Stock automatically converted into one share of Common Stock immediately prior to the closing of the IPO.",
      "1:1",
    ],
    [
      "The Series B Preferred Stock is convertible into Common Stock on a one-for-one basis and has no expiration date.",
      "1:1",
    ],
    [
      "The Series Seed, Series A and Series B Preferred Stock converted into Common Stock on a 1-for-1.25 basis.",
      "1:1.25",
    ],
    ["Every 2.5 shares of Series C Preferred Stock converted into one share of Common Stock.", "2.5:1"],
    ["Each 7.1 shares of preferred stock converted into 1 share of common stock.", "7.1:1"],
    [
      "Upon the closing of the IPO the Series D Preferred automatically converted into common stock at a ratio of 1:1.4.",
      "1:1.4",
    ],
    ["The preferred stock converted on a 6.25-for-1 basis into common stock.", "6.25:1"],
    ["Each share of Series A Preferred Stock is convertible at any time into 1,000 shares of Common Stock.", "1:1000"],
    [
      "Each share of Series X Preferred is convertible, at the option of the holder, into 100 shares of common stock.",
      "1:100",
    ],
    ["The preferred stock is convertible into 0.9012 shares of common stock per share.", "1:0.9012"],
    [
      "The Series A Preferred is convertible into common stock at a conversion ratio of 10 shares of common stock for each share of preferred stock.",
      "1:10",
    ],
    [
      "The Series A Preferred Stock is convertible at a conversion rate of 25 shares of common stock per share of preferred.",
      "1:25",
    ],
    ["Conversion ratio is 1:1.", "1:1"],
    ["Conversion ratio: 1.5", "1:1.5"],
    ["The Class B common stock is convertible at any time on a one-for-one basis into Class A common stock.", "1:1"],
    [
      "Each share of Class B Common Stock is convertible at any time at the option of the holder into one share of Class A Common Stock and has no expiration date.",
      "1:1",
    ],
    ["Class B shares convert automatically into Class A shares upon transfer, on a share-for-share basis.", "1:1"],
    ["Shares of Class B Common Stock are convertible into an equal number of shares of Class A Common Stock.", "1:1"],
    [
      "The founder shares will automatically convert into Class A ordinary shares on a one-for-one basis, subject to adjustment.",
      "1:1",
    ],
    ["Each Series F share was reclassified into one share of Class B common stock.", "1:1"],
    ["Each outstanding share of common stock was redesignated as one share of Class A Common Stock.", "1:1"],
    [
      "Pursuant to the reclassification, each share of existing common stock was reclassified as 3.2 shares of Class B stock.",
      "1:3.2",
    ],
    [
      "OP Units are redeemable for cash or, at the election of the Company, shares of common stock on a one-for-one basis.",
      "1:1",
    ],
    [
      "Each OP Unit may be redeemed for cash equal to the value of one share of common stock or, at the Company's option, one share of common stock.",
      "1:1",
    ],
    [
      "Each LTIP Unit may be converted into one OP Unit, and each OP Unit is redeemable for one share of common stock.",
      "1:1, 1:1",
    ],
    ["Vested LTIP units may be converted into common units of the partnership on a one-for-one basis.", "1:1"],
    ["Common Units may be exchanged for shares of Class A common stock on a one-for-one basis.", "1:1"],
    [
      "Each LLC Unit, together with one share of Class B common stock, is exchangeable for one share of Class A common stock.",
      "1:1",
    ],
    ["Limited partnership units are exchangeable for common shares on a 1 for 1 basis.", "1:1"],
    ["LLC Interests may be redeemed for newly issued shares of Class A stock on a one-to-one basis.", "1:1"],
    ["Each warrant is exercisable for one share of common stock at $11.50.", "1:1"],
    ["Each whole warrant is exercisable to purchase one Class A ordinary share.", "1:1"],
    ["Each warrant entitles the holder to purchase one-half of one share.", "1:1/2"],
    ["Each right entitles the holder to receive one-tenth of one share.", "1:1/10"],
    [
      "Each unit consists of one share and one warrant; each warrant entitles the holder to purchase one share at $11.50.",
      "1:1",
    ],
    ["Each American Depositary Share represents five ordinary shares.", "1:5"],
    ["Each ADS represents two common shares.", "1:2"],
    ["ADSs, each representing one-third of one ordinary share.", "1:1/3"],
    ["Each share of Target common stock was exchanged for 0.45 shares of Issuer common stock.", "1:0.45"],
    [
      "At the effective time, each share of Target stock was converted into the right to receive 1.25 shares of the Issuer's common stock.",
      "1:1.25",
    ],
    ["Each Target RSU was converted into 0.812 Issuer RSUs.", "1:0.812"],
    ["Options were converted based on the exchange ratio of 0.812.", "1:0.812"],
    ["Received in the merger in exchange for Target shares at an exchange ratio of 1.3 to 1.", "1.3:1"],
    ["Acquired in the merger at the rate of 0.5 share of Issuer stock for each share of Target.", "1:0.5"],
    ["Shareholders received 0.5 share of Issuer stock for each share of Target stock in the merger.", "1:0.5"],
    ["The reporting person received 2.1 shares of Parent for each share of Target pursuant to the merger.", "1:2.1"],
    ["Each $1,000 principal amount of notes is convertible into 38.5 shares of common stock.", "1000:38.5"],
    [
      "The notes are convertible at an initial conversion rate of 38.5 shares per $1,000 principal amount.",
      "1000:38.5",
    ],
    ["Convertible at the rate of 20 shares of common stock per $1,000 of principal.", "1000:20"],
    ["Each RSU, upon vesting, converts into one share of common stock.", "1:1"],
    ["Upon vesting, RSUs are converted into shares of common stock on a one-for-one basis.", "1:1"],
    ["Each RSU is payable solely in one share of the Company's common stock.", "1:1"],
    ["Share units that are paid out one-for-one in shares of stock.", "1:1"],
    ["One-for-one conversion", "1:1"],
    ["Conversion is on a one-for-one basis.", "1:1"],
    ["Converts on a 1-for-1 basis.", "1:1"],
    ["Converts to common stock 1 for 1.", "1:1"],
    ["Security converts to common stock on a one-for-one basis.", "1:1"],
    ["These securities have a conversion rate of one-for-one.", "1:1"],
    ["Units convert 1:1 into common stock", "1:1"],
    [
      "The units were acquired under the deferred compensation plan and will be paid in stock, one share per unit.",
      "1:1",
    ],
    ["The PSUs will be settled for one share of common stock each.", "1:1"],
    [
      "The preferred shares were converted into 1,234,567 shares of common stock at a conversion ratio of 1-for-2.5.",
      "1:2.5",
    ],
    [
      "Each Unit consists of one Class A ordinary share and one right to receive one-tenth (1/10) of one Class A ordinary share.",
      "1:1/10",
    ],
  ])("%s", (text, expected) => {
    expect(ratios(text)?.join(", ")).toBe(expected);
  });

  test.each([
    ["Each RSU is equivalent to one share of common stock."],
    ["Each restricted stock unit is the economic equivalent of one share of common stock."],
    ["Each phantom stock unit represents the right to receive the cash value of one share of common stock."],
    ["Each share of phantom stock is the economic equivalent of one share of common stock and is payable in cash."],
    ["Each PSU represents a contingent right to receive between 0 and 2 shares of common stock."],
    ["Each performance stock unit represents a contingent right to receive up to two shares."],
    ["Each dividend equivalent right is the economic equivalent of one share of common stock."],
    ["Each RSU has a value equal to one share of common stock."],
    ["The preferred stock has a conversion price of $5.00 and is convertible into 200,000 shares."],
    ["The warrant is exercisable for 100,000 shares of common stock."],
    ["An option to purchase 5,000 shares."],
    ["Ten ordinary shares are represented by one ADS."],
    ["Each depositary share represents a 1/1,000th interest in a share of preferred stock."],
    ["Received in exchange for 4,000 shares of Target common stock."],
    ["Each Target share was cancelled in exchange for the right to receive $10.00 in cash."],
    ["In the spin-off, each holder received one share of SpinCo for every four shares of Parent."],
    ["Received one share of Newco common stock for every ten shares of Parent held in the spin-off."],
    ["Adjusted to reflect a 2-for-1 stock split."],
    [
      "On June 1, 2020 the Issuer effected a 1-for-5 reverse stock split of its preferred and common stock, which are convertible.",
    ],
    ["The notes are convertible into shares at a conversion price of $4.00 per share."],
    ["The note is convertible at any time into 250,000 shares."],
    ["Each SAR represents the right to receive the appreciation of one share."],
    [
      "Each stock appreciation right entitles the holder to receive cash equal to the increase in the price of one share.",
    ],
    ["Each share has one vote."],
    ["Each holder of Class B stock is entitled to ten votes per share."],
    ["The Units represent limited partnership interests."],
    ["The shares of Class C stock are exchangeable into Class A stock."],
    ["Each share unit is payable in cash equal to the value of one share."],
    ["The company matches employee contributions 1 for 1."],
    ["Each unit equals one share of common stock."],
    ["Each unit corresponds to one share."],
    ["The director was paid 100 shares for each meeting attended."],
    ["Each director receives 500 shares of common stock for each year of service."],
    ["Warrants to purchase 5,000 shares at an exercise price of 11.50 per share."],
    ["The 2,000 shares of Class B stock are entitled to ten votes per share and convert at any time."],
    ["Represents the right to receive 5,000 shares of common stock."],
  ])("none: %s", (text) => {
    expect(ratios(text)).toBeNull();
  });
});
