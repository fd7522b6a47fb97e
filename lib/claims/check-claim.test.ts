import { expect, test } from "vitest";
import { type DerivedRow, NOTHING_DERIVED } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import { entryForTest, ownerForTest } from "@/testing/entry-for-test";
import { type Claim, checkClaim } from "./check-claim";

const sale = (shares: string, price = "10", day = "2021-05-17") => ({
  kind: "transaction" as const,
  transactionCode: "S",
  transactionDate: day,
  transactionShares: shares,
  pricePerShare: price,
  acquiredDisposedCode: "D",
  securityTitle: "Common Stock",
});
const filing = (
  n: number,
  rows: Parameters<typeof entryForTest>[0],
  derived: Record<string, Partial<DerivedRow>> = {},
): FilingEntry => {
  const entry = entryForTest(rows, { accessionNumber: `0000000001-21-00000${n}` });
  const ofRows = Object.fromEntries(
    Object.entries(derived).map(([id, facts]) => [id, { ...NOTHING_DERIVED, ...facts }]),
  );
  return { ...entry, derived: { ...entry.derived, isWaiting: false, rows: ofRows } };
};
const claim = (facts: Partial<Claim> = {}): Claim => ({
  code: "S",
  from: "2021-05-01",
  to: "2021-05-31",
  shares: "5000",
  price: null,
  underPlan: null,
  ...facts,
});
const verdict = (facts: Partial<Claim>, entries: FilingEntry[], isStored = true) =>
  checkClaim(claim(facts), entries, isStored).verdict;
const PLAN = { state: "note", adoptedOn: null, footnoteId: "F1", words: null } as const;
const TRADE = { plan: null, currency: null, price: null, covers: [] };

test("confirms a row, a day's rows and all rows on the days", () => {
  expect(checkClaim(claim(), [filing(1, [sale("5000")])], true)).toMatchObject({
    verdict: "confirmed",
    places: ["0000000001-21-000001#I-1"],
  });
  // 3,000 + 2,000 on one day.
  expect(verdict({}, [filing(1, [sale("3000"), sale("2000"), sale("700", "10", "2021-05-18")])])).toBe("confirmed");
  // 3,000 on the 17th and 2,000 on the 18th.
  expect(verdict({}, [filing(1, [sale("3000"), sale("2000", "10", "2021-05-18")])])).toBe("confirmed");
  expect(verdict({}, [filing(1, [sale("5000.0")])])).toBe("confirmed");
});

test("differs if the filings say another number or price, and names the rows", () => {
  expect(checkClaim(claim(), [filing(1, [sale("5688"), sale("1975")])], true)).toMatchObject({
    verdict: "differs",
    points: [
      { point: "trade", agreement: "agrees" },
      { point: "shares", agreement: "differs", why: "As filed: 5688, 1975." },
    ],
    places: ["0000000001-21-000001#I-1", "0000000001-21-000001#I-2"],
  });
  expect(verdict({ price: "11" }, [filing(1, [sale("5000", "10")])])).toBe("differs");
});

test("of several rows with the number, is about the one that fits", () => {
  expect(verdict({ price: "12" }, [filing(1, [sale("5000", "10"), sale("5000", "12")])])).toBe("confirmed");
});

test("an average of several prices is neither right nor wrong", () => {
  expect(verdict({ price: "11" }, [filing(1, [sale("3000", "10"), sale("2000", "12")])])).toBe("partly");
});

test("a box that is missing or unchecked is not a no", () => {
  const entries = [filing(1, [sale("5000")])];
  expect(verdict({ underPlan: true }, entries)).toBe("partly");
  expect(verdict({ underPlan: false }, entries)).toBe("partly");
  const unchecked = entries.map((entry) => ({ ...entry, filing: { ...entry.filing, aff10b5One: false } }));
  expect(verdict({ underPlan: true }, unchecked)).toBe("partly");
  expect(verdict({ underPlan: false }, unchecked)).toBe("partly");
  const stated = [filing(1, [sale("5000")], { "I-1": { trade: { ...TRADE, plan: PLAN } } })];
  expect(verdict({ underPlan: true }, stated)).toBe("confirmed");
  expect(verdict({ underPlan: false }, stated)).toBe("differs");
});

