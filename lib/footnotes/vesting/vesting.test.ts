import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const read = (text: string) => {
  const value = readFact("vesting", text)?.value;
  return value ? [value.first, value.last] : null;
};

describe("readVesting", () => {
  test.each([
    ["Vests on March 1, 2021.", "2021-03-01", "2021-03-01"],
    ["The restricted stock units vest in May 2023.", "2023-05", "2023-05"],
    ["50% vests on March 1, 2021 and 50% vests on March 1, 2022.", "2021-03-01", "2022-03-01"],
    [
      "The units vest in thirds on each of April 15, 2025, April 15, 2026 and April 15, 2027.",
      "2025-04-15",
      "2027-04-15",
    ],
    [
      "The option vests as follows: 25% on January 1, 2012; 25% on January 1, 2013; and 50% on January 1, 2014.",
      "2012-01-01",
      "2014-01-01",
    ],
    ["Includes RSUs that vest in equal parts on March 1, 2021, 2022 and 2023.", "2021-03-01", "2023-03-01"],
    [
      "Grant of restricted stock which vests 1/3 on 2/15/07, 1/3 on 2/15/08 and 1/3 on 2/15/09.",
      "2007-02-15",
      "2009-02-15",
    ],
    ["The award vests on the earlier of June 7, 2020 or the next annual meeting.", "2020-06-07", "2020-06-07"],
    [
      "The award shall fully vest on the earlier of (a) the next annual meeting and (b) June 10, 2023.",
      "2023-06-10",
      "2023-06-10",
    ],
    [
      "The warrants may be exercised commencing on December 3, 2021 and expire on November 3, 2026.",
      "2021-12-03",
      "2021-12-03",
    ],
    ["Represents the full vesting of RSUs on May 16, 2019.", "2019-05-16", "2019-05-16"],
    ["The units vested in full on the date of the annual meeting, May 16, 2019.", "2019-05-16", "2019-05-16"],
    [
      "RSUs granted on February 15, 2020 under the Plan, which vested on February 15, 2023.",
      "2023-02-15",
      "2023-02-15",
    ],
    [
      "700 units vest on August 24, 2021; the balance vests in two equal annual installments commencing August 24, 2020.",
      "2020-08-24",
      "2021-08-24",
    ],
    [
      "1/8 of the units vest on August 20, 2024 and quarterly thereafter, such that all will be vested by May 20, 2026.",
      "2024-08-20",
      "2026-05-20",
    ],
    [
      "The units vest as to 1/4 on March 15, 2022 and thereafter on a quarterly basis through March 15, 2025.",
      "2022-03-15",
      "2025-03-15",
    ],
    [
      "Exercisable in three installments beginning on September 30, 2003, being fully vested on September 30, 2005.",
      "2003-09-30",
      "2005-09-30",
    ],
    ["This option becomes exercisable on or after September 1, 2008.", "2008-09-01", "2008-09-01"],
    ["The units vest and will be settled on May 5, 2026.", "2026-05-05", "2026-05-05"],
  ])("first and last: %s", (text, first, last) => {
    expect(read(text)).toEqual([first, last]);
  });

  test.each([
    [
      "The option vests as to 25% on January 2, 2026, and then in 36 equal monthly installments thereafter.",
      "2026-01-02",
    ],
    ["The units vest as to 1/16 quarterly beginning on March 15, 2022 until fully vested.", "2022-03-15"],
    ["These RSUs vest in four substantially equal annual installments, commencing on February 8, 2019.", "2019-02-08"],
    [
      "Vests ratably over four years in annual installments, with the first installment vesting on January 2, 2026.",
      "2026-01-02",
    ],
    ["A portion of the units became vested on December 15, 2011.", "2011-12-15"],
    [
      "On January 21, 2011, the Board certified the first objective, resulting in vesting as to 838,996 shares.",
      "2011-01-21",
    ],
    [
      "One third vests on May 5, 2016, the remainder in equal quarterly installments over the next two years.",
      "2016-05-05",
    ],
    ["The shares vest on May 5, 2016 and on each of the next two anniversaries thereof.", "2016-05-05"],
    ["Restrictions lapse in four equal annual installments beginning March 3, 2006.", "2006-03-03"],
    ["THE OPTIONS VEST IN THREE EQUAL ANNUAL INSTALLMENTS BEGINNING ON FEBRUARY 10, 2011.", "2011-02-10"],
  ])("a first date, after which the schedule continues: %s", (text, first) => {
    expect(read(text)).toEqual([first, null]);
  });

  test.each([
    ["The units vest in equal annual installments over four (4) years from March 17, 2025."],
    [
      "25% vests on the first anniversary of the vesting commencement date of May 1, 2019, and the rest in 36 monthly installments.",
    ],
    ["Vests in full on the date that is 12 months following the date of grant (September 14, 2018)."],
    ["The units vest 33% on each of the first, second and third anniversaries of February 1, 2020."],
    ["The options were granted on May 5, 2015 and vest ratably over three years."],
    [
      "The units vested upon achievement of goals for the period ended December 31, 2019, as certified on February 12, 2020.",
    ],
    ["The shares vest in tranches if the price exceeds $20.00 on or before December 31, 2025."],
    ["The option is fully vested and immediately exercisable; it expires on May 3, 2029."],
    ["Represents 243 shares of fully vested stock issued in lieu of fees."],
    ["Immediately exercisable."],
    ["All shares are exercisable as of the transaction date."],
    ["Dividend equivalents become exercisable proportionately with the units to which they relate."],
    ["The award vests in twelve equal installments upon the achievement of milestones."],
    ["If the return is within the top third, the units vest in full."],
    ["The restricted stock vests upon the reporting person's retirement, death or disability."],
    ["Restricted stock units, subject to three-year vesting."],
    ["The warrants are exercisable at any time prior to their expiration on June 1, 2026."],
  ])("terms without a date: %s", (text) => {
    expect(read(text)).toEqual([null, null]);
  });

  test.each([
    ["Shares withheld upon the vesting of restricted stock units on March 1, 2021."],
    ["Shares withheld for taxes on restricted stock that vested on March 1, 2012."],
    ["Shares issued upon vesting of RSUs granted March 1, 2018."],
    ["Subject to vesting."],
    ["The units vest subject to the reporting person's continued service."],
    ["Subject to vesting upon satisfaction of service-based vesting conditions."],
    ["5,000 shares have vested and 10,000 shares have not vested."],
    ["Convertible at any time."],
    ["Each unit represents the right to receive one share upon vesting."],
    ["The warrants are exercisable at a price of $11.50 per share."],
    ["Vested units are paid in shares following termination of service."],
    ["Includes 4,000 options exercisable within 60 days."],
    ["Excludes units that may become vested upon achievement of goals."],
    ["In addition to the securities reported herein, the reporting person holds units that vest on March 1, 2030."],
  ])("none: %s", (text) => {
    expect(read(text)).toBeNull();
  });

  test.each([
    ["The options were granted on May 1, 2018 and vest after one year.", "vest after one year"],
    ["These units, awarded January 16, 2018, vest in three annual installments.", "vest in three annual installments"],
    ["Granted 5/1/2018 and cliff vests after three years.", "cliff vests after three years"],
    ["RSUs granted in 2021, of which 2000 units vest each year.", "2000 units vest each year"],
  ])("does not take the date of the grant into the schedule: %s", (text, schedule) => {
    expect(readFact("vesting", text)?.value.schedule).toBe(schedule);
  });

  test("marks the words of the schedule without the condition of service", () => {
    const text = "Granted in May. 25% of the units vest on May 1, 2024, subject to the holder's continued service.";
    const stated = readFact("vesting", text);
    expect(stated?.value.schedule).toBe("25% of the units vest on May 1, 2024");
    expect(stated?.spans.map(([start, end]) => text.slice(start, end))).toEqual([stated?.value.schedule]);
  });
});

