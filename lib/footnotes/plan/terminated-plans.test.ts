import { expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const terminated = (text: string) => readFact("planTerminated", text)?.value ?? null;

test.each([
  [
    "Mr. Roe adopted a 10b5-1 plan on June 12, 2020. On December 11, 2020 he modified the plan, and on March 19, 2021 he terminated it.",
    ["2021-03-19"],
  ],
  [
    "The plan under Rule 10b5-1 was adopted on May 2, 2016, and the Reporting Person elected to terminate it on March 2, 2017.",
    ["2017-03-02"],
  ],
  [
    "On October 21, 2019 the Reporting Person instructed his broker to terminate the Rule 10b5-1 plan under which he had sold shares.",
    ["2019-10-21"],
  ],
  [
    "On May 8, 2020, the Reporting Person gave notice to terminate the Rule 10b5-1 plan dated March 4, 2020.",
    ["2020-05-08"],
  ],
  ["The termination on August 8, 2022 of her Rule 10b5-1 plan was reported in a Form 10-Q.", ["2022-08-08"]],
  [
    "Sold under a Rule 10b5-1 plan; such plan terminated by notice of the Reporting Person dated January 12, 2011.",
    ["2011-01-12"],
  ],
  [
    "Mr. Roe terminated the plan, which he adopted on June 1, 2022 pursuant to Rule 10b5-1, on January 17, 2023.",
    ["2023-01-17"],
  ],
  [
    "The Rule 10b5-1 plan was terminated effective the close of business on December 30, 2022. The sales preceded it.",
    ["2022-12-30"],
  ],
  [
    "On May 15, 2022 the Rule 10b5-1 plan of the J. Roe Family Trust, adopted January 13, 2022, was revoked by its trustee.",
    ["2022-05-15"],
  ],
  ["The Reporting Person ended his 10b5-1 plan on August 1, 2022.", ["2022-08-01"]],
  [
    "That Rule 10b5-1 plan was suspended on May 1, 2017 and was terminated by agreement on June 2, 2018.",
    ["2018-06-02"],
  ],
])("reads the day on which a plan was terminated: %s", (text, days) => {
  expect(terminated(text)).toEqual(days);
});

test.each([
  "Her consulting agreement was terminated on June 30, 2020; sales were made under a 10b5-1 plan adopted on May 1, 2020.",
  "The Issuer's stock repurchase plan was terminated on May 1, 2019. Sold under a Rule 10b5-1 plan adopted on May 9, 2019.",
  "The Reporting Person adopted a 10b5-1 plan on March 1, 2022. The broker may elect to terminate it on June 1, 2023.",
  "He intends to terminate the 10b5-1 plan on June 1, 2023.",
  "On May 1, 2022 he received the shares from the trust and terminated it. Sales were made under a 10b5-1 plan.",
  "The Rule 10b5-1 plan was suspended on April 1, 2020.",
])("does not take another day for that of a termination: %s", (text) => {
  expect(terminated(text)).toBeNull();
});

test.each([
  [
    "The stockholders agreement was terminated on May 2, 2021 and the 10b5-1 plan was adopted on June 15, 2021.",
    ["2021-06-15"],
  ],
  [
    "The Rule 10b5-1 plan of the J. Roe Family Trust, adopted January 13, 2022, was revoked on May 15, 2022.",
    ["2022-01-13"],
  ],
])("reads the day of adoption beside that of a termination: %s", (text, days) => {
  expect(readFact("planAdopted", text)?.value).toEqual(days);
});

test.each([
  "The sales plan, adopted June 5, 2019 under Rule 10b5-1, will terminate on June 5, 2020.",
  "The 10b5-1 plan under which the shares were to be sold was terminated on May 1, 2018.",
  "She terminated the Rule 10b5-1 plan on May 9, 2023. No shares had been sold under the plan.",
])("does not take a plan under which nothing was sold for that of a sale: %s", (text) => {
  expect(readFact("planUse", text)?.value).toBe("mentioned");
});

test("does not take the end of a plan by its terms for a sale under it", () => {
  const text =
    "The Rule 10b5-1 plan terminates upon the earlier of the sale of all shares covered by the plan and June 30, 2025.";
  expect(readFact("planUse", text)?.value).toBe("mentioned");
});

test("does not take the day of another clause for that of the plan", () => {
  const ended =
    "On April 1, 2023 his employment ended, and on May 1, 2023 the plan adopted under Rule 10b5-1 on June 1, 2022 was cancelled.";
  expect(readFact("planAdopted", ended)?.value).toEqual(["2022-06-01"]);
  expect(terminated(ended)).toEqual(["2023-05-01"]);
  const amended = "He amended the 10b5-1 plan on May 1, 2022, and on August 1, 2022 sold 500 shares.";
  expect(readFact("planModified", amended)?.value).toEqual(["2022-05-01"]);
  const twice = "He amended the 10b5-1 plan on May 1, 2022, and on August 1, 2022.";
  expect(readFact("planModified", twice)?.value).toEqual(["2022-05-01", "2022-08-01"]);
});
