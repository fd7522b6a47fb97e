import { describe, expect, it } from "vitest";
import { costsThrough, likeliest, NEVER } from "./likeliest-columns";

/** The cost of each item in each state by itself; no item may be in an earlier state than the one before it. */
const inOrder = (own: number[][]) =>
  costsThrough(
    own.length,
    own[0]?.length ?? 0,
    (state) => own[0]?.[state] ?? NEVER,
    (item, from, to) => (to < from ? NEVER : (own[item]?.[to] ?? NEVER)),
  );

describe("the cheapest way through all items", () => {
  it("assigns each item the cost of the whole way, so the best states of all items cost the same", () => {
    // Columns 0 and 1: 1 + 2 = 3. The other way round is out of order; both in column 0: 1 + 5; both in column 1: 4 + 2.
    expect(
      inOrder([
        [1, 4],
        [5, 2],
      ]),
    ).toEqual([
      [3, 6],
      [6, 3],
    ]);
  });

  it("lets a later item decide where an earlier one is", () => {
    // Alone, the first would be in column 1. The second can only be in column 0.
    expect(
      inOrder([
        [2, 0],
        [1, NEVER],
      ]).map((costs) => likeliest(costs).column),
    ).toEqual([0, 0]);
  });

  it("rules out a state that no way goes through", () => {
    expect(
      inOrder([
        [NEVER, 1],
        [1, 1],
      ]),
    ).toEqual([
      [NEVER, 2],
      [NEVER, 2],
    ]);
    expect(inOrder([[NEVER], [1]])).toEqual([[NEVER], [NEVER]]);
  });

  it("returns nothing for no items", () => {
    expect(inOrder([])).toEqual([]);
  });
});

describe("the likeliest column", () => {
  it("has as rivals those that cost less than 0.75 more", () => {
    expect(likeliest([3, 2, 2.7, 2.75])).toEqual({ column: 1, rivals: [2] });
  });

  it("is none if every column is ruled out", () => {
    expect(likeliest([NEVER, NEVER])).toEqual({ column: -1, rivals: [] });
  });
});
