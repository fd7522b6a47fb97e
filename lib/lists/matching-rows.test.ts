import { expect, test } from "vitest";
import { parseFilter } from "@/lib/filters/filing-filter";
import { NOTHING_DERIVED, type TradeReading, UNDERIVED_FILING } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import { rowId } from "@/lib/record/reported-row";
import type { StatedFacts } from "@/lib/record/stated-facts";
import { entryForTest } from "@/testing/entry-for-test";
import { matchingRows } from "./matching-rows";

const nothing: TradeReading = { plan: null, currency: null, price: null, covers: [] };
const plan = { state: "note", adoptedOn: "2011-09-19", footnoteId: "F1", words: "under a plan" } as const;
const range = (low: string, high: string, currency = "USD") => ({
  isAverage: true,
  range: { low, high, currency },
  footnoteId: "F2",
});

/** July 15, 2013: a sale under a plan of September 19, 2011 (665 days before), one without, and an exercise. */
const entry: FilingEntry = {
  ...entryForTest([
    { transactionCode: "S", transactionDate: "2013-07-15" },
    { transactionCode: "S", transactionDate: "2013-07-15" },
    { transactionCode: "M", transactionDate: "2013-07-15" },
  ]),
  derived: {
    ...UNDERIVED_FILING,
    rows: {
      "I-1": { ...NOTHING_DERIVED, trade: { ...nothing, plan, price: range("39.00", "40.00") } },
      "I-2": { ...NOTHING_DERIVED, trade: { ...nothing, price: range("39.00", "40.01") } },
    },
  },
};

const found = (query: string, of = entry) =>
  matchingRows(of, parseFilter(new URLSearchParams(query)).filter).map(rowId);

test("under a plan, or not: rows that are not purchases or sales are neither", () => {
  expect(found("plan=under")).toEqual(["I-1"]);
  // A form whose box was left blank.
  expect(found("plan=no-box")).toEqual(["I-2"]);
  expect(found("plan=not-indicated")).toEqual([]);
  const boxed = { ...entry, filing: { ...entry.filing, aff10b5One: false } };
  expect(found("plan=not-indicated", boxed)).toEqual(["I-2"]);
  expect(found("plan=under&plan=no-box")).toEqual(["I-1", "I-2"]);
});

test("by the day of adoption and the days from it to the trade; a range includes both ends", () => {
  expect(found("adopted-from=2011-09-19&adopted-to=2011-09-19")).toEqual(["I-1"]);
  expect(found("adopted-from=2011-09-20")).toEqual([]);
  expect(found("adopted-days-from=665&adopted-days-to=665")).toEqual(["I-1"]);
  expect(found("adopted-days-to=664")).toEqual([]);
  expect(found("adopted-days-from=666")).toEqual([]);
});

test("a range of exactly $1 is not wider than $1, and other currencies are not compared with it", () => {
  expect(found("price-range=stated")).toEqual(["I-1", "I-2"]);
  expect(found("price-range=wide")).toEqual(["I-2"]);
  const inCanada = {
    ...entry,
    derived: {
      ...UNDERIVED_FILING,
      rows: { "I-1": { ...NOTHING_DERIVED, trade: { ...nothing, price: range("8.00", "12.00", "CAD") } } },
    },
  };
  expect(found("price-range=wide", inCanada)).toEqual([]);
});

test("by the label of a trade, and first purchases; rows without a label have none of them", () => {
  const labelled: FilingEntry = {
    ...entry,
    derived: {
      ...UNDERIVED_FILING,
      rows: {
        "I-1": {
          ...NOTHING_DERIVED,
          history: { label: "opportunistic", routineMonths: [], isFirst: true, isFirstInTwoYears: true },
        },
        "I-2": {
          ...NOTHING_DERIVED,
          history: { label: "unclassified", routineMonths: [], isFirst: false, isFirstInTwoYears: false },
        },
      },
    },
  };
  expect(found("label=opportunistic", labelled)).toEqual(["I-1"]);
  expect(found("label=routine&label=unclassified", labelled)).toEqual(["I-2"]);
  expect(found("first=1", labelled)).toEqual(["I-1"]);
});

test("with facts in its footnotes, of those that are published", () => {
  const cited = (transactionCode: string, note: string) => ({ transactionCode, transactionCodingFootnotes: [note] });
  const citing: FilingEntry = {
    ...entryForTest([cited("S", "F1"), cited("A", "F2"), { transactionCode: "A" }]),
    derived: {
      ...UNDERIVED_FILING,
      facts: new Map<string, StatedFacts>([
        ["F1", { gift: { value: { to: "charity" }, spans: [] } }],
        ["F2", { award: { value: "award", spans: [] } }],
      ]),
    },
  };
  expect(found("facts=with", citing)).toEqual(["I-1"]);
  expect(found("facts=without", citing)).toEqual(["I-2", "I-3"]);
});
