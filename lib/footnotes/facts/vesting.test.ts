import { describe, expect, test } from "vitest";
import { noteText } from "@/lib/footnotes/note-text";
import { readVesting } from "./vesting";

const read = (text: string) => {
  const value = readVesting(noteText(text))?.value;
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
  ])("a first date, and the schedule goes on: %s", (text, first) => {
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

  test("the schedule is the words that state it, without the condition of service", () => {
    const text = "Granted in May. 25% of the units vest on May 1, 2024, subject to the holder's continued service.";
    const stated = readVesting(noteText(text));
    expect(stated?.value.schedule).toBe("25% of the units vest on May 1, 2024");
    expect(stated?.spans.map(([start, end]) => text.slice(start, end))).toEqual([stated?.value.schedule]);
  });
});
