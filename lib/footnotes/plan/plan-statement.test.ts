import { describe, expect, test } from "vitest";
import { namesRule10b5 } from "@/lib/footnotes/vocabulary/rule-10b5-1";
import { planStatement } from "./plan-statement";

const under = (text: string) => planStatement(text).underPlan?.text ?? null;
const adopted = (text: string) => planStatement(text).adoptedOn?.date ?? null;

describe("a transaction under a plan", () => {
  test.each([
    // 0000320193-22-000061, 0001571601-26-000014, 0000899243-21-044077, 0001062993-24-008173, 0000899243-21-026830
    [
      "This transaction was made pursuant to a Rule 10b5-1 trading plan adopted by the reporting person on August 16, 2021.",
      "made pursuant to a Rule 10b5-1 trading plan",
      "2021-08-16",
    ],
    [
      "This Form 4 is being amended to indicate that the transaction reported herein was effected pursuant to a Rule 10b5-1(c) trading plan adopted by the reporting person on June 22, 2026.",
      "effected pursuant to a Rule 10b5-1(c) trading plan",
      "2026-06-22",
    ],
    [
      "THE TRANSACTIONS REPORTED ON THIS FORM 4 WERE AUTOMATICALLY EFFECTED PURSUANT TO A RULE 10B5-1 TRADING PLAN PREVIOUSLY ADOPTED ON SEPTEMBER  14, 2021 AND ESTABLISHED BY THE REPORTING PERSON FOR THE PURPOSE OF AN ORDERLY SALE.",
      "EFFECTED PURSUANT TO A RULE 10B5-1 TRADING PLAN",
      "2021-09-14",
    ],
    [
      'These sales were effected by Craft Ventures II, L.P. ("Craft Ventures II") pursuant to Rule 10b5-1 trading plans adopted on December 15, 2023.',
      "pursuant to Rule 10b5-1 trading plans",
      "2023-12-15",
    ],
    [
      "This transaction represents the cashless net exercise of a warrant effected in compliance with a preexisting Rule 10b5-1 plan adopted by the holder.",
      "effected in compliance with a preexisting Rule 10b5-1 plan",
      null,
    ],
    // b3bf39b410b1759e, b6f4a6cbed3c7739, 8d6bd21af22c73f8
    [
      "This transaction was made pursuant to a Rule 10b5-1 trading plan adopted by the reporting person's trust on February 26, 2019.",
      "made pursuant to a Rule 10b5-1 trading plan",
      "2019-02-26",
    ],
    [
      "As indicated by the checkbox above, this transaction was effected automatically pursuant to a Rule 10b5-1 trading plan adopted by DM Trust Aggregator, LLC on November 22, 2024.",
      "effected automatically pursuant to a Rule 10b5-1 trading plan",
      "2024-11-22",
    ],
    [
      "This transaction was effected pursuant to a Rule 10b5-1 trading plan adopted by the reporting person on 11/07/2024.",
      "effected pursuant to a Rule 10b5-1 trading plan",
      "2024-11-07",
    ],
    // 0000950170-23-058958
    [
      "The sales reported in this Form 4 were effected pursuant to a Rule 10b5-1 trading plan dated March 17, 2023.",
      "effected pursuant to a Rule 10b5-1 trading plan",
      "2023-03-17",
    ],
    [
      "Sold under a trading plan intended to satisfy the affirmative defense conditions of Rule 10b5-1(c), adopted June 3, 2024.",
      "Sold under a trading plan intended to satisfy the affirmative defense conditions of Rule 10b5-1(c)",
      "2024-06-03",
    ],
    [
      "Executed in accordance with a written plan under Rule 10b5-1 dated 2011-09-19.",
      "Executed in accordance with a written plan under Rule 10b5-1",
      "2011-09-19",
    ],
    [
      "Sales made under an arrangement designed to comply with Rule 10b5‑1.",
      "made under an arrangement designed to comply with Rule 10b5‑1",
      null,
    ],
    [
      "The shares were sold pursuant to a 10b5\u20131 sales plan which the reporting person entered into on or about 9/19/2011.",
      "sold pursuant to a 10b5\u20131 sales plan",
      "2011-09-19",
    ],
    ["Shares disposed of in compliance with Rule 10b5-1.", "disposed of in compliance with Rule 10b5-1", null],
    ["Pursuant to a 10b-5-1 plan.", "Pursuant to a 10b-5-1 plan", null],
    [
      "Automatic sale under the reporting person's pre-arranged 10(b)5-1 trading plan.",
      "under the reporting person's pre-arranged 10(b)5-1 trading plan",
      null,
    ],
    [
      "Pursuant to a Rule 10b5-1 plan adopted on May 1, 2020 and amended on August 3, 2020, the reporting person sold 100 shares.",
      "Pursuant to a Rule 10b5-1 plan",
      "2020-05-01",
    ],
    ["The sale was part of a 10b5-1 plan.", "part of a 10b5-1 plan", null],
    ["10b5-1 sale", "10b5-1 sale", null],
    ["Rule 10b5-1 Plan adopted 8/15/2025", "Rule 10b5-1 Plan adopted 8/15/2025", "2025-08-15"],
    [
      "On March 2, 2020, the reporting person established a Rule 10b5-1 plan, under which the shares reported here were sold.",
      "Rule 10b5-1 plan, under which the shares reported here were sold",
      "2020-03-02",
    ],
    [
      "Sold pursuant to a trading plan, adopted by the Smith Family Trust dated March 1, 2001 on May 4, 2020, that meets the requirements of Rule 10b5-1.",
      "Sold pursuant to a trading plan, adopted by the Smith Family Trust dated March 1, 2001 on May 4, 2020, that meets the requirements of Rule 10b5-1",
      "2020-05-04",
    ],
    [
      "5,000 of these shares were sold under a 10b5-1 plan; the others were not sold pursuant to a plan.",
      "sold under a 10b5-1 plan",
      null,
    ],
    [
      "The reporting person had no discretion over these sales, which were effected pursuant to a Rule 10b5-1 plan.",
      "effected pursuant to a Rule 10b5-1 plan",
      null,
    ],
    [
      "These sales were not discretionary as they were made pursuant to a Rule 10b5-1 plan.",
      "made pursuant to a Rule 10b5-1 plan",
      null,
    ],
    [
      "The sale does not represent a discretionary trade and was made pursuant to automatic sale instructions adopted on May 1, 2023 that comply with Rule 10b5-1(c).",
      "made pursuant to automatic sale instructions adopted on May 1, 2023 that comply with Rule 10b5-1(c)",
      "2023-05-01",
    ],
    [
      "The reporting person had no discretion over sales made pursuant to the 10b5-1 plan.",
      "made pursuant to the 10b5-1 plan",
      null,
    ],
    ["Sold on May 5 under a 10b5-1 plan.", "under a 10b5-1 plan", null],
    [
      "The reporting person sold the remaining shares pursuant to a Rule 10b5-1 plan.",
      "pursuant to a Rule 10b5-1 plan",
      null,
    ],
    [
      "Sold pursuant to a stock trading plan under SEC Rule 10b5-1, adopted May 2, 2005.",
      "Sold pursuant to a stock trading plan under SEC Rule 10b5-1",
      "2005-05-02",
    ],
    ["Sold under a 10b5-1 plan. Date of adoption: May 1, 2023.", "Sold under a 10b5-1 plan", "2023-05-01"],
    [
      "Transactions effected pursuant to trading plan. The trading plan was adopted in accordance with Rule 10b5-1 on March 5, 2019.",
      "effected pursuant to trading plan",
      "2019-03-05",
    ],
    [
      "Sales of shares as specified in the 10b5-1 plan (plan adoption date 3/1/2024).",
      "as specified in the 10b5-1 plan",
      "2024-03-01",
    ],
  ])("%s", (text, words, date) => {
    const { underPlan, notUnderPlan, adoptedOn } = planStatement(text);
    expect({ words: underPlan?.text ?? null, date: adoptedOn?.date ?? null }).toEqual({ words, date });
    expect(notUnderPlan).toBeNull();
    expect(text.slice(underPlan?.start, underPlan?.end)).toBe(words);
    expect(text.slice(adoptedOn?.start, adoptedOn?.end)).toBe(adoptedOn?.text ?? text);
  });

  test("0001093557-24-000010: the plan in one sentence, the sale under it in another", () => {
    const text =
      "On May 30, 2023, Mr. Altman adopted a 10b5-1 Plan. This 10b5-1 Plan allows the orderly disposition of shares owned by Mr. Altman. The shares set forth above were sold pursuant to the 10b5-1 Plan.";
    expect(planStatement(text)).toMatchObject({
      underPlan: { text: "sold pursuant to the 10b5-1 Plan" },
      adoptedOn: { date: "2023-05-30" },
    });
  });

  test("a plan given only by its short name", () => {
    const text =
      'On June 1, 2021 the reporting person entered into a Rule 10b5-1 plan (the "Sales Plan"). The sales reported were made under the Sales Plan.';
    expect(planStatement(text)).toMatchObject({
      underPlan: { text: "made under the Sales Plan" },
      adoptedOn: { date: "2021-06-01" },
    });
  });
});

