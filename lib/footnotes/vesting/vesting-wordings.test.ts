import { expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

/** The first date and the last. */
const read = (text: string) => {
  const value = readFact("vesting", text)?.value;
  return value ? `${value.first}, ${value.last}` : "none";
};

test.each([
  ["Restrictions on transfer of these shares will lapse on the reporting person's 65th birthday.", "null, null"],
  ["These shares will become unrestricted on January 2, 2013.", "2013-01-02, 2013-01-02"],
  ["The shares are unrestricted.", "none"],
  ["Between 0% and 200% of the units will vest on December 31, 2024.", "2024-12-31, 2024-12-31"],
  ["From 50% to 150% of the shares vest on May 1, 2020.", "2020-05-01, 2020-05-01"],
  ["Reflects the full vesting of all outstanding units, as contemplated by the Merger Agreement.", "null, null"],
  ["Shares withheld upon the full vesting of restricted stock.", "none"],
  ["20% of the shares vest on May 1, 2020.", "2020-05-01, null"],
  ["One-half vested on the certification date and one-half will vest on February 28, 2024.", "2024-02-28, 2024-02-28"],
  ["One-third vested on the grant date and one-third will vest on February 28, 2024.", "2024-02-28, null"],
  ["The warrants are exercisable at any time into shares on a one-for-one basis until June 30, 2028.", "null, null"],
  ["The first 5,000 shares come free on August 8, 2006, the last on August 8, 2010.", "2006-08-08, 2010-08-08"],
  [
    "On April 12, 2024 the committee certified the results, and 18,200 of the units vested that day.",
    "2024-04-12, null",
  ],
  ["Includes 9,000 RSUs, 3,000 of which vest on March 3, 2023.", "2023-03-03, null"],
  [
    "On June 30, 2006, the Board accelerated vesting of all underwater options. As a result, the option is now fully exercisable.",
    "null, null",
  ],
  ["Effective December 1, 2005, the Company accelerated the vesting of this option.", "null, null"],
  [
    "The Compensation Committee approved the acceleration of vesting of these options on November 9, 2005, and they are fully vested.",
    "null, null",
  ],
  ["The option vests in 48 equal monthly installments, the first of which vests on May 1, 2019.", "2019-05-01, null"],
  ["The RSUs vest in four equal annual installments, the first on March 1, 2020.", "2020-03-01, null"],
  [
    "The shares vest in twelve quarterly installments, with the first such installment vesting on June 1, 2018.",
    "2018-06-01, null",
  ],
  [
    "The option becomes exercisable in three equal annual installments, the first of which becomes exercisable on 2/1/2012.",
    "2012-02-01, null",
  ],
  [
    "The warrants will become exercisable 30 days after the completion of the Issuer's initial business combination.",
    "null, null",
  ],
  [
    "The warrants are exercisable at $11.50 per share commencing on the later of 30 days after the closing of the business combination and 12 months from the closing of the IPO.",
    "null, null",
  ],
  [
    "Each warrant is exercisable for one share of Class A common stock, commencing on the date of the business combination.",
    "null, null",
  ],
  ["The remaining 5,000 units vest on March 1, 2026; the other units vested at grant.", "2026-03-01, 2026-03-01"],
  ["The unvested shares will vest on February 15, 2024.", "2024-02-15, 2024-02-15"],
  [
    "One-third of the RSUs vested on March 1, 2020 and the remaining two-thirds vest in equal installments on March 1, 2021 and 2022.",
    "2020-03-01, 2022-03-01",
  ],
  [
    "Twenty-five percent of the shares subject to the option vest on April 2, 2020, with the remainder vesting in equal monthly installments over the next 36 months.",
    "2020-04-02, null",
  ],
  [
    "The option vests with respect to 1/4th of the shares on January 5, 2017, and 1/48th each month thereafter.",
    "2017-01-05, null",
  ],
  [
    "1/36th of the total number of shares vest each month following the vesting commencement date of June 1, 2016.",
    "null, null",
  ],
  [
    "These options become exercisable in 20% increments on each of the first five anniversaries of the grant date.",
    "null, null",
  ],
  ["The stock option is fully vested and exercisable.", "null, null"],
  ["Immediately exercisable.", "null, null"],
  ["Fully vested at grant.", "null, null"],
  ["Option exercisable in five equal annual installments commencing on 01/15/2005.", "2005-01-15, null"],
  ["This option vested 100% on December 31, 2010.", "2010-12-31, 2010-12-31"],
  [
    "The PSUs were earned based on performance for 2018-2020 and will vest on February 28, 2021, subject to continued employment.",
    "2021-02-28, 2021-02-28",
  ],
  ["Restrictions on 2,500 shares lapse on each of May 1, 2010, May 1, 2011 and May 1, 2012.", "2010-05-01, 2012-05-01"],
  ["The restricted stock cliff vests three years from the date of grant.", "null, null"],
  [
    "The restricted shares will vest upon the earlier of one year from the grant date and the date of the 2022 annual meeting of shareholders.",
    "null, null",
  ],
  ["Date exercisable: 50% on 6/1/2003 and 50% on 6/1/2004.", "2003-06-01, 2004-06-01"],
  ["Vests in three equal tranches on the first, second and third anniversary of February 10, 2023.", "null, null"],
  ["Vest ratably over 3 years beginning February 10, 2023.", "2023-02-10, null"],
  [
    "The option vests as follows: 1,000 shares immediately and 1,000 shares on each of 1/1/2007 and 1/1/2008.",
    "2007-01-01, 2008-01-01",
  ],
  ["The phantom units vest on the third anniversary of January 1, 2018.", "null, null"],
  ["These units vest December 15 of each of 2019, 2020, and 2021.", "2019-12-15, 2021-12-15"],
  ["The RSUs vest on 3/5/24, 3/5/25 and 3/5/26, generally subject to continued employment.", "2024-03-05, 2026-03-05"],
  ["The option vests upon FDA approval of the company's lead product.", "null, null"],
  ["Represents RSUs awarded February 1, 2021, with 33% vesting on each anniversary of the award date.", "null, null"],
  ["Stock options vest one-third per year starting one year after the date of grant, May 3, 2010.", "null, null"],
  [
    "The shares subject to the option are early exercisable; 25% vest on July 1, 2021 and the rest vest monthly over three years.",
    "2021-07-01, null",
  ],
  ["The option was granted on May 1, 2015 and became exercisable on May 1, 2016.", "2016-05-01, 2016-05-01"],
  ["Shares issued upon the vesting of RSUs on March 1, 2020.", "none"],
  ["Withheld to cover taxes upon vesting of restricted stock on April 1, 2011.", "none"],
  ["The reporting person holds 1,200 vested options.", "none"],
  ["Shares acquired on settlement of vested RSUs.", "none"],
  ["Shares forfeited upon failure of the vesting conditions.", "none"],
  ["Correction of the number of shares withheld on the vesting of RSUs, which was overstated.", "none"],
  ["These shares were released from a prior vesting of restricted stock that had not been delivered.", "none"],
  ["Options currently exercisable.", "null, null"],
  ["The notes are convertible at any time at the option of the holder.", "none"],
  [
    "The award will vest in full on the date of the Company's 2025 annual meeting of stockholders, currently expected to be held on June 5, 2025.",
    "2025-06-05, 2025-06-05",
  ],
  [
    "The first 25% vested on August 1, 2019; 25% will vest on each of August 1, 2020, 2021 and 2022.",
    "2019-08-01, 2022-08-01",
  ],
  ["The options vest 20% per year on December 8 of each year, beginning December 8, 2006.", "2006-12-08, null"],
  [
    "Each restricted stock unit will vest as to one-half on May 15, 2023 and as to one-half on November 15, 2023.",
    "2023-05-15, 2023-11-15",
  ],
  [
    "The stock appreciation rights become exercisable in four equal installments on the 13th, 25th, 37th and 49th month after grant.",
    "null, null",
  ],
  [
    "The Board accelerated the vesting of the reporting person's RSUs in connection with his retirement on May 1, 2012.",
    "null, null",
  ],
  [
    "On May 4, 2006 the Compensation Committee of the Board of Directors of the Issuer approved accelerating the option so that it vested in full on May 31, 2006.",
    "2006-05-31, 2006-05-31",
  ],
  ["Vesting of these restricted shares was accelerated upon the death of the reporting person.", "null, null"],
  ["The vesting of this option was accelerated by the Board effective December 30, 2005.", "null, null"],
  ["Shares withheld to pay taxes upon the accelerated vesting of restricted stock.", "none"],
  ["Shares acquired as a result of the acceleration of vesting of RSUs upon the merger.", "none"],
  [
    "The option vests in 60 monthly installments, the first of these on July 1, 2011, subject to continued service.",
    "2011-07-01, null",
  ],
  ["The RSUs vest in 3 annual installments with the first installment to vest on March 1, 2022.", "2022-03-01, null"],
  [
    "The RSUs vest in 8 quarterly installments; the first vests on March 1, 2022 and the last on December 1, 2023.",
    "2022-03-01, 2023-12-01",
  ],
  [
    "The warrants become exercisable on the later of 30 days after the completion of the business combination and 12 months from the IPO closing and expire five years after the business combination.",
    "null, null",
  ],
  [
    "Each warrant entitles the holder to purchase one share at $11.50 and expires five years after the closing.",
    "none",
  ],
  [
    "Each warrant is exercisable for one share and expires five years after completion of the business combination.",
    "none",
  ],
  ["The warrants are exercisable to purchase 100,000 shares at $1.00 per share until May 1, 2030.", "none"],
  [
    "The warrants are exercisable for one share at a price of $11.50 beginning on June 1, 2022.",
    "2022-06-01, 2022-06-01",
  ],
  [
    "The options are exercisable for 10,000 shares at any time after the first anniversary of the closing.",
    "null, null",
  ],
  [
    "The unvested portion of the award vests in three equal annual installments beginning March 1, 2023.",
    "2023-03-01, null",
  ],
  ["The remaining portion of the award vests on March 1, 2023.", "2023-03-01, 2023-03-01"],
  ["A portion of the award vests on March 1, 2023.", "2023-03-01, null"],
  ["Half of the award vests on March 1, 2023; the remainder was vested on the grant date.", "2023-03-01, 2023-03-01"],
  ["500 shares vest on March 1, 2023 and the balance vests one year later.", "2023-03-01, null"],
  ["Received as part of an earlier vesting of RSUs on March 1, 2020.", "none"],
  [
    "The option vests and becomes exercisable in four equal annual installments, the first of such installments on May 2, 2014.",
    "2014-05-02, null",
  ],
  ["Options vest quarterly over two years with the first vesting date being March 31, 2015.", "2015-03-31, null"],
  [
    "The restricted stock vests 50% on the second anniversary and 50% on the fourth anniversary of the date of grant.",
    "null, null",
  ],
  [
    "Shares will vest upon the achievement of specified stock price hurdles over a five-year period ending December 31, 2027.",
    "null, null",
  ],
  [
    "One-quarter vested on 12/1/2015 and the remaining three-quarters vest in 36 equal monthly installments thereafter.",
    "2015-12-01, null",
  ],
  [
    "The stock option becomes exercisable as to 25% of the shares on February 1, 2011, 2012, 2013 and 2014.",
    "2011-02-01, 2014-02-01",
  ],
  ["The award vested in full on the grant date.", "null, null"],
  [
    "The RSUs vest on the earlier of (i) May 15, 2022 and (ii) the date of the next annual meeting.",
    "2022-05-15, 2022-05-15",
  ],
  ["The LTIP units were fully vested upon issuance.", "null, null"],
  [
    "The RSUs will vest over a four-year period, with 25% vesting on November 15, 2021 and 6.25% vesting each quarter thereafter.",
    "2021-11-15, null",
  ],
  ["All of the shares subject to this option are vested and exercisable as of the date of this filing.", "null, null"],
  [
    "Subject to the reporting person's continued service, the shares vest on the one-year anniversary of the grant date.",
    "null, null",
  ],
  [
    "The forfeiture restrictions lapse in four equal annual installments beginning on April 1, 2013.",
    "2013-04-01, null",
  ],
  [
    "The restricted stock units are subject to forfeiture until they vest on January 31, 2019.",
    "2019-01-31, 2019-01-31",
  ],
  ["The performance period ends December 31, 2024.", "none"],
  ["The option expires on March 1, 2030.", "none"],
  ["The options were granted on March 1, 2020.", "none"],
  ["RSUs vest monthly over one year from May 1, 2023.", "null, null"],
  [
    "The vesting commencement date is March 15, 2022; 25% vests one year later and 1/48 monthly thereafter.",
    "null, null",
  ],
  ["Vesting: 33 1/3% per year beginning one year from grant.", "null, null"],
  ["Vests 20% annually over 5 years.", "null, null"],
  ["One-third vests on each March 1 from 2024 to 2026.", "null, null"],
  ["The options vest as to a quarter every Jan. 15.", "null, null"],
  [
    "The option is exercisable as follows: 2,500 on 3/1/98; 2,500 on 3/1/99; and 2,500 on 3/1/2000.",
    "1998-03-01, 2000-03-01",
  ],
])("%s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["The shares are restricted until October 3, 2026, on which date all of them vest.", "2026-10-03, 2026-10-03"],
  [
    "The units are subject to forfeiture until March 1, 2025, at which time they vest in full.",
    "2025-03-01, 2025-03-01",
  ],
  ["The shares may not be transferred until May 15, 2027, on which date they will vest.", "2027-05-15, 2027-05-15"],
  [
    "The award remains restricted through January 15, 2028, at which point the entire award vests.",
    "2028-01-15, 2028-01-15",
  ],
  ["These shares remain restricted until June 30, 2024, when all of the shares vest.", "2024-06-30, 2024-06-30"],
  ["The shares are restricted until May 1, 2025, on which date 50% vest.", "2025-05-01, null"],
  ["50% of the shares are restricted and vest on May 1, 2025.", "2025-05-01, null"],
  ["100% of the shares vest on May 1, 2025.", "2025-05-01, 2025-05-01"],
  ["The units may not be sold until May 1, 2025, on which date unvested units are forfeited.", "none"],
  ["The shares are restricted until October 3, 2026, when they would vest if the target is met.", "none"],
  ["The option was granted on May 1, 2024, when 25% vested.", "null, null"],
])("a restriction up to a date, or a part: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["Sold under an instruction given on May 30, 2023 to sell shares when units vest.", "none"],
  ["Sold under an election made on May 30, 2023 to sell shares as awards vest.", "none"],
  ["Sold under instructions signed on May 30, 2023 to cover taxes as RSUs vest.", "none"],
])("the day of an instruction is not a day of vesting: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  [
    "These RSUs were scheduled to vest on March 15, 2023, but vested on November 30, 2022 when she retired.",
    "2022-11-30, 2022-11-30",
  ],
  [
    "The units vested on May 1, 2020; they would otherwise have vested in equal parts on June 1, 2020 and June 1, 2021.",
    "2020-05-01, 2020-05-01",
  ],
  [
    "The option was expected to become exercisable on May 4, 2021 but became exercisable on May 4, 2020.",
    "2020-05-04, 2020-05-04",
  ],
  ["The units are scheduled to vest on March 15, 2023.", "2023-03-15, 2023-03-15"],
  [
    "The shares become free of restrictions in four equal annual installments starting on May 4, 2007.",
    "2007-05-04, null",
  ],
  [
    "One-half of the shares are released from all restrictions on May 4, 2007 and one-half on May 4, 2008.",
    "2007-05-04, 2008-05-04",
  ],
  ["Shares withheld for taxes on stock released from restrictions on May 4, 2007.", "none"],
  ["Shares released from the lock-up restrictions on May 4, 2007.", "none"],
])("a day on which they did not vest, and restrictions that end: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test("a count of what has vested is not a schedule", () => {
  expect(read("25,000 of the options were vested as of the date of this report.")).toBe("none");
  expect(read("All of the options were vested as of the date of this report.")).toBe("null, null");
});

