import { expect, test } from "vitest";
import { lastBalances } from "@/lib/holdings/last-balances";
import { standingRows } from "@/lib/holdings/standing-rows";
import { entryRows } from "@/lib/record/entry-rows";
import { attachDerived } from "@/testing/attach-derived";
import { entryForTest, ownerForTest } from "@/testing/entry-for-test";

type Rows = Parameters<typeof entryForTest>[0];

const filing = (n: number, day: string, owners: string[], rows: Rows, more: object = {}) =>
  entryForTest(rows, {
    accessionNumber: `0000000001-25-00000${n}`,
    filingDate: day,
    orderedAt: `${day}T21:00:00.000Z`,
    periodOfReport: rows[0]?.transactionDate as string,
    owners: owners.map((cik) => ownerForTest({ cik })),
    ...more,
  });

const sold = (date: string, shares: string, price: string, held: string, more: Rows[number] = {}) => ({
  transactionCode: "S",
  transactionDate: date,
  acquiredDisposedCode: "D",
  transactionShares: shares,
  pricePerShare: price,
  sharesOwnedFollowing: held,
  ...more,
});

const byFund = { directOrIndirect: "I", natureOfOwnership: "By Fund" };

test("one block on two filings with a common owner is one trade on one line: 900 held, not 1,800", () => {
  const row = sold("2025-06-10", "100", "10", "900", byFund);
  const entries = attachDerived([
    filing(1, "2025-06-12", ["2", "3"], [row]),
    filing(2, "2025-06-12", ["2", "4"], [row]),
    filing(3, "2025-07-12", ["2", "4"], [sold("2025-07-10", "50", "10", "850", byFund)]),
  ]);
  const [first, second, third] = entries.map(({ derived }) => derived.rows["I-1"]);
  expect(second?.event).toMatchObject({ counted: "0000000001-25-000001#I-1", owners: ["2", "3", "4"] });
  expect([second?.holdingLine, third?.holdingLine]).toEqual([first?.holdingLine, first?.holdingLine]);
  expect(second?.check).toEqual(first?.check);
  expect(third?.check).toMatchObject({ state: "consistent", expected: "850" });
  expect(lastBalances(standingRows(entryRows(entries))).map(({ balance }) => balance)).toEqual(["850"]);
});

test("the same form filed twice leaves no gap: 1,000 − 100 = 900, once", () => {
  const before = filing(1, "2025-05-12", ["2"], [sold("2025-05-10", "10", "9", "1000")]);
  const row = sold("2025-06-10", "100", "10", "900");
  const entries = attachDerived([before, filing(2, "2025-06-12", ["2"], [row]), filing(3, "2025-06-13", ["2"], [row])]);
  expect(entries.map(({ derived }) => derived.rows["I-1"]?.check?.state)).toEqual([
    "first",
    "consistent",
    "consistent",
  ]);
});

test("of several reports of a trade the one accepted first counts; if only days are known, the one with the lowest accession number", () => {
  const row = sold("2025-06-10", "100", "10", "900");
  const counted = (one: object, two: object) =>
    attachDerived([
      filing(1, "2025-06-12", ["2"], [row], one),
      filing(2, "2025-06-12", ["2"], [row], two),
    ])[0]?.derived.rows["I-1"]?.event?.counted.slice(-5);
  expect(counted({ filedAt: "2025-06-12T22:00:00Z" }, { filedAt: "2025-06-12T21:00:00Z" })).toBe("2#I-1");
  expect(counted({ filedAt: "2025-06-12T22:00:00Z" }, { filedAt: null })).toBe("1#I-1");
  // Signature dates order bare documents, and say nothing about acceptance.
  const bare = { filingDate: null, orderedAt: "2025-06-13T04:00:00.000Z" };
  expect(counted(bare, { ...bare, orderedAt: "2025-06-11T04:00:00.000Z" })).toBe("1#I-1");
});

test("an amendment that omits a row reported in error restates the others: 100 and 25, not 25 twice", () => {
  const day = "2025-06-10";
  const original = filing(
    1,
    "2025-06-12",
    ["2"],
    [sold(day, "100", "20", "900"), sold(day, "50", "21", "850"), sold(day, "25", "22", "825")],
  );
  const amendment = filing(2, "2025-06-20", ["2"], [sold(day, "100", "20", "900"), sold(day, "25", "22", "875")], {
    documentType: "4/A",
    dateOfOriginalSubmission: "2025-06-12",
  });
  const rows = attachDerived([original, amendment])[0]?.derived.rows ?? {};
  expect(rows["I-1"]?.supersededBy).toBe("0000000001-25-000002#I-1");
  expect(rows["I-3"]?.supersededBy).toBe("0000000001-25-000002#I-2");
  expect(rows["I-2"]?.supersededBy ?? null).toBeNull();
});

test("a block on two filings, one of them amended: the line continues from the corrected 900, not from the other's 950", () => {
  const entries = attachDerived([
    filing(1, "2025-05-12", ["2", "3"], [sold("2025-05-10", "10", "9", "1000", byFund)]),
    filing(2, "2025-06-12", ["2", "3"], [sold("2025-06-10", "100", "10", "950", byFund)]),
    filing(3, "2025-06-12", ["2", "4"], [sold("2025-06-10", "100", "10", "950", byFund)]),
    filing(4, "2025-06-20", ["2", "3"], [sold("2025-06-10", "100", "10", "900", byFund)], {
      documentType: "4/A",
      dateOfOriginalSubmission: "2025-06-12",
    }),
    filing(5, "2025-07-12", ["2", "4"], [sold("2025-07-10", "50", "10", "850", byFund)]),
  ]);
  const [before, original, other, amendment, next] = entries.map(({ derived }) => derived.rows["I-1"]);
  expect(original?.supersededBy).toBe("0000000001-25-000004#I-1");
  expect(amendment?.event).toMatchObject({ counted: "0000000001-25-000003#I-1", owners: ["2", "3", "4"] });
  for (const row of [other, amendment, next]) expect(row?.holdingLine).toBe(before?.holdingLine);
  expect([other, amendment, next].map((row) => row?.linePosition)).toEqual([2, 2, 3]);
  expect(amendment?.check).toMatchObject({ state: "consistent", expected: "900" });
  expect(next?.check).toMatchObject({ state: "consistent", expected: "850" });
  expect(other?.check).toMatchObject({
    state: "gap",
    expected: "900",
    reported: "950",
    difference: "50",
    reason: { kind: "amendment", words: null, from: "0000000001-25-000004#I-1" },
  });
  const rows = standingRows(entryRows(entries));
  expect(lastBalances(rows).map(({ balance, gaps }) => ({ balance, gaps }))).toEqual([{ balance: "850", gaps: [] }]);
});
