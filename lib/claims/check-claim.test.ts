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
    points: [
      { point: "trade" },
      {
        point: "owner",
        agreement: "agrees",
        why: "Several owners (1, 2) report this one trade, in separate filings.",
      },
      { point: "shares" },
    ],
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

test("a row of a joint filing does not name the owner who traded, so it confirms nothing about one of them", () => {
  const alone = filing(1, [sale("5000")]);
  const owners = [ownerForTest({ cik: "1" }), ownerForTest({ cik: "2" })];
  const joint = { ...alone, filing: { ...alone.filing, owners } };
  expect(checkClaim(claim(), [joint], true)).toMatchObject({
    verdict: "partly",
    points: [
      { point: "trade", agreement: "agrees" },
      {
        point: "owner",
        agreement: "not known",
        why: "Several owners filed this together (1, 2), and a row does not say which of them traded.",
      },
      { point: "shares", agreement: "agrees" },
    ],
    places: ["0000000001-21-000001#I-1"],
  });
  expect(verdict({ shares: null }, [joint])).toBe("partly");
  // Whoever of them traded, it was not this number.
  expect(verdict({ shares: "4000" }, [joint])).toBe("differs");
  const owned = checkClaim(claim(), [alone], true);
  expect([owned.verdict, owned.points.map(({ point }) => point)]).toEqual(["confirmed", ["trade", "shares"]]);
});

test("a trade on another day than the claim says is a difference, with its place and days", () => {
  const entries = [filing(1, [sale("5000"), sale("700")])];
  const on = (day: string, facts: Partial<Claim> = {}) =>
    checkClaim(claim({ from: day, to: day, ...facts }), entries, true);
  for (const day of ["2021-05-16", "2021-05-18"])
    expect(on(day)).toMatchObject({
      verdict: "differs",
      points: [
        { point: "trade", agreement: "differs" },
        { point: "day", agreement: "differs", why: "Such a trade is reported for another day: 2021-05-17." },
        { point: "shares", agreement: "agrees" },
      ],
      places: ["0000000001-21-000001#I-1"],
    });
  // 5,000 + 700 on the 17th.
  expect(on("2021-05-18", { shares: "5700" })).toMatchObject({
    verdict: "differs",
    places: ["0000000001-21-000001#I-1", "0000000001-21-000001#I-2"],
  });
  // Nothing on the 18th, and nothing with this number around it.
  expect(on("2021-05-18", { shares: "900" })).toMatchObject({ verdict: "not found", places: [] });
  // Seven days later, and eight.
  expect(on("2021-05-24").verdict).toBe("differs");
  expect(on("2021-05-25").verdict).toBe("not found");
  expect(on("2021-05-18", { shares: null }).places).toHaveLength(2);
  // The missing filings may report it for the 18th.
  expect(checkClaim(claim({ from: "2021-05-18", to: "2021-05-18" }), entries, false)).toMatchObject({
    verdict: "outside the record",
    points: [
      { point: "trade", agreement: "not known" },
      { point: "day", agreement: "not known" },
      { point: "shares", agreement: "agrees" },
    ],
    places: ["0000000001-21-000001#I-1"],
  });
});

test("the day of the filing is not that of the trade, however late it was filed", () => {
  const late = filing(1, [sale("5000")]);
  const entries = [{ ...late, filing: { ...late.filing, filingDate: "2021-06-30" } }];
  expect(checkClaim(claim({ from: "2021-06-30", to: "2021-06-30" }), entries, true)).toMatchObject({
    verdict: "differs",
    points: [
      {},
      { point: "day", why: "Such a trade is reported for another day: 2021-05-17, filed on 2021-06-30." },
      { point: "shares", agreement: "agrees" },
    ],
    places: ["0000000001-21-000001#I-1"],
  });
  // June has another day of trade, but its filing is of June.
  expect(verdict({ from: "2021-06-01", to: "2021-06-30" }, entries)).toBe("differs");
});

test("a number of shares in a month may be that of one row, and the answer has the sum of all", () => {
  const entries = [filing(1, [sale("3000"), sale("2000", "10", "2021-05-18"), sale("400", "10", "2021-05-19")])];
  expect(checkClaim(claim({ shares: "3000" }), entries, true)).toMatchObject({
    verdict: "confirmed",
    // 3,000 + 2,000 + 400.
    points: [{ why: "1 of 3 such rows on these days. All 3 in this security add up to 5400 shares." }, {}],
  });
  expect(checkClaim(claim({ shares: "5400" }), entries, true)).toMatchObject({
    verdict: "confirmed",
    points: [{ why: "3 of 3 such rows on these days." }, {}],
  });
  // 3,000 + 2,000 are neither of one day nor of the month.
  expect(verdict({ shares: "5000" }, entries)).toBe("differs");
});

test("a day or code that may have been misread on paper rules nothing out", () => {
  const day = { from: "2021-05-18", to: "2021-05-18" };
  const misread = [filing(1, [{ ...sale("5000"), uncertain: ["transactionDate"] }])];
  expect(checkClaim(claim(day), misread, true)).toMatchObject({
    verdict: "outside the record",
    caveats: ["A trade of this kind has no date that we can read with certainty.", expect.stringContaining("paper")],
  });
  const bought = [filing(1, [{ ...sale("5000"), transactionCode: "P", uncertain: ["transactionCode"] }])];
  expect(verdict({}, bought)).toBe("partly");
  const doubted = [filing(1, [{ ...sale("5000"), uncertain: ["transactionShares"] }])];
  expect(verdict(day, doubted)).toBe("partly");
});
