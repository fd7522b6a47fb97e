import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const use = (text: string) => readFact("planUse", text);

/** What the note states, and the words that state it. */
function stated(text: string) {
  const fact = use(text);
  return { value: fact?.value, words: fact?.spans.map(([start, end]) => text.slice(start, end)) };
}

describe("a reported transaction was made under a plan", () => {
  test.each([
    [
      "The sales reported on this Form 4 were effected pursuant to a Rule 10b5-1 trading plan adopted by the reporting person on May 15, 2024.",
      "effected pursuant to a Rule 10b5-1 trading plan",
    ],
    ["Sale of securities through the use of a plan under Rule 10b5-1.", "through the use of a plan under Rule 10b5-1"],
    [
      "The shares were sold automatically under an instruction letter dated March 3, 2022 intended to comply with Rule 10b5-1.",
      "sold automatically under an instruction letter dated March 3, 2022 intended to comply with Rule 10b5-1",
    ],
    [
      "Sales made under a pre-arranged trading plan under Rule 10b5-1(c).",
      "made under a pre-arranged trading plan under Rule 10b5-1(c)",
    ],
    [
      "The transaction was effected by the broker in accordance with a pre-arranged trading plan established under SEC Rule 10b5-1(c).",
      "in accordance with a pre-arranged trading plan established under SEC Rule 10b5-1(c)",
    ],
    [
      "The transactions reported on this Form 4 were made pursuant to a contract, instruction or written plan that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c).",
      "made pursuant to a contract, instruction or written plan that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c)",
    ],
    [
      "This Form 4/A is filed solely to indicate that the transaction reported in the original Form 4 was made pursuant to a Rule 10b5-1 trading plan.",
      "made pursuant to a Rule 10b5-1 trading plan",
    ],
    [
      "The reporting person is filing this amendment to check the box showing that the sale was made under a Rule 10b5-1 plan adopted on June 3, 2023.",
      "made under a Rule 10b5-1 plan",
    ],
    [
      "Reported transaction occurred pursuant to a Rule 10b5-1 Plan adopted by the reporting person on September 18, 2025.",
      "occurred pursuant to a Rule 10b5-1 Plan",
    ],
    [
      "The sales reported were executed under the Reporting Person's 10b5-1 trading plan, dated as of 6/3/2020.",
      "executed under the Reporting Person's 10b5-1 trading plan",
    ],
    ["Exercise and sale pursuant to 10b5-1 plan.", "pursuant to 10b5-1 plan"],
    ["10b5-1 Plan", "10b5-1 Plan"],
    ["Sold under 10b5-1 Plan dated 3/1/07.", "Sold under 10b5-1 Plan"],
    [
      "In accordance with the reporting person's Rule 10b5-1 Plan.",
      "In accordance with the reporting person's Rule 10b5-1 Plan",
    ],
    [
      "Trades were executed under a Rule 10b5-1 sales plan entered into in March 2021.",
      "executed under a Rule 10b5-1 sales plan",
    ],
    [
      "All transactions on this Form were made under a 10b5-1 plan which will expire on March 1, 2025.",
      "made under a 10b5-1 plan",
    ],
    [
      "On May 30, 2023 Ms. Roe adopted a 10b5-1 plan. The shares set forth above were sold pursuant to the plan.",
      "sold pursuant to the plan",
    ],
    [
      "Sold pursuant to a 10b5-1 plan adopted March 3, 2022 and terminated on May 5, 2023.",
      "Sold pursuant to a 10b5-1 plan",
    ],
    [
      "These sales were made pursuant to a Rule 10b5-1 plan. The plan was terminated on June 6, 2024.",
      "made pursuant to a Rule 10b5-1 plan",
    ],
    ["5,000 of these shares were sold under a Rule 10b5-1 plan; the rest were not.", "sold under a Rule 10b5-1 plan"],
    ["The shares were purchased by the broker under a Rule 10b5-1 purchase plan.", "under a Rule 10b5-1 purchase plan"],
    [
      "Pursuant to a Rule 10b5-1 trading plan entered into by the Reporting Person on March 3, 2021.",
      "Pursuant to a Rule 10b5-1 trading plan",
    ],
    [
      "The reported transaction was pursuant to Rule 10b5-1 plan adopted December 12, 2022.",
      "pursuant to Rule 10b5-1 plan",
    ],
    [
      "These option exercises and sales were pursuant to a written trading plan established in compliance with Rule 10b5-1.",
      "pursuant to a written trading plan established in compliance with Rule 10b5-1",
    ],
    [
      "The sales were done by an automatic trading program that satisfies Rule 10b5-1.",
      "by an automatic trading program",
    ],
    ["Automatic sale per 10b5-1 plan.", "per 10b5-1 plan"],
    [
      "The transaction reported herein was executed in accordance with Mr. Roe's pre-existing Rule 10b5-1 plan.",
      "executed in accordance with Mr. Roe's pre-existing Rule 10b5-1 plan",
    ],
    [
      "This sale was effected pursuant to a Rule 10b5-1 trading plan; the sale was needed to cover taxes.",
      "effected pursuant to a Rule 10b5-1 trading plan",
    ],
    [
      "Represents shares sold by the reporting person to cover tax obligations under an instruction that meets Rule 10b5-1.",
      "under an instruction that meets Rule 10b5-1",
    ],
    [
      "Sold to cover taxes pursuant to an irrevocable election intended to satisfy the conditions of Rule 10b5-1(c).",
      "pursuant to an irrevocable election intended to satisfy the conditions of Rule 10b5-1(c)",
    ],
    ["Shares were gifted pursuant to a Rule 10b5-1 plan.", "pursuant to a Rule 10b5-1 plan"],
    ["The sales set forth on this form were pre-arranged under a Rule 10b5-1 plan.", "under a Rule 10b5-1 plan"],
  ])("%s", (text, words) => expect(stated(text)).toEqual({ value: "made_under", words: [words] }));
});

