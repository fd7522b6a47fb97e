import { expect, test } from "vitest";
import { publishedFacts } from "./published-facts";
import { readFacts } from "./read-facts";

const asText = (value: unknown): string => {
  if (value === true) return "";
  if (value === null || typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map(asText).join("+");
  const { what, shares, first, last, method, purpose, rule, ratio, date, low, per, into, to, kind } = value as Record<
    string,
    unknown
  >;
  if (what) return `${what}:${shares}`;
  if (first !== undefined) return `${first}..${last}`;
  if (method) return `${method}/${(purpose as string[]).join("&")}`;
  if (ratio) return `${ratio}@${date}`;
  if (per) return `${per}>${into}`;
  return String(low ?? rule ?? kind ?? to);
};

/** All facts but the holders, in short: "vesting=2020-05-01..2021-05-01". */
const stated = (text: string): string =>
  Object.entries(publishedFacts(text, readFacts(text)).facts)
    .filter(([key]) => key !== "holder")
    .map(([key, value]) => `${key}=${asText(value)}`)
    .sort()
    .join("; ");

test.each([
  ["The shares changed hands in nine trades at prices ranging from $12.10 to $12.63.", "price_ranges=12.10"],
  ["These shares changed hands at prices from $3.05 to $3.19.", "price_ranges=3.05"],
  [
    "In all, 41 blocks changed hands on May 3, at prices that ranged from $80.00 to $81.25 per share.",
    "price_ranges=80.00",
  ],
  ["The shares changed hands between $7.00 and $7.21.", "price_ranges=7.00"],
  ["The price at which the units change was adjusted from $12.10 to $12.63.", ""],
  ["This amendment changes the prices of the sales from $12.10 to $12.63.", ""],
  ["The exercise price was changed from $12.10 to $12.63.", ""],
  ["As of the date of this report, 41,250 of the shares subject to the option have vested and 13,750 have not.", ""],
  ["Of these options, 20,000 have vested and 10,000 have not.", ""],
  ["As of May 1, 2020, 300,000 shares under this option were vested and 100,000 were not.", ""],
  ["18,000 of the 24,000 shares subject to this award have vested; 6,000 have not.", ""],
  ["On the date of this filing, options for 5,000 shares had vested and the others had not.", ""],
  [
    "As of the date hereof, 41,250 shares subject to the option have vested and the remaining 13,750 vest in equal monthly installments.",
    "vesting=null..null",
  ],
  [
    "41,250 of the shares subject to the option vested on May 1, 2020 and 13,750 vest on May 1, 2021.",
    "vesting=2020-05-01..2021-05-01",
  ],
  [
    "The average price reported is that of sales made for all employees whose units vested on the same day.",
    "weighted_average=",
  ],
  ["Shares sold by the administrator for holders whose awards vested on March 1, 2021.", ""],
  ["The price is the average for all executives whose RSUs vested that day.", "weighted_average="],
  ["The reporting person, whose options vest in four annual installments, retired.", "vesting=null..null"],
  [
    "Sold together with shares of other participants whose restricted stock vested on the same date, to cover taxes.",
    "tax_withholding=sold/tax",
  ],
  [
    "The disposition of 2,310 shares is a reduction of the shares issued to him, made to pay taxes.",
    "tax_withholding=withheld/tax",
  ],
  ["The acquisition of 500 shares was the result of an adjustment of these shares.", ""],
  ["The sale of 900 shares represents a rebalancing of the shares in his account.", ""],
  ["The grant of 12,000 units is a part of the total compensation of the director.", ""],
  ["A gift of 400 shares is a continuation of his giving of the shares.", "gift=null"],
  ["Of these shares, 2,310 are restricted stock.", "includes_components=restricted_stock:2310"],
  ["2,310 of the shares are unvested restricted stock units.", "includes_components=rsu:2310"],
  [
    "Each warrant entitles the holder to purchase one Class A share at $11.50 and is exercisable beginning on March 14, 2022.",
    "conversion_ratio=1>1; vesting=2022-03-14..2022-03-14",
  ],
  [
    "Each whole warrant becomes exercisable on March 14, 2022 and expires on March 14, 2027.",
    "vesting=2022-03-14..2022-03-14",
  ],
  [
    "Each option is exercisable for one share commencing June 1, 2020.",
    "conversion_ratio=1>1; vesting=2020-06-01..2020-06-01",
  ],
  [
    "Each Preferred Unit may be exercised for one share starting on June 1, 2020.",
    "conversion_ratio=1>1; vesting=2020-06-01..2020-06-01",
  ],
  ["The option vests in four installments, each beginning on May 1, 2020.", "vesting=2020-05-01..null"],
  ["One-fourth vests each year beginning on May 1, 2020.", "vesting=2020-05-01..null"],
  ["Each of the options vests annually beginning on May 1, 2020.", "vesting=2020-05-01..null"],
  ["Each option vests in equal monthly parts starting May 1, 2020.", "vesting=2020-05-01..null"],
  [
    "Includes 214 dividend equivalents credited on restricted stock units and 9,000 shares of restricted stock.",
    "includes_components=other:214+restricted_stock:9000",
  ],
  [
    "The total includes 31.5 dividend equivalents accrued on previously granted deferred stock units.",
    "includes_components=other:31.5",
  ],
  [
    "Includes 77 dividend equivalent rights that accrued on unvested restricted stock units.",
    "includes_components=other:77",
  ],
  [
    "Includes 1,200 RSUs and 40 dividend equivalents credited to the director's account.",
    "includes_components=rsu:1200+other:40",
  ],
  [
    "Represents 5,100 shares held of record by the Roe Trust and 700 shares held of record by the Doe Trust.",
    "includes_components=other:5100+other:700",
  ],
  [
    "Consists of 88,000 shares held of record by Alder LP and 12,000 shares owned of record by Alder II LP.",
    "includes_components=other:88000+other:12000",
  ],
  [
    "Represents 5,100 shares owned directly and beneficially by Roe LLC and 700 shares owned directly and beneficially by Doe LLC.",
    "includes_components=other:5100+other:700",
  ],
  ["Represents 5,100 shares held of record by the Roe Trust.", ""],
  [
    "The 10b5-1 plan under which she sold these shares was adopted on June 3, 2020.",
    "plan_10b5_1=made_under; plan_adopted=2020-06-03",
  ],
  [
    "The Rule 10b5-1 trading plan pursuant to which the reporting person sold the shares was adopted on June 3, 2020 and ended on May 1, 2021.",
    "plan_10b5_1=made_under; plan_adopted=2020-06-03",
  ],
  [
    "On June 3, 2020 Mr. Doe entered into a 10b5-1 plan, under which the broker sold the shares reported here.",
    "plan_10b5_1=made_under; plan_adopted=2020-06-03",
  ],
  [
    "The 10b5-1 plan, under which his wife bought these shares, was adopted on June 3, 2020.",
    "plan_10b5_1=made_under; plan_adopted=2020-06-03",
  ],
  ["The plan under which the trust sold these shares complies with Rule 10b5-1.", "plan_10b5_1=made_under"],
  [
    "The Rule 10b5-1 plan under which he exercised these options was adopted on June 3, 2020.",
    "plan_10b5_1=made_under; plan_adopted=2020-06-03",
  ],
  [
    "She adopted a 10b5-1 plan on June 3, 2020, under which she may sell up to 5,000 shares.",
    "plan_10b5_1=mentioned; plan_adopted=2020-06-03",
  ],
  [
    "The 10b5-1 plan under which he will sell shares was adopted on June 3, 2020.",
    "plan_10b5_1=mentioned; plan_adopted=2020-06-03",
  ],
  [
    "The 10b5-1 plan under which he had planned to sell the shares was adopted on June 3, 2020.",
    "plan_10b5_1=mentioned; plan_adopted=2020-06-03",
  ],
  [
    "The 10b5-1 plan under which he never sold any shares was terminated on June 3, 2020.",
    "plan_10b5_1=mentioned; plan_terminated=2020-06-03",
  ],
  [
    "The 10b5-1 plan under which the issuer repurchased shares was adopted on June 3, 2020.",
    "plan_10b5_1=mentioned; plan_adopted=2020-06-03",
  ],
  [
    "The 10b5-1 plan under which he sold shares last year was terminated on June 3, 2020.",
    "plan_10b5_1=mentioned; plan_terminated=2020-06-03",
  ],
  [
    "The Rule 10b5-1 plan was adopted on May 4, 2020 and ended upon its termination by the trustee on June 1, 2021.",
    "plan_10b5_1=mentioned; plan_adopted=2020-05-04; plan_terminated=2021-06-01",
  ],
  [
    "Her 10b5-1 plan was adopted on May 4, 2020, amended on August 3, 2020 and terminated by her on June 1, 2021.",
    "plan_10b5_1=mentioned; plan_adopted=2020-05-04; plan_modified=2020-08-03; plan_terminated=2021-06-01",
  ],
  [
    "The 10b5-1 plan under which the fund sold these shares was adopted on May 4, 2020, amended on August 3, 2020 and November 3, 2020, and came to an end with its cancellation on June 1, 2021.",
    "plan_10b5_1=made_under; plan_adopted=2020-05-04; plan_modified=2020-08-03+2020-11-03; plan_terminated=2021-06-01",
  ],
  [
    "His 10b5-1 plan, adopted on May 4, 2020 and modified on August 3, 2020, ended upon its termination by him on June 1, 2021.",
    "plan_10b5_1=mentioned; plan_adopted=2020-05-04; plan_modified=2020-08-03; plan_terminated=2021-06-01",
  ],
  [
    "His 10b5-1 plan, adopted on May 4, 2020, ends upon the termination of his employment on June 1, 2021.",
    "plan_10b5_1=mentioned; plan_adopted=2020-05-04",
  ],
  [
    "His 10b5-1 plan was adopted on May 4, 2020, and his employment was terminated on June 1, 2021.",
    "plan_10b5_1=mentioned; plan_adopted=2020-05-04",
  ],
  [
    "His 10b5-1 plan was adopted on May 4, 2020 and ended upon the termination of the merger agreement on June 1, 2021.",
    "plan_10b5_1=mentioned; plan_adopted=2020-05-04",
  ],
  ["Shares received by her brother upon the distribution of their father's estate.", "transfer=inheritance"],
  ["Received on the distribution of his late aunt's estate.", "transfer=inheritance"],
  ["Acquired upon the settlement of the reporting person's mother's estate.", "transfer=inheritance"],
  [
    "Shares received from the estate of the reporting person's father upon its final distribution.",
    "transfer=inheritance",
  ],
  ["The shares came to the reporting person in the distribution of her grandmother's estate.", "transfer=inheritance"],
  ["Shares received upon the distribution of the fund to its partners.", "transfer=distribution"],
  ["The shares will be received upon the distribution of her mother's estate.", ""],
  ["Shares received upon the exercise of options held by the real estate fund.", ""],
  [
    "The grant was approved by the board for purposes of Rule 16b-3(d) and is exempt thereunder.",
    "exempt_acquisition=16b-3(d)",
  ],
  [
    "The committee approved this acquisition for purposes of Rule 16b-3(d)(1), and it is exempt thereunder.",
    "exempt_acquisition=16b-3(d)(1)",
  ],
  [
    "The disposition was approved for the purposes of Rule 16b-3(e) and is exempt under that rule.",
    "exempt_acquisition=16b-3(e)",
  ],
  [
    "The merger was approved for purposes of Rule 16b-3 and the receipt of the shares is therefore exempt.",
    "exempt_acquisition=16b-3",
  ],
  [
    "Approved by the directors for purposes of Rule 16b-3(d), so that the acquisition is exempt from Section 16(b) thereunder.",
    "exempt_acquisition=16b-3(d)",
  ],
  ["He is a non-employee director for purposes of Rule 16b-3(d). The shares are exempt from registration.", ""],
  ["For purposes of Rule 16a-1, the reporting person is a beneficiary; the plan is exempt from ERISA.", ""],
  ["The fund is a beneficial owner for purposes of Rule 16a-1(a)(1) and is exempt from reporting as to the rest.", ""],
  [
    "Of the shares reported, 2,100 were bought under the ESPP and 61.4 were credited through dividend reinvestment.",
    "includes_components=espp:2100+drip:61.4",
  ],
  [
    "Of these shares, 1,034 were allocated under the 401(k) plan and 300 were acquired under the employee stock purchase plan.",
    "includes_components=401k:1034+espp:300",
  ],
  [
    "Of this amount, 88.213 shares were accrued through the dividend reinvestment plan.",
    "includes_components=drip:88.213",
  ],
  ["Of these shares, 400 were credited against the purchase price.", ""],
  ["Of these shares, 400 were forfeited under the restricted stock plan.", ""],
  [
    "Of the shares shown in Column 5, 75 were obtained through reinvestment of dividends.",
    "includes_components=drip:75",
  ],
  [
    "On May 3, 2021, 4,000 shares previously held by the reporting person's revocable trust were re-registered in the reporting person's own name.",
    "transfer=from_trust",
  ],
  [
    "The shares, formerly held by the Doe Trust, were retitled in the name of Ms. Doe individually.",
    "transfer=from_trust",
  ],
  ["9,000 shares held in the 2015 Roe GRAT were re-registered in her own name.", "transfer=from_trust"],
  ["Shares held by Roe Holdings LLC were transferred into the reporting person's own name.", "transfer=from_entity"],
  [
    "1,500 shares previously held directly were re-registered in the name of the Roe Family Trust.",
    "transfer=to_trust",
  ],
  [
    "Shares previously held in certificate form were re-registered in book-entry form in his own name.",
    "transfer=other",
  ],
  ["Shares held jointly with her husband were re-registered in her own name.", "transfer=other"],
  [
    "The shares are subject to a lock-up and may not be sold, pledged, distributed to members or otherwise transferred before June 1, 2021.",
    "",
  ],
  ["The founder shares may not be transferred, assigned or sold until one year after the business combination.", ""],
  ["The units may not be sold, assigned, contributed to a trust, or transferred to any affiliate without consent.", ""],
  ["The Fund may not sell, distribute to its partners or transfer the shares during the lock-up period.", ""],
  ["The shares may only be transferred, distributed to partners or sold after the lock-up ends.", ""],
  [
    "The holders agreed that they would not sell, transfer or distribute the shares to their partners for 180 days.",
    "",
  ],
  ["The shares were sold, distributed to partners and transferred to a trust.", "transfer=distribution"],
  [
    "On May 3, 2021 the Fund distributed 40,000 shares to its partners; the rest may not be sold or transferred.",
    "transfer=distribution",
  ],
  [
    "On June 1, 2021 the issuer effected a share sub-division under which each Class B share was divided into 1.2 Class B shares.",
    "split=1.2:1@2021-06-01",
  ],
  [
    "In a stock split effected on June 1, 2021, each share of common stock was divided into four shares.",
    "split=4:1@2021-06-01",
  ],
  ["The award was divided into three tranches.", ""],
  ["Each award of shares was divided into two tranches.", ""],
  [
    "Each ordinary share was divided into ten ordinary shares in the subdivision of March 3, 2020.",
    "split=10:1@2020-03-03",
  ],
  ["Each share of stock held in the estate was divided into equal parts between the heirs.", ""],
  [
    "The issuer retained these shares to meet the tax obligations that arose when performance units vested on February 15, 2023.",
    "tax_withholding=withheld/tax",
  ],
  [
    "Shares withheld for taxes that became due when restricted stock vested on March 1, 2022.",
    "tax_withholding=withheld/tax",
  ],
  [
    "The issuer withheld shares to pay the taxes arising when 3,000 RSUs vested on March 1, 2022.",
    "tax_withholding=withheld/tax",
  ],
  [
    "Shares withheld to satisfy the tax liability incurred as his restricted stock units vested on March 1, 2022.",
    "tax_withholding=withheld/tax",
  ],
  [
    "Shares withheld for taxes. The restricted stock vested on March 1, 2022.",
    "tax_withholding=withheld/tax; vesting=2022-03-01..2022-03-01",
  ],
  ["When the units vested on March 1, 2022, the issuer withheld 500 shares for taxes.", "tax_withholding=withheld/tax"],
  [
    "The options were granted on May 1, 2020 and vested on May 1, 2021, when the goals were met.",
    "vesting=2021-05-01..2021-05-01",
  ],
  [
    "Each share of Series A preferred stock converted into one share of common stock, and each share of common stock was then reclassified into one share of Class B common stock.",
    "conversion_ratio=1>1+1>1",
  ],
  [
    "Each LTIP unit may be converted into one OP unit, and each OP unit may be redeemed for one share of common stock.",
    "conversion_ratio=1>1+1>1",
  ],
  [
    "At the merger each Class B share converted, one for one, into a Class A share and each Class A share was exchanged for one share of New Roe common stock.",
    "conversion_ratio=1>1+1>1",
  ],
  [
    "Each share of common stock was reclassified into one share of Class B common stock. Each share of Class B common stock is convertible into one share of Class A common stock at any time.",
    "conversion_ratio=1>1+1>1",
  ],
  [
    "Each RSU represents the right to receive one share. Each restricted stock unit will be settled in one share on vesting.",
    "conversion_ratio=1>1",
  ],
  [
    "Each restricted stock unit represents a contingent right to receive one share of common stock. Each such unit converts into one share upon vesting.",
    "conversion_ratio=1>1",
  ],
  [
    "Class B common stock is convertible into Class A common stock on a one-for-one basis; each share of Class B common stock converts automatically into one share of Class A common stock upon transfer.",
    "conversion_ratio=1>1",
  ],
  [
    "Each deferred stock unit is the right to one share of common stock. Each unit is payable in one share of common stock on retirement.",
    "conversion_ratio=1>1",
  ],
  [
    "Each share of Class B common stock is convertible into one share of Class A common stock. On May 3, 2020 each share of Class B common stock held by the fund was converted into one share of Class A common stock.",
    "conversion_ratio=1>1",
  ],
  [
    "Each Class B share is convertible at any time into one Class A share, and each of the Class B shares will convert into one Class A share upon sale.",
    "conversion_ratio=1>1",
  ],
  [
    "Includes 120 shares acquired under the Dividend Reinvestment Plan on May 1, 2023 and 115 shares so acquired on August 1, 2023.",
    "includes_components=drip:120+drip:115",
  ],
  [
    "Includes 300 shares purchased through the ESPP on June 30, 2022 and 280 so purchased on December 31, 2022.",
    "includes_components=espp:300+espp:280",
  ],
  [
    "Includes 40.2 shares acquired by dividend reinvestment in March 2020 and 41.7 shares acquired in the same way in June 2020.",
    "includes_components=drip:40.2+drip:41.7",
  ],
  [
    "Includes 300 shares purchased through the ESPP and 900 restricted stock units.",
    "includes_components=espp:300+rsu:900",
  ],
  [
    "The reporting person gave 2,000 shares to the Anne B. Cole 2019 Irrevocable Trust, of which his wife is the trustee.",
    "gift=trust",
  ],
  ["Ms. Roe gave 5,500 shares to a trust for her grandchildren.", "gift=trust"],
  ["On May 3, 2021 the reporting person gave 800 shares to the Holt Family Irrevocable Trust.", "gift=trust"],
  ["He gave 400 shares to his church.", "gift=charity"],
  ["The trust gave the trustee power to vote 500 shares.", ""],
  ["The plan gave the director 500 shares.", ""],
  ["The company gave 500 shares to the trust under the plan.", ""],
  [
    "Her 10b5-1 plan was adopted on May 4, 2020 and ended on the sale of all shares covered by it, including those reported here.",
    "plan_10b5_1=made_under; plan_adopted=2020-05-04",
  ],
  [
    "The Rule 10b5-1 plan, adopted on May 4, 2020, expired upon the sale of the last shares subject to the plan, which are the shares reported in this Form 4.",
    "plan_10b5_1=made_under; plan_adopted=2020-05-04",
  ],
  [
    "The 10b5-1 plan adopted on May 4, 2020 will end upon the sale of all shares subject to the plan, including any shares reported later.",
    "plan_10b5_1=mentioned; plan_adopted=2020-05-04",
  ],
  ["The 10b5-1 plan ends upon the sale of all shares subject to the plan.", "plan_10b5_1=mentioned"],
  [
    "These sales completed the Rule 10b5-1 plan that the trustee adopted on May 4, 2020.",
    "plan_10b5_1=made_under; plan_adopted=2020-05-04",
  ],
  [
    "The sale reported on this line completes the reporting person's 10b5-1 plan, which was adopted on May 4, 2020.",
    "plan_10b5_1=made_under; plan_adopted=2020-05-04",
  ],
  ["With these sales, his 10b5-1 plan of May 4, 2020 is completed.", "plan_10b5_1=made_under; plan_adopted=2020-05-04"],
  [
    "This transaction was the last one under the 10b5-1 plan adopted on May 4, 2020.",
    "plan_10b5_1=made_under; plan_adopted=2020-05-04",
  ],
  [
    "Earlier sales completed the Rule 10b5-1 plan that he adopted on May 4, 2020.",
    "plan_10b5_1=mentioned; plan_adopted=2020-05-04",
  ],
  ["The plan will be completed with sales in June. It is a Rule 10b5-1 plan.", "plan_10b5_1=mentioned"],
  [
    "His earlier Rule 10b5-1 plan was terminated on March 1, 2022. These sales were made under a new plan adopted on May 26, 2022.",
    "plan_10b5_1=made_under; plan_adopted=2022-05-26; plan_terminated=2022-03-01",
  ],
  [
    "The former 10b5-1 plan expired in May. The shares were sold pursuant to a second plan adopted on June 2, 2022.",
    "plan_10b5_1=made_under; plan_adopted=2022-06-02",
  ],
  ["His 10b5-1 plan ended. He may sell shares under a new plan.", "plan_10b5_1=mentioned"],
  [
    "His 10b5-1 plan ended. The awards were acquired under a new incentive plan adopted on June 2, 2022.",
    "plan_10b5_1=mentioned",
  ],
  [
    "Shares sold under the Rule 10b5-1 plan of the Cole Marital Trust adopted March 14, 2024.",
    "plan_10b5_1=made_under; plan_adopted=2024-03-14",
  ],
  [
    "Sold under a 10b5-1 plan of Roe Holdings LLC, dated June 3, 2020.",
    "plan_10b5_1=made_under; plan_adopted=2020-06-03",
  ],
  [
    "Sold under the 10b5-1 plan of his spouse adopted on June 3, 2020.",
    "plan_10b5_1=made_under; plan_adopted=2020-06-03",
  ],
  ["Sold under a 10b5-1 plan by the Roe Trust established on June 3, 2020.", "plan_10b5_1=made_under"],
  ["The units carry distribution rights, payable when the Partnership pays distributions to its unitholders.", ""],
  [
    "Each unit entitles its holder to an amount equal to the distributions made by the partnership to its unitholders.",
    "",
  ],
  [
    "Phantom units accrue equivalents whenever distributions are paid by the Partnership to its common unitholders.",
    "",
  ],
  ["The Partnership makes quarterly distributions to its partners in cash.", ""],
  ["The fund made a distribution of the shares to its partners on May 3, 2020.", "transfer=distribution"],
  ["On May 3, 2020 the partnership distributed the units to its unitholders.", "transfer=distribution"],
  [
    "The notes are convertible at 30 shares for each $1,000 principal amount. The conversion right may be exercised at any time before maturity.",
    "conversion_ratio=1000>30",
  ],
  ["The right of conversion may be exercised by the holder at any time.", ""],
  ["The exchange right may be exercised at any time after the closing.", ""],
  ["The warrants may be exercised at any time.", "vesting=null..null"],
  ["The redemption right can be exercised from May 1, 2021.", ""],
  [
    "The prices ranged from 11.62 to 11.90 euros; the weighted average has been converted into dollars at the day's rate.",
    "price_ranges=11.62; weighted_average=",
  ],
  [
    "Sold at prices between £4.01 and £4.20; the weighted average was translated into US dollars at the closing rate.",
    "price_ranges=4.01; weighted_average=",
  ],
  ["The weighted average, converted at 1.09 dollars to the euro, is reported in column 4.", "weighted_average="],
  ["The performance measure is the weighted average of the market prices, converted into dollars.", ""],
  ["The exercise price is the weighted average converted to dollars over ten trading days.", ""],
  [
    "Conversion of Class B stock into Class A stock share for share in order to make the charitable gift reported on the next line.",
    "conversion_ratio=1>1; gift=charity",
  ],
  [
    "Shares converted on a one-for-one basis from Class B to Class A and then donated to a college.",
    "conversion_ratio=1>1; gift=charity",
  ],
  [
    "The Class B shares were converted share-for-share into Class A shares before the gift reported below.",
    "conversion_ratio=1>1; gift=null",
  ],
  ["Gift of a like number of shares to each of two charities.", "gift=charity"],
  ["A gift to a school and, on the same day, of an equal number of shares to a hospital.", "gift=charity"],
  [
    "52.4 shares, which are included in Column 5, were acquired in the Company's 401(k) plan.",
    "includes_components=401k:52.4",
  ],
  [
    "Between January 1 and March 31, 2020, 61.8 shares of common stock, which are included in the total, were purchased through the ESPP.",
    "includes_components=espp:61.8",
  ],
  [
    "1,200 shares, which are included in the balance, were received on reinvestment of dividends.",
    "includes_components=drip:1200",
  ],
  ["300 shares, which are included in column 5, were bought in the open market.", "includes_components=other:300"],
  [
    "The reporting person, as manager of Roe Ranch LLC, caused the company to assign the shares to her for no consideration.",
    "transfer=from_entity",
  ],
  ["He caused Roe Holdings LLC to transfer 5,000 shares to himself.", "transfer=from_entity"],
  ["As trustee he caused the trust to transfer the shares to himself.", "transfer=from_trust"],
  ["He caused the issuer to issue the shares to him.", ""],
  ["He could cause the company to assign the shares to him.", ""],
  [
    "He is the manager of Ash Fund I, L.P. and Ash Fund II, L.P., which hold 812,000 and 204,550 shares, respectively.",
    "includes_components=other:812000+other:204550",
  ],
  [
    "The Roe Trust and Doe LLC own 4,000 and 6,500 of the shares, respectively.",
    "includes_components=other:4000+other:6500",
  ],
  [
    "Ash Fund I, L.P., Ash Fund II, L.P. and Ash Parallel, L.P. hold of record 1,000, 2,000 and 3,000 shares, respectively.",
    "includes_components=other:1000+other:2000+other:3000",
  ],
  ["The funds sold 4,000 and 6,500 shares, respectively.", ""],
  ["The funds own 40% and 60% of the issuer, respectively.", ""],
  [
    "Reflects the average price of the sales, the lowest price having been $4.02 and the highest $4.19.",
    "price_ranges=4.02; weighted_average=",
  ],
  [
    "The 900 shares were sold in six trades, the high sale price being $13.40 and the low sale price $13.05.",
    "price_ranges=13.05",
  ],
  [
    "Average price of shares purchased, with a low purchase price of $20.10 and a high purchase price of $20.44.",
    "price_ranges=20.10; weighted_average=",
  ],
  ["The closing price in the quarter was $4.02 at its low and $5.19 at its high.", ""],
  ["The option has a low exercise price of $4.02 and a high exercise price of $4.19.", ""],
  ["Vesting of restricted stock units, the grant of which was reported on a Form 4 in the year of grant.", ""],
  ["Vesting of performance shares that were reported at the time of grant.", ""],
  ["Shares acquired on vesting of PSUs, whose grant was reported on a Form 4 filed at the date of grant.", ""],
  ["Vesting of RSUs granted on May 1, 2020.", ""],
  ["Vesting of the units begins on the first anniversary of the grant.", "vesting=null..null"],
  ["Vesting of the RSUs occurs in three annual installments.", "vesting=null..null"],
  ["Vesting of PSUs is based on total shareholder return.", "vesting=null..null"],
  [
    "Adoption date of the 10b5-1 plan under which the shares were sold: May 14, 2023.",
    "plan_10b5_1=made_under; plan_adopted=2023-05-14",
  ],
  [
    "Date of adoption of the reporting person's Rule 10b5-1 trading plan: 5/14/2023.",
    "plan_10b5_1=mentioned; plan_adopted=2023-05-14",
  ],
  ["Sold under a Rule 10b5-1 plan (adoption date: May 14, 2023).", "plan_10b5_1=made_under; plan_adopted=2023-05-14"],
  [
    "The adoption date of the Rule 10b5-1 plan pursuant to which this sale was made was May 14, 2023.",
    "plan_10b5_1=made_under; plan_adopted=2023-05-14",
  ],
  ["Termination date of the 10b5-1 plan under which the shares were sold: May 14, 2025.", "plan_10b5_1=made_under"],
  ["Shares sold under a Rule 10b5-1 plan. Adoption date of the equity plan: May 14, 2003.", "plan_10b5_1=made_under"],
  [
    "Modification date of her 10b5-1 plan, under which the shares were sold: May 14, 2023.",
    "plan_10b5_1=made_under; plan_modified=2023-05-14",
  ],
  [
    "Open market purchase. The reporting person terminated her Rule 10b5-1 plan on May 3, 2021 and has no intention to sell shares.",
    "plan_10b5_1=mentioned; plan_terminated=2021-05-03",
  ],
  [
    "The reporting person cancelled his 10b5-1 sales plan on May 3, 2021 and has no plans to make further sales.",
    "plan_10b5_1=mentioned; plan_terminated=2021-05-03",
  ],
  [
    "No shares remain to be sold under the Rule 10b5-1 plan, which was cancelled on May 3, 2021.",
    "plan_10b5_1=mentioned; plan_terminated=2021-05-03",
  ],
  ["The purchase was not made under a Rule 10b5-1 plan.", "plan_10b5_1=not_under"],
  [
    "Voluntary sale, not pursuant to the 10b5-1 plan that he cancelled on May 3, 2021.",
    "plan_10b5_1=not_under; plan_terminated=2021-05-03",
  ],
  ["Gift to the reporting person's husband of 2,000 shares, previously reported as held directly.", "gift=family"],
  ["Gift of 500 shares to a trust; the shares were previously reported as indirectly owned.", "gift=trust"],
  ["Gift of 900 shares to her church, previously reported as owned by her LLC.", "gift=charity"],
  ["The gift of 500 shares to a trust was previously reported.", ""],
  ["Gift of 500 shares, previously reported on Form 5, to a charity.", ""],
  ["A gift of 500 shares to his son previously reported on a Form 4 is corrected.", ""],
  [
    "A total of 8,100 RSUs vested on March 1, 2023, of which 3,010 shares were withheld to cover taxes.",
    "tax_withholding=withheld/tax; vesting=2023-03-01..2023-03-01",
  ],
  [
    "5,000 PSUs vested on February 10, 2022, of which 2,200 were withheld by the issuer for taxes.",
    "tax_withholding=withheld/tax; vesting=2022-02-10..2022-02-10",
  ],
  ["2,000 of the 6,000 RSUs vested on February 10, 2022.", "vesting=2022-02-10..null"],
  ["RSUs granted in 2020, of which 500 vested on February 10, 2022.", "vesting=2022-02-10..null"],
  ["Gift of shares. The donee is the Prior Dynasty Trust, whose trustee is a trust company.", "gift=trust"],
  ["Bona fide gift. The donees are the reporting person's two daughters.", "gift=family"],
  [
    "The reported gift was valued at the average of the high and low prices; the recipient was a donor-advised fund.",
    "gift=donor_advised_fund",
  ],
  ["Charitable gift. The recipient of the gift is Holm College.", "gift=charity"],
  ["Gift. The recipient has no relation to the reporting person.", "gift=null"],
  ["Gift to a trust. The donee of the earlier gift was a school.", "gift=trust"],
  [
    "As a result of the two-for-one split on May 3, 2021, the numbers are post-split, and the units vest quarterly.",
    "split=2:1@2021-05-03; vesting=null..null",
  ],
  [
    "Because of the merger on May 3, 2021, the awards were converted, and they vest in equal annual installments.",
    "vesting=null..null",
  ],
  [
    "Following the closing on May 3, 2021, the options were assumed and vest monthly over 36 months.",
    "vesting=null..null",
  ],
  ["Adjusted for the spin-off of May 3, 2021. The units vest annually.", "vesting=null..null"],
  ["On May 3, 2021, the units vest.", "vesting=2021-05-03..2021-05-03"],
  [
    "As a result of the retirement of the reporting person on May 3, 2021, the units vested on that day.",
    "vesting=2021-05-03..2021-05-03",
  ],
  [
    "Half of the units vest on the second anniversary, and half on the fourth anniversary, of May 3, 2021.",
    "vesting=null..null",
  ],
  [
    "The options vest on the first, second and third anniversaries, in equal parts, of June 1, 2020.",
    "vesting=null..null",
  ],
  ["The units vest on the first and second anniversaries of May 3, 2021.", "vesting=null..null"],
  ["The units vest on May 3, 2021, and on each anniversary thereof.", "vesting=2021-05-03..null"],
])("%s", (text, expected) => {
  expect(stated(text)).toBe(expected);
});