test.each([
  [
    "The restrictions expire as to half the shares on May 4, 2007 and as to the rest on May 4, 2008.",
    "2007-05-04, 2008-05-04",
  ],
  ["The options expire as to half the shares on May 4, 2007 and as to the rest on May 4, 2008.", "none"],
  ["The shares become non-forfeitable on May 4, 2007.", "2007-05-04, 2007-05-04"],
])("restrictions that expire: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test("restrictions that were removed", () => {
  expect(read("All restrictions on the shares were removed on June 30, 2019.")).toBe("2019-06-30, 2019-06-30");
});

test.each([
  ["These units have vested, but delivery has been deferred until January 2, 2030.", "null, null"],
  ["The units that have vested were delivered.", "none"],
  ["5,000 of these units have vested.", "none"],
])("units that have vested: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  [
    "The RSUs are subject to time-based vesting: 50% on November 1, 2024 and 50% on November 1, 2025.",
    "2024-11-01, 2025-11-01",
  ],
  [
    "The SARs are exercisable in whole or in part from January 2, 2010 through January 1, 2017.",
    "2010-01-02, 2010-01-02",
  ],
  ["The awards are subject to time-based vesting conditions.", "none"],
])("subject to vesting, and exercisable from a day: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test("reads a list to its end, although the condition at its end speaks of vesting", () => {
  expect(
    read(
      "The RSUs vest as follows: 1,000 on March 1, 2025; 1,000 on March 1, 2026; and 2,000 on March 1, 2027, subject to continued employment through each vesting date.",
    ),
  ).toBe("2025-03-01, 2027-03-01");
});