describe("no transaction under a plan", () => {
  test.each([
    "This sale was not made under a Rule 10b5-1 trading arrangement.",
    "This sale was discretionary and not pursuant to a Rule 10b5-1 plan.",
    "None of the transactions reported on this form was made pursuant to a 10b5-1 plan.",
    "Sold pursuant to a non-Rule 10b5-1 trading arrangement.",
    "Shares sold other than pursuant to the reporting person's 10b5-1 plan.",
    "This trade was executed outside of the reporting person's Rule 10b5-1 plan.",
    "No sale by the reporting person, his spouse, or their trust was made pursuant to a Rule 10b5-1 plan.",
  ])("is denied: %s", (text) => {
    const { underPlan, notUnderPlan } = planStatement(text);
    expect(underPlan).toBeNull();
    expect(notUnderPlan).not.toBeNull();
    expect(text.slice(notUnderPlan?.start, notUnderPlan?.end)).toBe(notUnderPlan?.text);
  });

  test.each([
    [
      "The 10b5-1 plan adopted on May 3, 2022 was terminated on June 4, 2023, after the trades reported here.",
      "2022-05-03",
    ],
    ["On August 5, 2024, the reporting person entered into a new Rule 10b5-1 plan.", "2024-08-05"],
    ["The reporting person has adopted a plan in accordance with Rule 10b5-1.", null],
    ["Up to 50,000 shares may be sold in the future under a Rule 10b5-1 trading plan.", null],
    ["Additional shares will be sold pursuant to the reporting person's 10b5-1 plan.", null],
    ["The plan is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c).", null],
    ["The reporting person adopted a plan to sell shares in accordance with Rule 10b5-1.", null],
    ["The previously reported sale was made pursuant to a Rule 10b5-1 plan.", null],
    ["Sold pursuant to a pre-arranged trading plan.", null],
    [
      "In accordance with Rule 10b5-1, the reporting person adopted a plan for the sale of shares on June 1, 2020.",
      "2020-06-01",
    ],
    ["The reporting person takes part in a program under a 10b5-1 plan for the sale of shares.", null],
    ["Sold in connection with the termination of a Rule 10b5-1 plan.", null],
    ["50,000 shares remaining under the Rule 10b5-1 plan.", null],
    ["Granted under the 2010 Stock Incentive Plan.", null],
    ["Purchases are subject to Rule 10b-5 of the Exchange Act.", null],
  ])("states no plan: %s", (text, date) => {
    const { underPlan, notUnderPlan, adoptedOn } = planStatement(text);
    expect({ underPlan, notUnderPlan, date: adoptedOn?.date ?? null }).toEqual({
      underPlan: null,
      notUnderPlan: null,
      date,
    });
  });
});

