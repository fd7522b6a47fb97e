import { expect, test } from "vitest";
import type { BalanceCheck } from "@/lib/record/balance-check";
import { attachDerived } from "@/testing/attach-derived";
import { entryForTest, ownerForTest } from "@/testing/entry-for-test";

type Rows = Parameters<typeof entryForTest>[0];

const OWNER = ownerForTest({ cik: "2", name: "Botha Roelof" });

const filing = (n: number, filed: string, rows: Rows, more: Partial<Parameters<typeof entryForTest>[1]> = {}) =>
  entryForTest(rows, {
    accessionNumber: `0000000001-21-00000${n}`,
    filingDate: filed,
    orderedAt: `${filed}T21:00:00.000Z`,
    periodOfReport: rows[0]?.transactionDate as string,
    owners: [OWNER],
    ...more,
  });

const moved = (date: string, letter: "A" | "D", shares: string, held: string, more: Rows[number] = {}) => ({
  transactionCode: "J",
  transactionDate: date,
  acquiredDisposedCode: letter,
  transactionShares: shares,
  sharesOwnedFollowing: held,
  ...more,
});

function checks(...filings: ReturnType<typeof filing>[]): Record<string, BalanceCheck | null> {
  return Object.fromEntries(
    attachDerived(filings).flatMap(({ filing: { accessionNumber }, derived }) =>
      Object.entries(derived.rows).map(([row, { check }]) => [`${accessionNumber.slice(-1)} ${row}`, check] as const),
    ),
  );
}

test("0001475115-21-000069 could not include the 16,723 shares that 0001062993-21-007940 reported only later", () => {
  const before = filing(1, "2021-06-18", [moved("2021-06-17", "D", "1", "64842")]);
  const july = filing(2, "2021-08-02", [moved("2021-07-29", "D", "31026", "33816")]);
  const late = filing(3, "2021-08-25", [
    moved("2021-06-21", "D", "16723", "48119"),
    moved("2021-08-23", "D", "10819", "6274"),
  ]);
  const found = checks(before, july, late);
  // 48,119 − 31,026 = 17,093, and 33,816 is reported: 16,723 more. Then 33,816 − 10,819 = 22,997, and 6,274: as many less.
  expect(found["2 I-1"]).toMatchObject({
    state: "gap",
    difference: "16723",
    reason: { kind: "reported later", from: "0000000001-21-000003#I-1" },
  });
  expect(found["3 I-2"]).toMatchObject({ difference: "-16723", reason: { kind: "next balance makes good" } });
});

test("a typing error that the next report does not repeat: 127,321 for 127,231", () => {
  const found = checks(
    filing(1, "2019-01-02", [moved("2019-01-01", "A", "1", "127231")]),
    filing(2, "2019-02-02", [moved("2019-02-01", "A", "10", "127331")]),
    filing(3, "2019-03-02", [moved("2019-03-01", "A", "10", "127251")]),
  );
  expect(found["2 I-1"]).toMatchObject({ difference: "90", reason: { from: "0000000001-21-000003#I-1" } });
  expect(found["3 I-1"]).toMatchObject({ difference: "-90", reason: { from: "0000000001-21-000002#I-1" } });
});

test("three rows that all state the balance after the last: 1,000 − 100 − 200 − 300 = 400", () => {
  const found = checks(
    filing(1, "2021-01-04", [moved("2021-01-01", "A", "1000", "1000")]),
    filing(2, "2021-02-03", [
      moved("2021-02-01", "D", "100", "400"),
      moved("2021-02-01", "D", "200", "400"),
      moved("2021-02-01", "D", "300", "400"),
    ]),
  );
  for (const row of ["2 I-1", "2 I-2", "2 I-3"]) {
    expect(found[row], row).toMatchObject({ state: "gap", reason: { kind: "one balance for several rows" } });
  }
  // 1,000 − 100 − 200 is not 400, so nothing is explained.
  const other = checks(
    filing(1, "2021-01-04", [moved("2021-01-01", "A", "1000", "1000")]),
    filing(2, "2021-02-03", [moved("2021-02-01", "D", "100", "400"), moved("2021-02-01", "D", "200", "400")]),
  );
  expect(other["2 I-1"]?.reason).toBeNull();
});

test("a balance that follows from a value corrected since by an amendment: 900 − 50 = 850 from the 900 first reported", () => {
  const original = filing(1, "2021-01-04", [moved("2021-01-01", "D", "100", "900")]);
  const next = filing(2, "2021-02-03", [moved("2021-02-01", "D", "50", "850")]);
  const amendment = filing(3, "2021-03-03", [moved("2021-01-01", "D", "100", "990")], {
    documentType: "4/A",
    dateOfOriginalSubmission: "2021-01-04",
    periodOfReport: "2021-01-01",
  });
  const found = checks(original, next, amendment);
  expect(found["1 I-1"]).toBeNull();
  expect(found["2 I-1"]).toMatchObject({
    state: "gap",
    expected: "940",
    difference: "-90",
    reason: { kind: "amendment", from: "0000000001-21-000001#I-1" },
  });
});

test("an amendment takes the place in time of its original, not of its own filing", () => {
  const original = filing(1, "2021-01-04", [
    moved("2021-01-01", "D", "100", "900"),
    moved("2021-01-02", "D", "10", "890"),
  ]);
  const next = filing(2, "2021-02-03", [moved("2021-02-01", "D", "50", "840")]);
  const amendment = filing(3, "2021-03-03", [moved("2021-01-01", "D", "100", "900", { pricePerShare: "7" })], {
    documentType: "4/A",
    dateOfOriginalSubmission: "2021-01-04",
    periodOfReport: "2021-01-01",
  });
  const states = checks(original, next, amendment);
  expect([states["3 I-1"], states["1 I-2"], states["2 I-1"]].map((check) => check?.state)).toEqual([
    "first",
    "consistent",
    "consistent",
  ]);
});

test("a transaction without a balance hides what it moved: nothing is compared across it", () => {
  const found = checks(
    filing(1, "2021-01-04", [moved("2021-01-01", "A", "1000", "1000")]),
    filing(2, "2021-02-03", [{ ...moved("2021-02-01", "D", "100", "0"), sharesOwnedFollowing: null }]),
    filing(3, "2021-03-03", [moved("2021-03-01", "D", "10", "890")]),
  );
  expect(found["3 I-1"]).toMatchObject({ state: "not_comparable", missing: "rows between", difference: null });
});

test("an amendment of a missing filing shows that it exists: what it moved is missing between 1,000 and 700", () => {
  const amendment = filing(
    2,
    "2021-03-03",
    [moved("2021-02-01", "D", "100", "800", { securityTitle: "Preferred Stock" })],
    {
      documentType: "4/A",
      dateOfOriginalSubmission: "2021-02-03",
    },
  );
  const found = checks(
    filing(1, "2021-01-04", [moved("2021-01-01", "A", "1000", "1000")]),
    amendment,
    filing(3, "2021-04-03", [moved("2021-04-01", "D", "50", "700")]),
  );
  expect(found["3 I-1"]).toMatchObject({
    difference: "-250",
    reason: { kind: "missing filing", words: null, from: "0000000001-21-000002#I-1" },
  });
});
