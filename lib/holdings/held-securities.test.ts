import { describe, expect, it } from "vitest";
import { derivedRows } from "@/testing/derived-rows-for-test";
import { rowForTest, seriesFilingForTest } from "@/testing/row-for-test";
import { heldSecurities } from "./held-securities";
import { type LastBalance, lastBalances } from "./last-balances";
import type { Split } from "./splits";

const line = (more: Partial<LastBalance>): LastBalance => ({
  holdingLine: `${more.filing ?? "f"}#${more.row ?? "I-1"}`,
  owners: ["2"],
  issuer: "1",
  table: "I",
  security: "Common Stock",
  ownership: "D",
  vehicle: null,
  vehicleName: null,
  balance: "100",
  asOf: "2025-06-10",
  filing: "f",
  row: "I-1",
  laterReport: null,
  gaps: [],
  ...more,
});

const gap = (reason: "split" | null) => ({
  filing: "f",
  row: "I-1",
  expected: "1",
  reported: "2",
  difference: "1",
  reason,
  reasonWords: null,
  reasonFrom: null,
});

describe("the holdings of a security", () => {
  it("add up over its lines: 284,282 + 195,000 + 40,000 = 519,282, direct first", () => {
    const [held] = heldSecurities(
      [
        line({ row: "I-1", balance: "40000", ownership: "I", vehicle: "By GRAT", asOf: "2024-05-13" }),
        line({ row: "I-2", balance: "195000", ownership: "I", vehicle: "By Trust" }),
        line({
          row: "I-3",
          balance: "284282",
          security: "Common Stock, $.01 par value",
          gaps: [gap("split"), gap(null)],
        }),
      ],
      [],
    );
    expect(held).toMatchObject({ total: "519282", direct: "284282", indirect: "235000", from: "2024-05-13" });
    expect(held?.parts.map(({ balance }) => balance)).toEqual(["284282", "195000", "40000"]);
    expect(held?.parts[0]?.gaps).toEqual({ explained: 1, unexplained: 1 });
  });

  it("never add up across securities or issuers, and omit derivatives", () => {
    const held = heldSecurities(
      [
        line({}),
        line({ row: "I-2", security: "Class B Common Stock" }),
        line({ row: "I-3", issuer: "7" }),
        line({ row: "II-1", table: "II" }),
      ],
      [],
    );
    expect(held.map(({ issuer, title, total }) => [issuer, title, total])).toEqual([
      ["1", "Common Stock", "100"],
      ["1", "Class B Common Stock", "100"],
      ["7", "Common Stock", "100"],
    ]);
  });

  it("separate lines that came to zero", () => {
    const [held] = heldSecurities([line({}), line({ row: "I-2", balance: "0.0", vehicle: "By Trust" })], []);
    expect([held?.total, held?.parts.length, held?.ended.length]).toEqual(["100", 1, 1]);
  });

  it("count a balance from before a split in shares after it", () => {
    const split: Split = {
      ratio: { new: "3", old: "2" },
      after: "2025-07-01",
      until: "2025-07-02",
      date: "2025-07-02",
      evidence: [],
      words: null,
      from: null,
    };
    const old = line({ row: "I-1", balance: "101" });
    const since = line({ row: "I-2", balance: "1000", asOf: "2025-08-01", vehicle: "By Trust", ownership: "I" });
    const splits = new Map([old, since].map(({ holdingLine }) => [holdingLine, [split]]));
    const [held] = heldSecurities([old, since], [], splits);
    // 101 × 3 ÷ 2 = 151.5: the fraction is paid out.
    expect(held?.parts.map((part) => [part.balance, part.since?.balance ?? null])).toEqual([
      ["101", "151"],
      ["1000", null],
    ]);
    expect(held?.total).toBe("1151");
  });
});

describe("a note on shares that may be somebody else's, or counted twice", () => {
  it("is on a line that was reported jointly", () => {
    const [held] = heldSecurities([line({ owners: ["2", "3", "4"] })], []);
    expect(held?.parts[0]).toMatchObject({ jointOwners: 2, mayBeSame: false });
  });

  it("is on two lines that name one vehicle", () => {
    const [held] = heldSecurities(
      [
        line({ row: "I-1", ownership: "I", vehicle: "By Harrow Street Partners, L.P." }),
        line({ row: "I-2", ownership: "I", vehicle: "Harrow Street Partners LP", balance: "90" }),
        line({ row: "I-3", ownership: "I", vehicle: "By the Harrow Street Partners, L.P" }),
      ],
      [],
    );
    expect(held?.parts.map(({ vehicle, mayBeSame }) => [vehicle, mayBeSame])).toEqual([
      ["By Harrow Street Partners, L.P.", true],
      ["By the Harrow Street Partners, L.P", true],
      ["Harrow Street Partners LP", true],
    ]);
  });

  it("is on equal balances that are reported jointly, not on those of one owner", () => {
    const direct = line({ row: "I-1" });
    const through = line({ row: "I-2", ownership: "I", vehicle: "By Fund" });
    const same = (lines: LastBalance[]) => heldSecurities(lines, [])[0]?.parts.map(({ mayBeSame }) => mayBeSame);
    expect(same([direct, through])).toEqual([false, false]);
    const owners = ["2", "3"];
    expect(
      same([
        { ...direct, owners },
        { ...through, owners },
      ]),
    ).toEqual([true, true]);
  });
});

describe("a balance reported by value", () => {
  const filing = (n: number) =>
    seriesFilingForTest({ accessionNumber: `0000000001-2${n}-000001`, periodOfReport: `202${n}-12-31` });
  const value = (n: number, amount: string, more = {}) =>
    rowForTest({ kind: "holding", securityTitle: "Fund units", valueOwnedFollowing: amount, ...more }, filing(n));

  it("is separate, the last of each way of holding, and not in any total", () => {
    const rows = derivedRows([
      value(3, "5500000"),
      value(4, "6000000"),
      value(4, "9", { line: 2, directOrIndirect: "I" }),
    ]);
    const [held] = heldSecurities(lastBalances(rows), rows);
    expect(held).toMatchObject({ title: "Fund units", total: null, parts: [] });
    expect(held?.values.map(({ value, ownership, asOf }) => [value, ownership, asOf])).toEqual([
      ["6000000", "D", "2024-12-31"],
      ["9", "I", "2024-12-31"],
    ]);
  });
});
