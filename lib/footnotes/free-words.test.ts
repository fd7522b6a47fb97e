import { expect, test } from "vitest";
import { publishedFacts } from "./published-facts";
import { readFacts } from "./read-facts";

const facts = (text: string) => publishedFacts(text, readFacts(text)).facts;
const holders = (text: string) => (readFacts(text).holders?.value ?? []).map(({ name, kind }) => `${name}: ${kind}`);

test.each([
  ["Held in the Roth IRA of his wife.", ["Roth IRA of his wife: retirement_plan"]],
  ["The disposition was to the Roe Family Trust without consideration.", ["Roe Family Trust: trust"]],
  ["By Brandt Brothers, a family partnership, of which he is one of three partners.", ["Brandt Brothers: partnership"]],
  ["Ms. Hale, a trust officer, sold the shares.", []],
  [
    "Sold in several trades at prices between $3.10 and $3.30, inclusive, by Roe Ventures LP.",
    ["Roe Ventures LP: partnership"],
  ],
  [
    "Mr. Gale's wife, as custodian for their daughter under the UTMA, purchased these shares.",
    ["Mr. Gale's wife: spouse"],
  ],
  ["The insider's spouse and the Wynn Trust each sold 400 shares.", ["insider's spouse: spouse", "Wynn Trust: trust"]],
  ["7,500 shares owned by the Gale Family Ltd Partnership.", ["Gale Family Ltd Partnership: partnership"]],
  [
    "She no longer has any interest in, and disclaims ownership of, shares held by Roe Fund LP.",
    ["Roe Fund LP: partnership"],
  ],
  ["The shares may not be sold, pledged or transferred to any family member before June 1, 2027.", []],
  ["No part of the shares is held by the trust any longer.", []],
  ["Previously reported as held by the Roe Trust, of which he is no longer trustee.", []],
  ["The gift to a family trust that was reported on the original form did not take place.", []],
  ["Amount includes shares acquired through the Company's 401(k) plan.", []],
])("reads the holders of “%s”", (text, expected) => {
  expect(holders(text)).toEqual(expected);
});

test.each([
  [
    "In connection with her resignation, she terminated on July 6, 2024 the Rule 10b5-1 plan that she adopted on May 9, 2024.",
    { plan_terminated: ["2024-07-06"], plan_adopted: ["2024-05-09"] },
  ],
  [
    "He adopted a Rule 10b5-1 plan on May 3, 2022. He amended it on June 4, 2022.",
    { plan_adopted: ["2022-05-03"], plan_modified: ["2022-06-04"] },
  ],
  [
    "The plan in the Form 4 filed on May 2, 2023 was terminated on June 1, 2023; it was a Rule 10b5-1 plan.",
    { plan_terminated: ["2023-06-01"] },
  ],
  [
    "He ended one 10b5-1 plan and adopted another on May 2, 2023; the reported sale occurred under the latter.",
    { plan_10b5_1: "made_under" },
  ],
  ["She adopted a Rule 10b5-1 plan on May 2, 2023. No shares had been sold under it.", { plan_10b5_1: "mentioned" }],
])("reads the plan of “%s”", (text, expected) => {
  expect(facts(text)).toMatchObject(expected);
});

test.each([
  ["Roe Holdings LLC received the shares by transfer from the reporting person.", "to_entity"],
  ["Shares acquired from his company, Roe Consulting Inc., for no consideration.", "from_entity"],
  ["The transfer to the Roe Trust reported earlier did not take place.", undefined],
  ["His transfer of 500 shares to the Roe Trust was reported on his Form 4 of May 3.", undefined],
])("reads the transfer of “%s”", (text, expected) => {
  expect(readFacts(text).transfer?.value.kind).toBe(expected);
});

test.each([
  ["The options vested as to 100,000 shares on May 1, 2020.", ["2020-05-01", null]],
  ["The goal was met on February 3, 2023, and the units vest on February 3, 2024.", ["2024-02-03", "2024-02-03"]],
])("reads the vesting of “%s”", (text, expected) => {
  const { first, last } = readFacts(text).vesting?.value ?? {};
  expect([first, last]).toEqual(expected);
});

test.each([
  [
    "Includes 12.5 shares purchased under the ESPP in March and 13.1 shares purchased under the same plan in June.",
    ["espp 12.5", "espp 13.1"],
  ],
  [
    "Of these shares, 500 were acquired under the ESPP, in a transaction exempt under Rule 16b-3, and 900 are RSUs.",
    ["espp 500", "rsu 900"],
  ],
  ["Includes 640 shares of phantom stock, each of which will be settled in one share.", ["other 640"]],
])("reads the parts of “%s”", (text, expected) => {
  expect((readFacts(text).includedComponents?.value ?? []).map(({ what, shares }) => `${what} ${shares}`)).toEqual(
    expected,
  );
});

test("reads averages, taxes, rules and ratios in free words", () => {
  expect(facts("The weighted average of these prices is reported above.")).toEqual({ weighted_average: true });
  expect(facts("Shares withheld pursuant to tax withholding rights.")).toEqual({
    tax_withholding: { method: "withheld", purpose: ["tax"] },
  });
  expect(facts("The Board approved the grant for purposes of Rule 16b-3(d), under which it is exempt.")).toEqual({
    exempt_acquisition: [{ rule: "16b-3(d)" }],
  });
  expect(
    facts("Gift to a charity and, on the same day, of a like number of shares to a school.").conversion_ratio,
  ).toBeUndefined();
  expect(
    facts("The preferred shares convert at a ratio of 1:1.2, 5% in each of the years 2025 to 2029.").conversion_ratio,
  ).toEqual([{ per: "1", into: "1.2", of: "shares" }]);
});
