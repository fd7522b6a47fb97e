import { describe, expect, test } from "vitest";
import type { FilingEntry } from "@/lib/record/filing";
import { jointFiling, saleRow } from "@/testing/filing-for-test";
import { sameTrades } from "./same-trades";

const number = (n: number) => `0000000007-20-${String(n).padStart(6, "0")}`;
const key = (n: number, row = "I-1") => `${number(n)}#${row}`;

const fund = ["21", "Harrow Street Partners LP"] as const;
const saxon = ["11", "Saxon Michael J"] as const;

type Rows = Parameters<typeof jointFiling>[2];

const day = (n: number) => ({ filedAt: `2020-03-0${n}T21:00:00.000Z`, orderedAt: `2020-03-0${n}T21:00:00.000Z` });
const named = { F1: "Mr. Michael Saxon is a managing member of the general partner." };

/** Numbered by the day of filing. */
const byFund = (n: number, rows: Rows, notes = named) => jointFiling(n, [fund], rows, { ...day(n), notes });
const bySaxon = (n: number, rows: Rows) => jointFiling(n, [saxon], rows, day(n));
const amends = (entry: FilingEntry): FilingEntry => ({ ...entry, filing: { ...entry.filing, documentType: "4/A" } });

/** The rows of each event, the counted one first, in whatever order the filings come. */
function events(entries: FilingEntry[], superseded: Record<string, string>): string[][] {
  const of = (order: readonly FilingEntry[]) => {
    const members = new Map<string, string[]>();
    for (const [row, { counted }] of sameTrades(order, new Map(Object.entries(superseded)))) {
      members.set(counted, [...(members.get(counted) ?? [counted]), row]);
    }
    return [...members.values()].map((rows) => [...new Set(rows)].sort((a, b) => (a < b ? -1 : 1))).sort();
  };
  const found = of(entries);
  expect(of([...entries].reverse())).toEqual(found);
  return found;
}

const corrected = saleRow({ pricePerShare: "48.37" });

describe("two reports of one block stay one trade when an amendment changes", () => {
  test("the price of one", () => {
    const filings = [byFund(1, [saleRow()]), bySaxon(2, [saleRow()]), amends(byFund(3, [corrected]))];
    expect(events(filings, { [key(1)]: key(3) })).toEqual([[key(2), key(3)]]);
    const event = sameTrades(filings, new Map([[key(1), key(3)]])).get(key(3));
    expect(event).toEqual({ counted: key(2), filings: [number(2), number(3)], owners: ["11", "21"] });
  });

  test("both, and not to the same", () => {
    const filings = [
      byFund(1, [saleRow()]),
      bySaxon(2, [saleRow()]),
      amends(byFund(3, [corrected])),
      amends(bySaxon(4, [saleRow({ sharesOwnedFollowing: "6798700" })])),
    ];
    expect(events(filings, { [key(1)]: key(3), [key(2)]: key(4) })).toEqual([[key(3), key(4)]]);
  });

  test("one of them twice", () => {
    const again = amends(byFund(4, [saleRow({ transactionShares: "2913730" })]));
    const filings = [byFund(1, [saleRow()]), bySaxon(2, [saleRow()]), amends(byFund(3, [corrected])), again];
    expect(events(filings, { [key(1)]: key(4), [key(3)]: key(4) })).toEqual([[key(2), key(4)]]);
  });

  test("and omits the note that names the other", () => {
    const filings = [byFund(1, [saleRow()]), bySaxon(2, [corrected]), amends(byFund(3, [corrected], { F1: "Sold." }))];
    expect(events(filings, { [key(1)]: key(3) })).toEqual([[key(2), key(3)]]);
  });

  test("but never without a link", () => {
    const notes = { F1: "Sold." };
    const filings = [byFund(1, [saleRow()], notes), bySaxon(2, [saleRow()]), amends(byFund(3, [corrected], notes))];
    expect(events(filings, { [key(1)]: key(3) })).toEqual([]);
  });
});

describe("tranches stay apart", () => {
  test("if an amendment changes the second of two", () => {
    const filings = [
      byFund(1, [saleRow(), saleRow()]),
      bySaxon(2, [saleRow(), saleRow()]),
      amends(byFund(3, [saleRow(), corrected])),
    ];
    expect(events(filings, { [key(1)]: key(3), [key(1, "I-2")]: key(3, "I-2") })).toEqual([
      [key(2), key(3)],
      [key(2, "I-2"), key(3, "I-2")],
    ]);
  });

  test("if it changes the first: each is one trade with one of the other's", () => {
    const filings = [
      byFund(1, [saleRow(), saleRow()]),
      bySaxon(2, [saleRow(), saleRow()]),
      amends(byFund(3, [corrected, saleRow()])),
    ];
    const found = events(filings, { [key(1)]: key(3), [key(1, "I-2")]: key(3, "I-2") });
    expect(found).toEqual([
      [key(2), key(3, "I-2")],
      [key(2, "I-2"), key(3)],
    ]);
  });

  test("what the rows are now takes precedence over what one of them was", () => {
    const filings = [byFund(1, [saleRow()]), bySaxon(2, [saleRow(), corrected]), amends(byFund(3, [corrected]))];
    expect(events(filings, { [key(1)]: key(3) })).toEqual([[key(2, "I-2"), key(3)]]);
  });

  test("a row that combines two is neither of them", () => {
    const both = saleRow({ transactionShares: "5827464" });
    const filings = [byFund(1, [saleRow(), saleRow()]), bySaxon(2, [saleRow(), saleRow()]), amends(byFund(3, [both]))];
    expect(events(filings, { [key(1)]: key(3), [key(1, "I-2")]: key(3) })).toEqual([]);
  });

  test("parts of one report do not become one by an amendment", () => {
    const part = (n: number, of: string, rows: Rows) =>
      jointFiling(n, [saxon], rows, { ...day(n), remarks: `This is the ${of} of two Form 4s filed for these trades.` });
    const filings = [
      part(1, "first", [saleRow()]),
      part(2, "second", [saleRow()]),
      amends(part(3, "first", [corrected])),
    ];
    expect(events(filings, { [key(1)]: key(3) })).toEqual([]);
  });
});

test("the same owner's sales for two trusts stay two when one form is amended", () => {
  const form = (n: number, trust: string, more = {}) =>
    bySaxon(n, [saleRow({ natureOfOwnership: `By ${trust} Trust`, ...more })]);
  const [ada, ben] = [form(1, "Ada Saxon"), form(2, "Ben Saxon")];
  expect(events([ada, ben, amends(form(3, "Ada Saxon"))], { [key(1)]: key(3) })).toEqual([]);
  expect(events([ada, ben, amends(form(3, "Ada Saxon", corrected))], { [key(1)]: key(3) })).toEqual([]);
});