test.each([
  ["The options vested as to 100,000 shares on May 1, 2020.", "2020-05-01, null"],
  ["The goal was met on February 3, 2023, and the units vest on February 3, 2024.", "2024-02-03, 2024-02-03"],
])("a part that vested, and a goal that was met: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  [
    "Its service condition was met as to 1/48th of the shares on July 1, 2009 and will be met as to the rest in equal monthly installments.",
    "2009-07-01, null",
  ],
  [
    "The service-based condition was satisfied as to 25% of the units on May 1, 2020 and will be satisfied as to the rest in 12 quarterly installments thereafter.",
    "2020-05-01, null",
  ],
  [
    "The time-based requirement is satisfied in four annual installments beginning on March 1, 2021.",
    "2021-03-01, null",
  ],
  [
    "The service-based vesting condition will be satisfied as to one-half of the units on each of May 1, 2022 and May 1, 2023.",
    "2022-05-01, 2023-05-01",
  ],
  ["The service requirement for retirement was met on May 1, 2020, so shares were withheld.", "none"],
  ["The closing conditions were met on May 1, 2020.", "none"],
  ["67% of the units vested on February 10, 2023 and the others were forfeited.", "2023-02-10, 2023-02-10"],
  ["67% of the units vested on February 10, 2023 and the others vest a year later.", "2023-02-10, null"],
  ["This Form 4 does not report 3,000 RSUs that vest only if a change of control occurs before 2025.", "none"],
  ["The award does not include voting rights and vests on May 1, 2022.", "2022-05-01, 2022-05-01"],
  ["Vests on May 1, 2022, subject to his continued service on May 1, 2022.", "2022-05-01, 2022-05-01"],
])("a condition of service that is met, and units that are not reported: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test("does not take the delivery of what has vested for vesting", () => {
  expect(read("Shares will be delivered, to the extent vested, on or about February 28, 2025.")).toBe("none");
});

