import { describe, expect, test } from "vitest";
import type { FilingEntry } from "@/lib/record/filing";
import { grant, jointFiling, saleRow } from "@/testing/filing-for-test";
import { sameTrades } from "./same-trades";

const events = (...entries: FilingEntry[]) => sameTrades(entries);
const number = (n: number) => `0000000007-20-${String(n).padStart(6, "0")}`;
const key = (n: number, row = "I-1") => `${number(n)}#${row}`;

const fund = ["21", "Harrow Street Partners LP"] as const;
const partner = ["22", "Harrow Street GP, L.L.C."] as const;
const manager = ["23", "Alder Ridge Management Company, LLC"] as const;
const saxon = ["11", "Saxon Michael J"] as const;
const darla = ["12", "SMITH DARLA M"] as const;

const at = (time: string) => ({ filedAt: `2020-03-03T${time}:00.000Z`, orderedAt: `2020-03-03T${time}:00.000Z` });

describe("a chain of owners over three filings is one trade", () => {
  const chain = [
    jointFiling(3, [fund], [saleRow({ directOrIndirect: "D" })], at("21:00")),
    jointFiling(1, [partner], [saleRow({ natureOfOwnership: ["See footnote", "F1"] })], {
      ...at("22:00"),
      notes: { F1: 'Held of record by Harrow Street Partners, L.P. (the "Fund").' },
    }),
    jointFiling(2, [manager], [saleRow({ natureOfOwnership: ["See footnote", "F4"] })], {
      ...at("21:30"),
      notes: { F4: "Alder Ridge advises funds whose general partner is Harrow Street GP LLC." },
    }),
  ];
  const event = { counted: key(3), filings: [number(3), number(2), number(1)], owners: ["21", "22", "23"] };

  test("through the filing between, counted on the filing accepted first", () => {
    const found = events(...chain);
    expect([...found.keys()].sort()).toEqual([key(1), key(2), key(3)]);
    for (const made of found.values()) expect(made).toEqual(event);
  });

  test("in whatever order the filings come, and if one comes twice", () => {
    for (const order of [
      [1, 2, 0],
      [2, 1, 0],
      [0, 2, 1],
      [1, 0, 2, 1],
    ]) {
      const found = events(...order.flatMap((index) => chain[index] ?? []));
      expect(Object.fromEntries(found)).toEqual({ [key(1)]: event, [key(2)]: event, [key(3)]: event });
    }
  });

  test("without the filing between, the ends stay apart", () => {
    expect(events(...chain.filter((_, index) => index !== 1)).size).toBe(0);
  });

  test("of filings accepted at the same time, the lowest number counts", () => {
    const found = events(...chain.map((entry) => ({ ...entry, filing: { ...entry.filing, ...at("21:00") } })));
    expect(found.get(key(3))?.counted).toBe(key(1));
  });
});

test("more than ten owners, split over two filings, are one trade if the other's are named", () => {
  const people = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => [String(from + n), `Person${"abcdefghijkl"[n]} Given`] as const);
  const remarks = "This Form 4 is the first of two filings. All joint filers report the same securities.";
  const first = (text: string) => jointFiling(1, [fund, ...people(30, 9)], [saleRow()], { remarks: text });
  const second = jointFiling(2, [darla, saxon], [saleRow()], { remarks: remarks.replace("first", "second") });
  expect(events(first(remarks), second).size).toBe(0);
  const tied = events(first(`${remarks} The others are Darla M. Smith and Michael J. Saxon.`), second);
  expect(tied.get(key(2))).toMatchObject({ counted: key(1), filings: [number(1), number(2)] });
  expect(tied.get(key(2))?.owners).toHaveLength(12);
});