describe("in the words of filings", () => {
  /** The earliest and the latest date, or "…" if there is none. */
  const dates = (text: string) =>
    read(text)
      ?.map((date) => date ?? "…")
      .join(" to ") ?? null;

  test.each([
    [
      "Vesting schedule for the restricted stock unit award is as follows: 1,200 shares on May 15, 2024; 1,200 shares on November 15, 2024; and 1,300 shares on May 15, 2025.",
      "2024-05-15 to 2025-05-15",
    ],
    [
      "This award vests based upon the following vesting schedule: 2,000 shares vest on May 21, 2020, 2,000 on November 21, 2020.",
      "2020-05-21 to 2020-11-21",
    ],
    [
      "Each Restricted Share Right represents a contingent right to receive one share of common stock. These RSRs vest in three installments of one-third on 3/15/2014, 3/15/2015, and 3/15/2016.",
      "2014-03-15 to 2016-03-15",
    ],
    ["Exercisable in cumulative annual installments of 25% commencing on January 24, 2007.", "2007-01-24 to …"],
    [
      "The option is exercisable in installments: 3,000 shares on 5/1/2004, 3,000 shares on 5/1/2005 and 4,000 shares on 5/1/2006.",
      "2004-05-01 to 2006-05-01",
    ],
    [
      "The options vest as follows: 2,500 shares - 2/1/2005; 2,500 shares - 2/1/2006; 2,500 shares - 2/1/2007.",
      "2005-02-01 to 2007-02-01",
    ],
    [
      "These options vest in five equal annual installments on 12/15/04, 12/15/05, 12/15/06, 12/15/07 and 12/15/08.",
      "2004-12-15 to 2008-12-15",
    ],
    ["33 1/3% exercisable after 1 year, 66 2/3% after 2 years and 100% after 3 years.", "… to …"],
    ["33-1/3% of the options vest on each anniversary of the grant.", "… to …"],
    [
      "The option vests with respect to one-fourth of the shares on May 1, 2011 and with respect to 1/36 of the remaining shares each month thereafter.",
      "2011-05-01 to …",
    ],
    ["Grant date 2/5/2010; vests 25% on 2/5/2011, 2/5/2012, 2/5/2013 and 2/5/2014.", "2011-02-05 to 2014-02-05"],
    [
      "The RSUs were granted on February 1, 2018 and vest in three equal annual installments beginning on the first anniversary of the grant date.",
      "… to …",
    ],
    [
      "On March 5, 2021, the reporting person was granted 9,000 RSUs, vesting in three equal annual installments beginning on March 5, 2022.",
      "2022-03-05 to …",
    ],
    [
      "On February 8, 2019, the reporting person was granted 12,000 restricted stock units, vesting in four equal annual installments beginning on the first anniversary of the grant date.",
      "… to …",
    ],
    ["Restricted stock units granted on February 8, 2019 that vest one-third per year.", "… to …"],
    ["On May 2, 2020, 4,000 RSUs vested.", "2020-05-02 to 2020-05-02"],
    ["Restricted stock units vested on August 5, 2022 and were settled in shares.", "2022-08-05 to 2022-08-05"],
    [
      "The performance stock units vested on February 28, 2021 based on the achievement of performance goals during the performance period ended December 31, 2020.",
      "2021-02-28 to 2021-02-28",
    ],
    [
      "Represents performance shares earned for the 2015-2017 performance period, which vest on February 15, 2019.",
      "2019-02-15 to 2019-02-15",
    ],
    [
      "Represents PSUs for which performance was certified on February 12, 2020. The PSUs vest on December 31, 2020, subject to continued employment.",
      "2020-12-31 to 2020-12-31",
    ],
    [
      "The PSUs are eligible to vest at the end of a three-year performance period based on the Company's TSR relative to a peer group.",
      "… to …",
    ],
    [
      "Between 0% and 200% of the target PSUs may vest depending on the Issuer's cumulative EPS over the performance period of January 1, 2022 through December 31, 2024.",
      "… to …",
    ],
    ["PSUs vest on December 31, 2024 to the extent performance goals are met.", "2024-12-31 to 2024-12-31"],
    ["The number of shares that will vest is determined by the Company's revenue growth for fiscal 2023.", "… to …"],
    [
      "The earned units vest in two tranches: 50% upon certification and 50% on the first anniversary thereof.",
      "… to …",
    ],
    ["The MSUs vest in three tranches on March 1 of 2022, 2023 and 2024.", "2022-03-01 to 2024-03-01"],
    [
      "These shares vest on the second anniversary of the date of grant, or earlier upon death, disability or retirement.",
      "… to …",
    ],
    ["The LTIP Units vested on the date of grant.", "… to …"],
    [
      "The profits interests vest 20% on each of December 31, 2015, 2016, 2017, 2018 and 2019.",
      "2015-12-31 to 2019-12-31",
    ],
    [
      "The Class B Units vest over five years, with 20% vesting on June 30, 2016 and 5% each quarter thereafter.",
      "2016-06-30 to …",
    ],
    [
      "The option has vested as to 20,000 shares and will vest as to the remaining 20,000 shares on July 7, 2012.",
      "2012-07-07 to 2012-07-07",
    ],
    ["All of the shares subject to this option are fully vested and exercisable as of the date hereof.", "… to …"],
    ["The shares subject to the option are fully vested.", "… to …"],
    ["This option was fully vested on October 2, 2012.", "2012-10-02 to 2012-10-02"],
    ["The options are vested and exercisable.", "… to …"],
    ["Vested and exercisable", "… to …"],
    ["Vested.", "… to …"],
    ["All options are vested.", "… to …"],
    ["All vested", "… to …"],
    ["100% vested", "… to …"],
    ["The option is vested in full.", "… to …"],
    ["This option is exercisable immediately.", "… to …"],
    ["The option may be exercised immediately.", "… to …"],
    ["Option vests in equal annual installments on the first four anniversaries of February 20, 2008.", "… to …"],
    [
      "The options vest in three equal installments on the first, second and third anniversary of January 30, 2020.",
      "… to …",
    ],
    [
      "12.5% of the shares vest six months after the vesting commencement date of January 3, 2011 and 1/48th of the shares vest each month thereafter.",
      "… to …",
    ],
    ["The shares vest monthly over 36 months from January 1, 2022.", "… to …"],
    ["The shares vest in equal monthly installments through June 30, 2023.", "2023-06-30 to 2023-06-30"],
    [
      "The stock options will vest in three equal annual installments, with the first installment vesting on February 12, 2016.",
      "2016-02-12 to …",
    ],
    [
      "The first third vested on April 15, 2010, and the remaining two thirds will vest on April 15, 2011 and April 15, 2012.",
      "2010-04-15 to 2012-04-15",
    ],
    [
      "One-half of these options vest on May 5, 2009 and the other half vest on May 5, 2010.",
      "2009-05-05 to 2010-05-05",
    ],
    [
      "50% of the RSUs vest on March 15, 2024 and 50% vest on March 15, 2025, provided the Reporting Person remains employed through such dates.",
      "2024-03-15 to 2025-03-15",
    ],
    ["Two-thirds of the units vest on January 13, 2024 and one-third on January 13, 2025.", "2024-01-13 to 2025-01-13"],
    [
      "The restricted stock will vest ratably on the first, second, third and fourth anniversaries of the date of grant, beginning on March 9, 2017.",
      "2017-03-09 to …",
    ],
    ["The units vest on the one-year anniversary of the grant date (May 14, 2022).", "… to …"],
    ["The RSUs will vest on the first anniversary of the grant date, i.e., June 3, 2022.", "2022-06-03 to 2022-06-03"],
    ["The Series B warrants became exercisable on the six-month anniversary of their issuance.", "… to …"],
    ["The warrants may be exercised at any time on or after the date of issuance.", "… to …"],
    ["The warrant is exercisable at any time until May 3, 2027.", "… to …"],
    [
      "The warrants are exercisable from and after March 10, 2021 and expire on March 10, 2026.",
      "2021-03-10 to 2021-03-10",
    ],
    [
      "Each warrant is exercisable on the later of 30 days after the completion of the initial business combination and 12 months from the closing of the IPO.",
      "… to …",
    ],
    [
      "Convertible notes; the warrants are exercisable from January 4, 2010 through January 4, 2015.",
      "2010-01-04 to 2010-01-04",
    ],
    ["Pre-funded warrants are exercisable at any time, subject to a 9.99% beneficial ownership limitation.", "… to …"],
    [
      "The Reporting Person's RSUs will vest, if at all, upon achievement of a market capitalization of $5 billion.",
      "… to …",
    ],
    ["Options granted under the 2004 plan which vest over 4 years at 25% per year.", "… to …"],
    ["The option vests 1/3 on 2/10/11, 1/3 on 2/10/12, and 1/3 on 2/10/13.", "2011-02-10 to 2013-02-10"],
    ["Restricted stock award vests in thirds on the anniversary of the grant.", "… to …"],
    ["SARs become exercisable in four equal annual installments starting November 14, 2013.", "2013-11-14 to …"],
    ["Subject to acceleration, the option shall vest over a period of four years.", "… to …"],
    ["Time-vesting: one-quarter on each of the first four anniversaries.", "… to …"],
    ["The vesting date of these RSUs is March 1, 2024.", "2024-03-01 to 2024-03-01"],
    ["RSUs with a vesting date of March 1, 2024.", "2024-03-01 to 2024-03-01"],
    ["Vesting date: March 1, 2024", "2024-03-01 to 2024-03-01"],
    ["Vest dates: 3/1/22, 3/1/23, 3/1/24", "2022-03-01 to 2024-03-01"],
    [
      "Restricted stock units granted February 3, 2017; each unit represents the right to receive one share and vests annually over four years.",
      "… to …",
    ],
    [
      "The RSUs vest with respect to 50% of the shares on November 20, 2023 and the remaining 50% in eight quarterly installments thereafter.",
      "2023-11-20 to …",
    ],
    [
      "One sixteenth (1/16th) of the RSUs vest on February 15, 2022, and one sixteenth (1/16th) of the RSUs vest quarterly thereafter.",
      "2022-02-15 to …",
    ],
    [
      "The RSUs will vest as to 1/3 of the units on December 10, 2023, and in eight equal quarterly installments thereafter.",
      "2023-12-10 to …",
    ],
    [
      "These RSUs vest in quarterly installments over two years beginning May 25, 2022 and ending February 25, 2024.",
      "2022-05-25 to 2024-02-25",
    ],
    [
      "The RSUs vest in equal quarterly installments from March 1, 2022 through December 1, 2024.",
      "2022-03-01 to 2024-12-01",
    ],
    ["The grant will become fully vested on the date the director reaches age 72.", "… to …"],
    ["The stock vests upon the earlier of the director's retirement from the board or a change in control.", "… to …"],
    ["The restricted stock vests upon retirement.", "… to …"],
    ["The deferred shares vest upon grant and are payable upon termination of service.", "… to …"],
    ["These shares will vest on such date as the Compensation Committee certifies performance.", "… to …"],
    [
      "The Company's right to repurchase lapses in 36 equal monthly installments beginning on March 1, 2005.",
      "2005-03-01 to …",
    ],
    ["The repurchase right lapses at a rate of 1/48th per month.", "… to …"],
    ["The restrictions lapsed on March 15, 2012 and the Issuer withheld shares for taxes.", "2012-03-15 to 2012-03-15"],
    ["Represents units that vested on the date of the transaction.", "… to …"],
    [
      "On February 1, 2019, the Reporting Person was granted RSUs. On February 1, 2022, the final third of this award vested.",
      "2022-02-01 to 2022-02-01",
    ],
    [
      "The reporting person was granted options to purchase 20,000 shares, of which 5,000 vest annually beginning June 1, 2007.",
      "2007-06-01 to …",
    ],
    ["Dividend equivalents vest proportionately with the underlying RSUs.", "… to …"],
    ["Dividend equivalent rights accrue on the underlying RSUs and vest at the same time as the RSUs.", "… to …"],
    [
      "At the effective time of the merger, each unvested option became fully vested and was cancelled in exchange for cash.",
      "… to …",
    ],
    ["The options, which were to vest on May 1, 2016, were assumed by the acquirer.", "2016-05-01 to 2016-05-01"],
    ["In connection with the merger, the vesting of all outstanding options accelerated in full.", "… to …"],
    ["All outstanding RSUs accelerated and vested in full at the effective time.", "… to …"],
    ["Subject to a four-year vesting schedule.", "… to …"],
    ["Award subject to three-year cliff vesting.", "… to …"],
    [
      "The restricted stock is subject to vesting in four equal annual installments beginning May 1, 2018.",
      "2018-05-01 to …",
    ],
    ["Shares subject to vesting over four years.", "… to …"],
    [
      "These options first become exercisable on September 1, 2006 and expire on September 1, 2015.",
      "2006-09-01 to 2006-09-01",
    ],
    [
      "These RSUs will vest in 16 equal quarterly installments, with the first installment vesting on May 20, 2022, subject to continued service.",
      "2022-05-20 to …",
    ],
    [
      "1/16th of the RSUs vested on August 15, 2021 and 1/16th vests each quarter thereafter, subject to the Reporting Person's continued employment on each vesting date.",
      "2021-08-15 to …",
    ],
    ["The units vest one-third on each of March 4, 2021, March 4, 2022 and March 4, 2023.", "2021-03-04 to 2023-03-04"],
    [
      "The RSUs vest over a four-year period, with 25% vesting on March 15, 2021 and the remainder vesting in equal quarterly installments over the following three years.",
      "2021-03-15 to …",
    ],
    [
      "The RSUs vested 50% on January 31, 2017 and the remaining 50% will vest on January 31, 2018.",
      "2017-01-31 to 2018-01-31",
    ],
    ["The restricted stock units vest in February 2023, 2024 and 2025.", "2023-02 to 2025-02"],
    [
      "The RSUs are scheduled to vest in two equal installments on December 1, 2024 and 2025.",
      "2024-12-01 to 2025-12-01",
    ],
    ["All of these units have vested.", "… to …"],
    ["FULLY VESTED AND EXERCISABLE", "… to …"],
    [
      "The restricted period lapses as to one-third of the shares on each of March 1, 2013, 2014 and 2015.",
      "2013-03-01 to 2015-03-01",
    ],
    [
      "Award of restricted stock. Vesting dates are March 1, 2020, March 1, 2021, and March 1, 2022.",
      "2020-03-01 to 2022-03-01",
    ],
    ["Vesting schedule: 50% on 6/30/2020; 50% on 6/30/2021.", "2020-06-30 to 2021-06-30"],
    [
      "The option vests as to 1/60th of the underlying shares each month, such that it will be fully vested on May 30, 2026.",
      "… to 2026-05-30",
    ],
    ["The vesting of these options was accelerated in full by the board on December 20, 2005.", "… to …"],
    ["Options vest 50% after one year and 50% after two years.", "… to …"],
    ["The warrants are exercisable at any time prior to December 31, 2020.", "… to …"],
    [
      "The warrants will become exercisable 30 days after the completion of the Issuer's initial business combination.",
      "… to …",
    ],
    ["The PSUs, which were earned at 140% of target, will vest on March 3, 2026.", "2026-03-03 to 2026-03-03"],
    [
      "On February 10, 2021, the committee certified the results, and 12,000 PSUs were earned, which will vest on December 31, 2021.",
      "2021-12-31 to 2021-12-31",
    ],
    [
      "Exercisable in three (3) equal annual installments, the first of which becomes exercisable on February 1, 2006.",
      "2006-02-01 to …",
    ],
    [
      "The Options vest in three equal installments on each of the first three anniversaries of the closing of the Merger, which occurred on July 31, 2015.",
      "… to …",
    ],
    ["The RSUs are vested but will not be settled until the reporting person leaves the board.", "… to …"],
    [
      "This amount includes 10,000 shares of restricted stock which vest on May 1, 2007, 10,000 on May 1, 2008 and 10,000 on May 1, 2009.",
      "2007-05-01 to 2009-05-01",
    ],
  ])("%s", (text, expected) => {
    expect(dates(text)).toBe(expected);
  });

  test.each([
    ["The units will be settled in shares on the vesting date."],
    ["Each unit is settled in one share on its vesting date."],
    ["The vested portion of the option is exercisable."],
    ["Shares withheld for taxes upon the lapse of restrictions on restricted stock."],
    ["Payment of taxes due on lapse of restrictions on March 1, 2012."],
    ["Shares withheld for taxes on restricted stock that vested on March 1, 2012."],
    [
      "Represents shares withheld by the Company to satisfy the tax withholding obligation in connection with restricted stock units which vested on May 1, 2020.",
    ],
    ["The shares were sold to cover taxes in connection with the quarterly vesting of RSUs."],
    [
      "Shares were withheld to cover taxes upon the vesting of one-third of the restricted stock award granted on March 1, 2018.",
    ],
    ["Vesting of restricted stock units granted on March 1, 2019."],
    ["Vesting of RSUs."],
    ["RSU vesting."],
    ["Shares delivered upon vesting of RSUs on 3/1/2021."],
    ["The Preferred Stock has no expiration date and is immediately convertible."],
    ["The units become payable upon retirement."],
    ["The unvested portion of the award was cancelled upon the closing of the merger."],
    [
      "Pursuant to the merger agreement, each outstanding RSU, whether vested or unvested, was cancelled and converted into the right to receive $25.00 in cash.",
    ],
    ["Each vested option was cancelled at closing."],
    ["Options are subject to a vesting schedule."],
    ["The options have a term of ten years."],
    ["Subject to performance-based vesting."],
    ["Subject to time-based vesting conditions."],
    ["Performance-vesting restricted stock units."],
    ["The director must hold the vested shares until retirement."],
    ["No portion of the option will be exercisable until the stockholders approve the plan."],
    ["The option is exercisable only to the extent vested."],
    ["The options may be exercised only by the holder during his lifetime."],
    ["The options may not be exercised before June 1, 2012."],
    [
      "Shares withheld to pay taxes on the vesting of RSUs that were granted on February 1, 2020 and vested on February 1, 2023.",
    ],
    ["The option is not currently exercisable."],
    ["Lock-up restrictions on these shares lapse 180 days after the closing of the offering."],
    ["Voting and dispositive power is vested in an investment committee of three persons."],
    ["Mr. Lindqvist is vested with sole voting and investment power over the shares held by the trust."],
  ])("none: %s", (text) => {
    expect(dates(text)).toBeNull();
  });
});