test.each([
  [
    "The stock vests in three equal parts on the 4th day of March in each of the years 2026, 2027 and 2028.",
    "2026-03-04, 2028-03-04",
  ],
  ["Vests in equal parts on the 1st of June of 2025, 2026 and 2027.", "2025-06-01, 2027-06-01"],
  ["Vests one-half on the 5th day of May, 2026 and one-half on the 5th day of May, 2027.", "2026-05-05, 2027-05-05"],
  ["Options granted on the 3rd day of May 2021 vest on June 3, 2022.", "2022-06-03, 2022-06-03"],
])("a day before its month: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  [
    "The award would vest on certain goals. On May 5, 2022, the Board certified that all were reached. As a result, the shares vested in full.",
    "2022-05-05, 2022-05-05",
  ],
  [
    "On March 3, 2023, the Compensation Committee determined that the goals were met. Accordingly, 9,000 units vested.",
    "2023-03-03, 2023-03-03",
  ],
  [
    "On March 3, 2023, the Compensation Committee certified the goals. As a result, the units will vest on May 1, 2024.",
    "2024-05-01, 2024-05-01",
  ],
  ["On March 3, 2023 the merger was announced. As a result, all RSUs vested.", "null, null"],
  ["Each unit is the right to one share if and when the units have vested.", "none"],
  ["She owns 9,000 restricted stock units, and receives shares when and if such units become vested.", "none"],
  ["The units vest if and when the goals are met.", "null, null"],
  ["Shares were acquired upon incremental vesting of RSUs on May 1, 2024 and sold.", "none"],
  ["The sale followed the final vesting of the award on May 1, 2024.", "none"],
  ["The units are subject to the vesting schedule through June 1, 2029.", "null, 2029-06-01"],
  ["Each RSU has a vesting schedule that runs through June 1, 2029.", "null, 2029-06-01"],
  ["The RSUs remain subject to their vesting schedule.", "none"],
  ["The option was exercised during the vesting period through May 1, 2023.", "none"],
])("what follows a certified result, what may follow, and a schedule with an end: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["Options to purchase 20,000 shares, all of which are currently vested.", "null, null"],
  [
    "The RSUs convert to shares on the vesting dates, which are March 1, 2024, 2025 and 2026.",
    "2024-03-01, 2026-03-01",
  ],
  ["Shares are delivered within 30 days of the vesting dates, which are set out in the award agreement.", "none"],
  ["Stock options that were to vest on March 1, 2025 were cancelled.", "none"],
  ["The units were to vest on March 1, 2025 and the others were forfeited.", "2025-03-01, 2025-03-01"],
])("what has vested, its dates, and what was cancelled before: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});