describe("the day of adoption", () => {
  test.each([
    // 0000899243-21-049992, 0001209191-12-022044
    [
      "Sold under a Rule 10b5-1 plan adopted on September 14, 2021. This plan was completed on December 28, 2021.",
      "2021-09-14",
    ],
    [
      "Shares were sold pursuant to a 10b5-1 trading plan. The plan has been in existence since the fall of 2011.",
      null,
    ],
    ["Sold pursuant to a 10b5-1 plan, as amended on May 2, 2020.", null],
    ["Sold pursuant to a 10b5-1 plan adopted in May 2023.", null],
    ["Sold on March 4, 2024 pursuant to a 10b5-1 plan.", null],
    ["Sold pursuant to a 10b5-1 plan adopted by a trust established on May 2, 2010.", null],
    [
      "Sold pursuant to a 10b5-1 plan. The shares were granted under the equity incentive plan adopted on May 2, 2010.",
      null,
    ],
    ["Sold pursuant to 10b5-1 plans adopted on May 2, 2023 and entered into on June 8, 2023.", null],
    [
      "Sold pursuant to a 10b5-1 plan adopted on May 2, 2023. On June 8, 2023 the reporting person adopted a new 10b5-1 plan.",
      "2023-05-02",
    ],
    ["Sold pursuant to a 10b5-1 plan adopted on February 30, 2023.", null],
  ])("%s", (text, date) => {
    expect(adopted(text)).toBe(date);
    expect(under(text)).not.toBeNull();
  });
});

test("recognises the rule in any spelling, and does not confuse it with Rule 10b-5", () => {
  for (const text of [
    "10b5-1",
    "10B5‐1",
    "10b5 1",
    "10b-5-1(c)",
    "Rule 10b5\u00961",
    "a 10b-5 trading plan",
    "Rule 10b5-l",
  ]) {
    expect(namesRule10b5(text), text).toBe(true);
  }
  for (const text of ["Rule 10b-5", "10b-5 and 16b-3", "110b5-1", "10b5-1,000", "10b5-legal"])
    expect(namesRule10b5(text), text).toBe(false);
});
