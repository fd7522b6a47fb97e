import { describe, expect, test } from "vitest";
import type { NoteFacts } from "@/lib/record/derived-filing";
import type { Disclaimer, Holder } from "@/lib/record/stated-facts";
import { rowForTest } from "@/testing/row-for-test";
import { holderOf, holdersOfAll, isSameHolder } from "./row-holder";

const holder = (name: string, kind: Holder["kind"]): Holder => ({ name, kind, role: null });

/** What notes state, by their ids. */
const stating = (notes: Record<string, { holders?: Holder[]; disclaimer?: Disclaimer }>): NoteFacts =>
  new Map(
    Object.entries(notes).map(([id, { holders, disclaimer }]) => [
      id,
      {
        ...(holders && { holders: { value: holders, spans: [] } }),
        ...(disclaimer && { disclaimer: { value: disclaimer, spans: [] } }),
      },
    ]),
  );

const held = (nature: string | null, ...notes: string[]) =>
  rowForTest({ directOrIndirect: "I", natureOfOwnership: [nature, ...notes] }).row;

const greylock = [holder("Greylock 15 Limited Partnership", "partnership"), holder("Greylock 15-A", "other")];
const FACTS = stating({
  F1: { holders: [holder("Rivendell 7 LLC", "llc")], disclaimer: "full" },
  F2: { holders: greylock },
  F3: { holders: [holder("Greylock 15-A", "other")] },
  F4: { holders: [holder("Plimpton Family Trust", "trust"), holder("Anders Plimpton", "spouse")] },
  F5: { holders: [holder("holder's revocable trust", "trust")] },
});

describe("the holder of a row", () => {
  test("is null if the row is direct", () => {
    expect(holderOf(rowForTest({ directOrIndirect: "D", natureOfOwnership: [null, "F1"] }).row, FACTS)).toBeNull();
  });

  test.each([
    ["By Harrow Street Partners LP", [], ["Harrow Street Partners LP"]],
    ["See footnote 1", ["F1"], ["Rivendell 7 LLC"]],
    ["By Trust", [], []],
    ["By Spouse", [], []],
    [null, [], []],
    // Of two notes, the one about this row alone.
    ["See Footnotes", ["F2", "F3"], ["Greylock 15-A"]],
    ["See Footnotes", ["F2"], ["Greylock 15 Limited Partnership", "Greylock 15-A"]],
    // The nature says which of the two.
    ["By Family Trust", ["F4"], ["Plimpton Family Trust"]],
    // Words that describe a holder do not name it.
    ["Estate Planning", ["F5"], []],
    // The note and the nature contradict each other.
    ["By Harrow Street Partners LP", ["F1"], []],
    ["By Rivendell 7, L.L.C.", ["F1"], ["Rivendell 7, L.L.C."]],
  ])("“%s” with %j: %j", (nature, notes, names) => {
    expect(holderOf(held(nature, ...notes), FACTS)?.names).toEqual(names);
  });

  test("comes with its nature as filed, and with what the notes disclaim", () => {
    expect(holderOf(held("See footnote", "F1"), FACTS)).toEqual({
      names: ["Rivendell 7 LLC"],
      nature: null,
      disclaimer: "full",
    });
    expect(holderOf(held("By  Trust"), FACTS)).toEqual({ names: [], nature: "By Trust", disclaimer: null });
  });

  test("is known of all rows only if each row has one", () => {
    const [one, other] = [held("See footnote", "F1"), held("See footnote", "F3")];
    expect(holdersOfAll([one, other, one], FACTS)).toEqual(["Rivendell 7 LLC", "Greylock 15-A"]);
    expect(holdersOfAll([one, held("By Trust")], FACTS)).toBeNull();
    expect(holdersOfAll([one, held("See footnote", "F2")], FACTS)).toBeNull();
    expect(holdersOfAll([one, rowForTest({}).row], FACTS)).toBeNull();
    expect(holdersOfAll([], FACTS)).toBeNull();
  });
});

test("knows a holder by a longer name", () => {
  expect(isSameHolder("Marsh Family Trust", "The Marsh Family Trust dated March 4, 2018")).toBe(true);
  expect(isSameHolder("Hoffman & Yee Living Trust", "Hoffman and Yee Living Trust")).toBe(true);
  expect(isSameHolder("Banc of America Preferred Funding Corp", "Banc of America Preferred Funding Corporation")).toBe(
    true,
  );
  expect(isSameHolder("Thornlea Capital Partners V, L.P.", "Thornlea Capital Partners V Parallel, L.P.")).toBe(false);
  expect(isSameHolder("Sorrelton Ventures", "Sorrelton Ventures II, L.P.")).toBe(false);
});
