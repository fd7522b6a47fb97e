import { describe, expect, test } from "vitest";
import type { PublishedFacts } from "@/lib/footnotes/published-facts";
import type { Span } from "@/lib/record/stated-spans";
import { precision, recall, type Scores, scoreFacts } from "./score-facts";

type Given = Record<string, [value: unknown, spans: Span[]]>;

const published = (given: Given): PublishedFacts => ({
  facts: Object.fromEntries(Object.entries(given).map(([key, [value]]) => [key, value])),
  spans: Object.fromEntries(Object.entries(given).map(([key, [, spans]]) => [key, spans])),
});
const score = (...notes: [label: Given, found: Given][]): Scores =>
  scoreFacts(notes.map(([label, found]) => ({ text: "", label: published(label), found: published(found) })));
const figures = (scores: Scores, key: string) => {
  const fact = scores.facts.find((each) => each.key === key);
  if (!fact) throw new Error(`no score of ${key}`);
  const { labelled, found, right, notes, notesRight } = fact;
  return { labelled, found, right, notes, notesRight };
};

describe("a single value", () => {
  test("is right if it is equal and its words overlap", () => {
    const scores = score(
      [{ plan_10b5_1: ["made_under", [[5, 20]]] }, { plan_10b5_1: ["made_under", [[19, 30]]] }],
      [{ plan_10b5_1: ["made_under", [[5, 20]]] }, { plan_10b5_1: ["made_under", [[20, 30]]] }],
      [{ plan_10b5_1: ["made_under", [[5, 20]]] }, { plan_10b5_1: ["mentioned", [[5, 20]]] }],
    );
    expect(figures(scores, "plan_10b5_1")).toEqual({ labelled: 3, found: 3, right: 1, notes: 3, notesRight: 1 });
    expect(scores.misses.map(({ note, kind }) => `${note} ${kind}`)).toEqual([
      "1 missing",
      "1 wrong",
      "2 missing",
      "2 wrong",
    ]);
  });

  test("is right if it overlaps any of several spans", () => {
    const scores = score([
      {
        gift: [
          { to: null },
          [
            [0, 4],
            [30, 40],
          ],
        ],
      },
      { gift: [{ to: null }, [[35, 36]]] },
    ]);
    expect(figures(scores, "gift").right).toBe(1);
  });

  test("compares purposes as a set, and ignores case and spaces", () => {
    const scores = score(
      [
        { tax_withholding: [{ method: "sold", purpose: ["tax", "exercise_price"] }, [[0, 9]]] },
        { tax_withholding: [{ purpose: ["exercise_price", "tax"], method: "sold" }, [[0, 9]]] },
      ],
      [
        { exempt_acquisition: [[{ rule: "16b-3(D)" }], [[0, 9]]] },
        { exempt_acquisition: [[{ rule: "16b-3(d)" }], [[0, 9]]] },
      ],
    );
    expect(scores.misses).toEqual([]);
    expect(scores.notesRight).toBe(2);
  });

  test("does not compare schedules, roles or what is received", () => {
    const scores = score([
      {
        vesting: [{ first: null, last: "2024-05", schedule: "vests" }, [[0, 9]]],
        conversion_ratio: [[{ per: "1", into: "1", of: "common stock" }], [[10, 20]]],
      },
      {
        vesting: [{ first: null, last: "2024-05", schedule: "vests in May" }, [[0, 9]]],
        conversion_ratio: [[{ per: "1", into: "1", of: "stock" }], [[10, 20]]],
      },
    ]);
    expect(scores.misses).toEqual([]);
  });
});

describe("a list", () => {
  test("is compared element by element, each with its own span", () => {
    const [may, june] = ["2024-05-01", "2024-06-01"];
    const scores = score(
      [
        {
          plan_adopted: [
            [may, june],
            [
              [0, 9],
              [10, 19],
            ],
          ],
        },
        {
          plan_adopted: [
            [june, may],
            [
              [10, 19],
              [0, 9],
            ],
          ],
        },
      ],
      [
        {
          plan_adopted: [
            [may, june],
            [
              [0, 9],
              [10, 19],
            ],
          ],
        },
        {
          plan_adopted: [
            [may, june],
            [
              [10, 19],
              [0, 9],
            ],
          ],
        },
      ],
      [
        {
          plan_adopted: [
            [may, june],
            [
              [0, 9],
              [10, 19],
            ],
          ],
        },
        { plan_adopted: [[may], [[0, 9]]] },
      ],
      [
        { plan_adopted: [[may], [[0, 9]]] },
        {
          plan_adopted: [
            [may, may],
            [
              [0, 9],
              [0, 9],
            ],
          ],
        },
      ],
    );
    expect(figures(scores, "plan_adopted")).toEqual({ labelled: 7, found: 7, right: 4, notes: 4, notesRight: 1 });
  });
});

describe("holders", () => {
  test.each([
    ["The Doe Family Trust", "Doe Family Trust"],
    ["his spouse", "spouse"],
    ["The Doe Trust, u/a/d May 1, 1995", "The Doe Trust"],
    ["Doe Living Trust dated July 22, 2003", "Doe  Living TRUST"],
    ["Doe Capital, L.P.", "Doe Capital, L.P"],
    ["A. Doe Trust u/d/t 3/4/2001,", "A. Doe Trust"],
  ])("%s is %s", (label, found) => {
    const holder = (name: string): Given => ({ holder: [[{ name, kind: "trust", role: null }], [[0, 9]]] });
    expect(score([holder(label), holder(found)]).misses).toEqual([]);
  });

  test("scores the kind separately, for holders whose name is right", () => {
    const scores = score([
      {
        holder: [
          [
            { name: "Doe Trust", kind: "trust" },
            { name: "Doe LLC", kind: "llc" },
          ],
          [
            [0, 9],
            [10, 19],
          ],
        ],
      },
      {
        holder: [
          [
            { name: "Doe Trust", kind: "other" },
            { name: "Roe LLC", kind: "llc" },
          ],
          [
            [0, 9],
            [10, 19],
          ],
        ],
      },
    ]);
    expect(scores.holderKinds).toEqual({ holders: 1, right: 0 });
    expect(figures(scores, "holder").right).toBe(1);
  });
});

test("counts a fact in a footnote without any as wrong; precision and recall cover all values", () => {
  const scores = score(
    [{}, { weighted_average: [true, [[0, 9]]] }],
    [{ weighted_average: [true, [[0, 9]]] }, { weighted_average: [true, [[0, 9]]] }],
    [{ weighted_average: [true, [[0, 9]]] }, {}],
    [{}, {}],
  );
  const [average] = scores.facts;
  expect(average && [precision(average), recall(average)]).toEqual([0.5, 0.5]);
  expect(figures(scores, "weighted_average")).toMatchObject({ notes: 3, notesRight: 1 });
  expect(scores.notesRight).toBe(2);
  const [, range] = scores.facts;
  expect(range && [precision(range), recall(range)]).toEqual([null, null]);
});