describe("grants to a whole board stay apart", () => {
  const board = Array.from({ length: 12 }, (_, n) => [String(50 + n), `Director${"abcdefghijkl"[n]} Given Q`] as const);

  test("twelve directors, all numbers equal, and a note on vesting", () => {
    const notes = { F1: "Vests in full on the first anniversary of the grant date." };
    const filings = board.map((member, n) =>
      jointFiling(n + 1, [member], [grant({ rowFootnotes: ["F1"] })], { notes }),
    );
    expect(events(...filings).size).toBe(0);
  });

  test("two partners of one fund, whose holdings name it and each other", () => {
    const holding = (note: string) =>
      saleRow({
        kind: "holding",
        directOrIndirect: "I",
        sharesOwnedFollowing: "9000",
        natureOfOwnership: ["By Harrow Street Partners, L.P.", note],
      });
    const notes = { F1: "Michael J. Saxon and Darla M. Smith share voting power over the shares of the fund." };
    const found = events(
      jointFiling(1, [saxon], [grant(), holding("F1")], { notes }),
      jointFiling(2, [darla], [grant(), holding("F1")], { notes }),
      jointFiling(3, [fund], [holding("F1")], { notes }),
    );
    expect(found.size).toBe(0);
  });

  test("but direct rows are one trade if their own note names the other owner", () => {
    const notes = { F1: "Michael J. Saxon reports the same shares as a member of a group." };
    const found = events(
      jointFiling(1, [fund], [saleRow({ directOrIndirect: "D", rowFootnotes: ["F1"] })], { notes }),
      jointFiling(2, [saxon], [saleRow({ directOrIndirect: "D" })]),
    );
    expect(found.size).toBe(2);
  });
});

describe("tranches", () => {
  test("rows of one filing are never one trade", () => {
    expect(events(jointFiling(1, [fund], [saleRow(), saleRow()])).size).toBe(0);
  });

  test("two equal rows in each of two filings are two trades", () => {
    const found = events(
      jointFiling(1, [fund, saxon], [saleRow(), saleRow()]),
      jointFiling(2, [saxon], [saleRow(), saleRow()]),
    );
    expect(found.get(key(2, "I-1"))?.counted).toBe(key(1, "I-1"));
    expect(found.get(key(2, "I-2"))?.counted).toBe(key(1, "I-2"));
  });

  test("a row that the other filing has one time fewer is alone", () => {
    const found = events(jointFiling(1, [fund, saxon], [saleRow(), saleRow()]), jointFiling(2, [saxon], [saleRow()]));
    expect([...found.keys()].sort()).toEqual([key(1, "I-1"), key(2, "I-1")]);
  });

  test("the same day at another price, or with another balance, is another trade", () => {
    const rows = [saleRow(), saleRow({ pricePerShare: "48.37" }), saleRow({ sharesOwnedFollowing: "1" })];
    const found = events(jointFiling(1, [saxon], [saleRow()]), jointFiling(2, [saxon], rows));
    expect([...found.keys()].sort()).toEqual([key(1, "I-1"), key(2, "I-1")]);
  });

  test("the same owner's sales for two trusts, equal as the trusts are, on two forms are two trades", () => {
    const form = (n: number, trust: string, documentType = "4") =>
      jointFiling(n, [saxon], [saleRow({ natureOfOwnership: `By ${trust} Trust` })], { documentType });
    expect(events(form(1, "Ada Saxon"), form(2, "Ben Saxon")).size).toBe(0);
    expect(events(form(1, "Ada Saxon"), form(2, "ADA SAXON")).size).toBe(2);
    expect(events(form(1, "Ada Saxon"), form(2, "Ada B. Saxon", "4/A")).size).toBe(2);
  });

  test("parts of one report of more than thirty rows do not repeat each other", () => {
    const part = (n: number, of: string) =>
      jointFiling(n, [saxon], [saleRow()], { remarks: `This is the ${of} of two Form 4s filed for these trades.` });
    expect(events(part(1, "first"), part(2, "second")).size).toBe(0);
    expect(events(part(1, "first"), part(2, "first")).size).toBe(2);
  });
});

describe("what does not count", () => {
  const pair = [jointFiling(1, [saxon], [saleRow()]), jointFiling(2, [fund, saxon], [saleRow()])];

  test("a superseded row no longer reports a trade", () => {
    expect(sameTrades(pair).size).toBe(2);
    // An amendment that is not among these combined it with another row.
    expect(sameTrades(pair, new Map([[key(1), key(9)]])).size).toBe(0);
  });

  test("holdings and undated rows", () => {
    const rows = [saleRow({ kind: "holding" }), saleRow({ transactionDate: null })];
    expect(events(jointFiling(1, [saxon], rows), jointFiling(2, [saxon], rows)).size).toBe(0);
  });
});