describe("it was not", () => {
  test.each([
    ["This sale was not made under a Rule 10b5-1 trading arrangement.", "made under a Rule 10b5-1 trading arrangement"],
    ["This sale was discretionary and not pursuant to a Rule 10b5-1 plan.", "pursuant to a Rule 10b5-1 plan"],
    ["The transaction was not effected pursuant to a 10b5-1 plan.", "effected pursuant to a 10b5-1 plan"],
    ["None of the trades reported were made under a Rule 10b5-1 plan.", "made under a Rule 10b5-1 plan"],
    ["The reporting person's sale was made outside of his Rule 10b5-1 plan.", "outside of his Rule 10b5-1"],
    ["The transaction did not occur under a Rule 10b5-1 trading plan.", "under a Rule 10b5-1 trading plan"],
    [
      "The box was checked in error; the sale was not made pursuant to a Rule 10b5-1 plan.",
      "made pursuant to a Rule 10b5-1 plan",
    ],
  ])("%s", (text, words) => expect(stated(text)).toEqual({ value: "not_under", words: [words] }));
});

describe("a plan is only mentioned", () => {
  test.each([
    [
      "The sell-to-cover instruction was adopted on May 5, 2023 and is intended to satisfy Rule 10b5-1(c).",
      "instruction was adopted on May 5, 2023 and is intended to satisfy Rule 10b5-1(c)",
    ],
    ["The 10b5-1 plan adopted on May 3, 2022 was terminated on June 4, 2023.", "10b5-1 plan"],
    [
      "On August 5, 2024, the reporting person entered into a new Rule 10b5-1 plan.",
      "entered into a new Rule 10b5-1 plan",
    ],
    [
      "The reporting person has adopted a plan in accordance with Rule 10b5-1.",
      "adopted a plan in accordance with Rule 10b5-1",
    ],
    [
      "Up to 50,000 shares may be sold in the future under a Rule 10b5-1 trading plan.",
      "under a Rule 10b5-1 trading plan",
    ],
    ["The reporting person intends to sell shares pursuant to a Rule 10b5-1 plan.", "pursuant to a Rule 10b5-1 plan"],
    ["On March 1, 2023, the reporting person terminated his Rule 10b5-1 plan.", "terminated his Rule 10b5-1 plan"],
    [
      "The Form 4 filed on May 1, 2024 omitted that a sale of April 29, 2024 was made under a Rule 10b5-1 plan.",
      "under a Rule 10b5-1 plan",
    ],
    [
      "Sales under the reporting person's Rule 10b5-1 plan will begin in June 2024.",
      "under the reporting person's Rule 10b5-1 plan",
    ],
    ["The Rule 10b5-1 plan of the reporting person expired on June 1, 2022.", "10b5-1 plan"],
    ["The reporting person's Rule 10b5-1 trading plan has been completed.", "10b5-1 trading plan"],
    [
      "Following this grant the reporting person established a pre-arranged stock trading plan under Rule 10b5-1.",
      "established a pre-arranged stock trading plan under Rule 10b5-1",
    ],
    ["All remaining shares are subject to a Rule 10b5-1 plan.", "10b5-1 plan"],
  ])("%s", (text, words) => expect(stated(text)).toEqual({ value: "mentioned", words: [words] }));
});

describe("names no such plan", () => {
  test.each(["Sold in compliance with Rule 144.", "Rule 10b-5 prohibits fraud."])("%s", (text) => {
    expect(use(text)).toBeNull();
  });
});

test.each([
  ["On May 3, 2022 she terminated the Rule 10b5-1 trading plan.", "terminated the Rule 10b5-1 trading plan"],
  ["He has entered into a new plan under Rule 10b5-1.", "entered into a new plan under Rule 10b5-1"],
  ["Shares were sold pursuant to her 10b5-1 sales plan.", "sold pursuant to her 10b5-1 sales plan"],
  ["Not pursuant to a Rule 10b5-1 plan.", "pursuant to a Rule 10b5-1 plan"],
])("marks the words that say it: %s", (text, words) => {
  expect(use(text)?.spans.map(([start, end]) => text.slice(start, end))).toEqual([words]);
});