test("two owners who report one trade are not two trades", () => {
  const event = { counted: "0000000001-21-000001#I-1", filings: [], owners: ["1", "2"] };
  const twice = [filing(2, [sale("2500")], { "I-1": { event } }), filing(1, [sale("2500")], { "I-1": { event } })];
  expect(verdict({}, twice)).toBe("differs");
  expect(checkClaim(claim({ shares: "2500" }), twice, true)).toMatchObject({
    verdict: "confirmed",
    places: ["0000000001-21-000001#I-1"],
  });
});

test("a row that an amendment replaced is no evidence", () => {
  const replaced = filing(1, [sale("5000")], { "I-1": { supersededBy: "0000000001-21-000002#I-1" } });
  expect(checkClaim(claim(), [replaced, filing(2, [sale("5500")])], true)).toMatchObject({
    verdict: "differs",
    places: ["0000000001-21-000002#I-1"],
    superseded: ["0000000001-21-000001#I-1"],
  });
  expect(verdict({}, [replaced])).toBe("differs");
});

test("an implausible, uncertain or contradictory row confirms nothing, and contradicts nothing", () => {
  const implausible = {
    field: "pricePerShare",
    reason: "stated total",
    cause: "total",
    comparedWith: { amount: "10", times: "5000", trades: null, footnoteId: "F1" },
  } as const;
  const doubtful = [filing(1, [sale("5000", "50000")], { "I-1": { implausible } })];
  expect(verdict({}, doubtful)).toBe("partly");
  expect(verdict({ price: "10" }, doubtful)).toBe("partly");
  expect(verdict({}, [filing(1, [{ ...sale("5000"), uncertain: ["transactionShares"] }])])).toBe("partly");
  expect(verdict({}, [filing(1, [{ ...sale("5000"), acquiredDisposedCode: "A" }])])).toBe("partly");
});

test("nothing follows from days that are not stored", () => {
  expect(verdict({}, [], true)).toBe("not found");
  expect(verdict({}, [], false)).toBe("outside the record");
  const other = [filing(1, [sale("300")])];
  expect(verdict({}, other, false)).toBe("outside the record");
  // The filing reports this day.
  expect(verdict({ from: "2021-05-17", to: "2021-05-17" }, other, false)).toBe("differs");
  expect(verdict({}, [filing(1, [sale("5000")])], false)).toBe("confirmed");
  // The sum of the month may be larger.
  expect(verdict({}, [filing(1, [sale("3000"), sale("2000", "10", "2021-05-18")])], false)).toBe("partly");
});

test("a trade without a date, or a filing that was not compared yet, leaves the answer open", () => {
  expect(verdict({}, [filing(1, [{ ...sale("5000"), transactionDate: null }])])).toBe("outside the record");
  const waiting = filing(1, []);
  expect(verdict({}, [{ ...waiting, derived: { ...waiting.derived, isWaiting: true } }])).toBe("outside the record");
});

test("an amendment that was not compared yet may replace any row, and a trade without a date may be of any day", () => {
  const day = { from: "2021-05-17", to: "2021-05-17" };
  const amendment = filing(2, [sale("5500")]);
  const waiting = { ...amendment, derived: { ...amendment.derived, isWaiting: true } };
  expect(verdict(day, [filing(1, [sale("5000")]), waiting])).toBe("partly");
  expect(verdict(day, [filing(1, [sale("300")]), waiting])).toBe("partly");
  const undated = { ...sale("4700"), transactionDate: null };
  expect(verdict(day, [filing(1, [sale("300"), undated])])).toBe("outside the record");
});

test("a replaced row contradicts nothing if other filings may be missing", () => {
  const replaced = filing(1, [sale("5000")], { "I-1": { supersededBy: "0000000001-21-000002#I-1" } });
  expect(checkClaim(claim(), [replaced], false)).toMatchObject({
    verdict: "outside the record",
    superseded: ["0000000001-21-000001#I-1"],
  });
});

test("says that a row of a joint filing does not name the owner who traded", () => {
  const alone = filing(1, [sale("5000")]);
  const owners = [ownerForTest({ cik: "1" }), ownerForTest({ cik: "2" })];
  const joint = { ...alone, filing: { ...alone.filing, owners } };
  expect(checkClaim(claim(), [alone], true).caveats).toEqual([]);
  expect(checkClaim(claim(), [joint], true).caveats).toEqual([
    "Several owners filed this together, and a row does not say which of them traded.",
  ]);
});
