import { describe, expect, test } from "vitest";
import { noteText } from "@/lib/footnotes/vocabulary/note-text";
import { readPlanAdopted, readPlanModified, readPlanTerminated } from "./plan-facts";

const days = (text: string) => {
  const note = noteText(text);
  const facts = { a: readPlanAdopted(note), m: readPlanModified(note), t: readPlanTerminated(note) };
  for (const fact of Object.values(facts)) {
    for (const [start, end] of fact?.spans ?? []) expect(text.slice(start, end)).toMatch(/^[\w/][\w\s,./-]*\d$/);
  }
  return Object.entries(facts).flatMap(([name, fact]) => fact?.value.map((date) => `${name} ${date}`) ?? []);
};

describe("the day a plan was adopted", () => {
  test.each([
    ["Sold under a Rule 10b5-1 plan adopted by the reporting person on May 15, 2024.", "a 2024-05-15"],
    ["Sold under a Rule 10b5-1 trading plan that was adopted on 8/16/2023.", "a 2023-08-16"],
    ["Sold under a 10b5-1 trading plan, dated as of 6/3/2020.", "a 2020-06-03"],
    ["Sold under a Rule 10b5-1 plan entered into on 11/07/2024.", "a 2024-11-07"],
    ["Sold under a Rule 10b5-1 plan entered into by the holder in May 2023.", "a 2023-05"],
    ["Sold under a plan established on June 1, 2021 in compliance with Rule 10b5-1.", "a 2021-06-01"],
    ["Sold under a 10b5-1 plan signed March 3, 2019.", "a 2019-03-03"],
    [
      "Sold under an instruction letter dated March 3, 2022 that is intended to comply with Rule 10b5-1.",
      "a 2022-03-03",
    ],
    ["On March 3, 2020, Jane Roe, the chief financial officer, entered into a Rule 10b5-1 plan.", "a 2020-03-03"],
    ["In March 2020 the reporting person adopted a plan under Rule 10b5-1.", "a 2020-03"],
    ["ADOPTED PURSUANT TO RULE 10B5-1 ON MARCH 3RD, 2020.", "a 2020-03-03"],
    ["Sold under a Rule 10b5-1 plan (adopted 3/1/2024).", "a 2024-03-01"],
    ["Sold under a Rule 10b5-1 plan. Plan adoption date: 3/1/24.", "a 2024-03-01"],
    ["Sold under a plan adopted by the Roe Trust dated May 1, 1995 on May 4, 2020 under Rule 10b5-1.", "a 2020-05-04"],
    ["Sold under a Rule 10b5-1 plan adopted effective as of June 1, 2023.", "a 2023-06-01"],
    ["Sold on May 5, 2021 under a 10b5-1 plan adopted on May 5, 2020.", "a 2020-05-05"],
    ["Sold under a Rule 10b5-1 plan adopted May 5, 2020. The plan has been completed on May 6, 2021.", "a 2020-05-05"],
  ])("%s", (text, expected) => {
    expect(days(text)).toEqual([expected]);
  });

  test("several plans", () => {
    expect(days("Sold under Rule 10b5-1 plans adopted on May 2, 2023 and June 8, 2023.")).toEqual([
      "a 2023-05-02",
      "a 2023-06-08",
    ]);
    expect(
      days("Sold under a 10b5-1 plan adopted on May 2, 2023. On June 8, 2023 she adopted another 10b5-1 plan."),
    ).toEqual(["a 2023-05-02", "a 2023-06-08"]);
    expect(
      days("Sold under a 10b5-1 plan adopted on May 2, 2023. The 10b5-1 plan adopted on May 2, 2023 is at its end."),
    ).toEqual(["a 2023-05-02"]);
  });

  test.each([
    "Sold on March 4, 2024 pursuant to a Rule 10b5-1 plan.",
    "Sold under a Rule 10b5-1 plan reported on a Form 4 filed on March 4, 2024.",
    "Sold under a Rule 10b5-1 plan. The shares were granted under the equity incentive plan adopted on May 2, 2010.",
    "Sold by a trust established on May 2, 2010 under a Rule 10b5-1 plan.",
    "Sold under a Rule 10b5-1 plan, the first trade under which was made on May 2, 2010.",
    "Sold under a Rule 10b5-1 plan in existence since May 2, 2010.",
    "Sold under a Rule 10b5-1 plan that expired on May 2, 2010.",
    "Sold under a Rule 10b5-1 plan that was completed on May 2, 2010.",
    "Sold under a Rule 10b5-1 plan adopted in 2010.",
    "Sold under a trading plan adopted on May 2, 2010.",
    "Rule 10b5-1 sales begin on May 2, 2010 under the plan.",
    "Held by the Roe Family Trust dated May 2, 2010, which sold under a Rule 10b5-1 plan.",
  ])("states no day: %s", (text) => {
    expect(days(text)).toEqual([]);
  });
});

describe("the days a plan was modified or terminated", () => {
  test.each([
    [
      "Sold under a Rule 10b5-1 plan adopted on May 2, 2022 and amended on August 3, 2022.",
      ["a 2022-05-02", "m 2022-08-03"],
    ],
    [
      "Sold under a Rule 10b5-1 plan adopted May 2, 2022, as modified June 1, 2022 and July 1, 2022.",
      ["a 2022-05-02", "m 2022-06-01", "m 2022-07-01"],
    ],
    ["Sold under a Rule 10b5-1 plan, as amended on May 2, 2020.", ["m 2020-05-02"]],
    ["On June 1, 2022 the reporting person amended his Rule 10b5-1 plan.", ["m 2022-06-01"]],
    [
      "Sold under a Rule 10b5-1 plan dated May 2, 2022, as amended and restated in June 2022.",
      ["a 2022-05-02", "m 2022-06"],
    ],
    ["The Rule 10b5-1 plan adopted on May 3, 2022 was terminated on June 4, 2023.", ["a 2022-05-03", "t 2023-06-04"]],
    ["On June 4, 2023, the reporting person terminated the Rule 10b5-1 plan.", ["t 2023-06-04"]],
    ["Effective June 4, 2023 the Rule 10b5-1 plan was cancelled.", ["t 2023-06-04"]],
    ["Sold under a Rule 10b5-1 plan. The plan was revoked on June 4, 2023.", ["t 2023-06-04"]],
    ["After the termination of her Rule 10b5-1 plan on June 4, 2023, she sold no shares.", ["t 2023-06-04"]],
    ["The Rule 10b5-1 plan was canceled in June 2023.", ["t 2023-06"]],
  ])("%s", (text, expected) => {
    expect(days(text)).toEqual(expected);
  });

  test.each([
    "The Rule 10b5-1 plan will terminate on June 4, 2023.",
    "The Rule 10b5-1 plan terminates on June 4, 2023 unless it is cancelled.",
    "The Rule 10b5-1 plan is to be terminated on June 4, 2023.",
    "The termination date of the Rule 10b5-1 plan is June 4, 2023.",
    "The Rule 10b5-1 plan expired on June 4, 2023.",
    "The Rule 10b5-1 plan was completed on June 4, 2023.",
    "This form, amended on June 4, 2023, reports a sale under a Rule 10b5-1 plan.",
    "Held by the Roe Trust dated May 1, 2010, as amended June 2, 2011, which sold under a Rule 10b5-1 plan.",
  ])("states no such day: %s", (text) => {
    expect(days(text)).toEqual([]);
  });
});
