import { describe, expect, it } from "vitest";
import type { FilingEntry } from "@/lib/record/filing";
import { amendmentForTest, holding, originalForTest, sale, trade } from "@/testing/amendment-for-test";
import { supersessions } from "./supersessions";

/** `1#I-1` for row I-1 of the filing whose number ends in 1. */
const short = (key: string) => key.replace(/^0000000001-25-00000/, "");

const superseded = (entries: FilingEntry[]) =>
  Object.fromEntries(
    [...supersessions(entries).supersededBy].map(([row, by]) => [short(row), short(by)] as const).sort(),
  );

const original = originalForTest([sale("100", "900"), sale("50", "850"), holding("70", "By Spouse")]);
const later = { accessionNumber: "0000000001-25-000003", filingDate: "2025-06-25" };

describe("one amendment", () => {
  it("replaces what it restates, and nothing else", () => {
    expect(superseded([original, amendmentForTest([sale("50", "850", { pricePerShare: "21" })])])).toEqual({
      "1#I-2": "2#I-1",
    });
  });

  it("with only holdings leaves the trades", () => {
    expect(superseded([original, amendmentForTest([holding("75", "By Spouse"), holding("5", "By Trust")])])).toEqual({
      "1#I-3": "2#I-1",
    });
  });

  it("that adds a sale of the same day and code replaces nothing", () => {
    expect(superseded([original, amendmentForTest([sale("40", "810")])])).toEqual({});
  });

  it("replaces nothing if its original is missing or ambiguous", () => {
    const same = originalForTest([sale("100", "900")], { accessionNumber: "0000000001-25-000003" });
    const amendment = amendmentForTest([sale("100", "900")]);
    expect(superseded([amendment])).toEqual({});
    expect(superseded([originalForTest([sale("100", "900")]), same, amendment])).toEqual({});
  });

  it("combines rows that it reports as one: each is superseded, and none is counted twice", () => {
    const amendment = amendmentForTest([sale("150", "850", { pricePerShare: "19.5" })]);
    expect(superseded([original, amendment])).toEqual({ "1#I-1": "2#I-1", "1#I-2": "2#I-1" });
  });
});

describe("chains", () => {
  it("end at the last amendment that restates a row", () => {
    const entries = [
      original,
      amendmentForTest([sale("100", "900", { pricePerShare: "21" }), sale("50", "850", { pricePerShare: "22" })]),
      amendmentForTest([sale("100", "900", { pricePerShare: "23" })], later),
    ];
    expect(superseded(entries)).toEqual({ "1#I-1": "3#I-1", "2#I-1": "3#I-1", "1#I-2": "2#I-2" });
    // The first amendment restated both rows, although the second has since replaced one of its rows.
    expect([...supersessions(entries).restating].map((key) => key.slice(-7)).sort()).toEqual([
      "002#I-1",
      "002#I-2",
      "003#I-1",
    ]);
  });

  it("follow what an earlier amendment added or changed", () => {
    const entries = [
      original,
      amendmentForTest([sale("40", "810")]),
      amendmentForTest([sale("100", "900"), sale("50", "850"), sale("45", "805"), holding("70", "By Spouse")], later),
    ];
    expect(superseded(entries)).toEqual({
      "1#I-1": "3#I-1",
      "1#I-2": "3#I-2",
      "2#I-1": "3#I-3",
      "1#I-3": "3#I-4",
    });
  });

  it("follow a row through two corrections of its shares", () => {
    const entries = [
      originalForTest([sale("100", "900")]),
      amendmentForTest([sale("110", "890")]),
      amendmentForTest([sale("120", "880")], later),
    ];
    expect(superseded(entries)).toEqual({ "1#I-1": "3#I-1", "2#I-1": "3#I-1" });
  });

  it("do not confuse what an amendment says about itself with what the next one says", () => {
    const remarks = "To report a transaction that was inadvertently omitted.";
    const purchase = (shares: string) => trade("P", "A", shares, null);
    const entries = [
      original,
      amendmentForTest([purchase("10")], { remarks }),
      amendmentForTest([purchase("11")], { ...later, remarks }),
    ];
    expect(superseded(entries)).toEqual({ "2#I-1": "3#I-1" });
  });

  it("are the same in any order of the filings", () => {
    const first = amendmentForTest([sale("100", "900", { pricePerShare: "21" }), sale("55", "845")]);
    const second = amendmentForTest([sale("55", "845", { pricePerShare: "22" })], later);
    const straight = superseded([original, first, second]);
    expect(straight).toEqual({ "1#I-1": "2#I-1", "1#I-2": "3#I-1", "2#I-2": "3#I-1" });
    expect(superseded([second, original, first])).toEqual(straight);
    expect(superseded([first, second, original])).toEqual(straight);
    expect(superseded([second, first, original])).toEqual(straight);
  });
});

it("concludes nothing if nothing is amended", () => {
  expect(supersessions([original])).toEqual({
    links: new Map(),
    amendedBy: new Map(),
    supersededBy: new Map(),
    restating: new Set(),
  });
});
