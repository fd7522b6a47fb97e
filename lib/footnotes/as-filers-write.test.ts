import { expect, test } from "vitest";
import { publishedFacts } from "./published-facts";
import { readFacts } from "./read-facts";

const asText = (value: unknown): string => {
  if (value === true) return "";
  if (value === null || typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map(asText).join("+");
  const { what, shares, first, last, method, purpose, ratio, date, low, per, into, to, kind } = value as Record<
    string,
    unknown
  >;
  if (what) return `${what}:${shares}`;
  if (first !== undefined) return `${first}..${last}`;
  if (method) return `${method}/${(purpose as string[]).join("&")}`;
  if (ratio) return `${ratio}@${date}`;
  if (per) return `${per}>${into}`;
  return String(low ?? kind ?? to);
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
])("%s", (text, expected) => {
  expect(stated(text)).toBe(expected);
});
