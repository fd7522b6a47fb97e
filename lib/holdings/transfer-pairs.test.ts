import { describe, expect, it } from "vitest";
import { rowId } from "@/lib/record/reported-row";
import { rowForTest, saxonRows } from "@/testing/row-for-test";
import { otherSides, transfers } from "./transfer-pairs";

type Short = Parameters<typeof rowForTest>[0];

const date = { transactionDate: "2025-03-03" };
const gift = (short: Short) => rowForTest({ ...date, transactionCode: "G", transactionShares: "8000", ...short }).row;
const given = (line: number, short: Short = {}) => gift({ line, acquiredDisposedCode: "D", ...short });
const toTrust = (line: number, short: Short = {}) =>
  gift({ line, acquiredDisposedCode: "A", directOrIndirect: "I", natureOfOwnership: "By Trust", ...short });

const sides = (rows: Parameters<typeof otherSides>[0]) =>
  Object.fromEntries([...otherSides(rows)].map(([id, { kind, rows }]) => [id, `${kind} ${rows.join(" ")}`]));

describe("both legs of a transfer", () => {
  it("8,000 given by the direct line are the 8,000 that the trust received", () => {
    expect(sides([given(1), toTrust(2)])).toEqual({ "I-1": "transfer I-2", "I-2": "transfer I-1" });
    expect(sides([given(1, { transactionShares: "8000.00" }), toTrust(2)])).not.toEqual({});
  });

  it.each([
    ["another day", { transactionDate: "2025-03-04" }],
    ["another number", { transactionShares: "8001" }],
    ["another code", { transactionCode: "J" }],
    ["another security", { securityTitle: "Class B Common Stock" }],
    ["the same letter", { acquiredDisposedCode: "D" }],
    ["the same line", { directOrIndirect: "D", natureOfOwnership: null }],
    ["no number", { transactionShares: null }],
  ])("with %s it is none", (_what, other) => {
    expect(sides([given(1), toTrust(2, other)])).toEqual({});
  });

  it("keeps two trusts apart only if different footnotes describe them", () => {
    const trust = (line: number, letter: string, note: string) =>
      gift({
        line,
        acquiredDisposedCode: letter,
        directOrIndirect: "I",
        natureOfOwnership: ["See footnote", note],
      });
    expect(sides([trust(1, "D", "F1"), trust(2, "A", "F1")])).toEqual({});
    expect(sides([trust(1, "D", "F1"), trust(2, "A", "F2")])).toEqual({
      "I-1": "transfer I-2",
      "I-2": "transfer I-1",
    });
  });

  it("of two equal gifts to two trusts no row tells which went where: each leg names both", () => {
    const rows = [given(1), given(2), toTrust(3), toTrust(4, { natureOfOwnership: "By GRAT" })];
    expect(sides(rows)).toMatchObject({ "I-1": "transfer I-3 I-4", "I-4": "transfer I-1 I-2" });
  });

  it("where two were given and one received, somebody else received the other", () => {
    const rows = [given(1), given(2), toTrust(3)];
    expect(sides(rows)).toEqual({});
    expect(transfers(rows)[0]?.received.map(rowId)).toEqual(["I-3"]);
  });

  it("a purchase and a sale of one day and number are two trades", () => {
    const trade = (line: number, acquiredDisposedCode: string) =>
      rowForTest({ ...date, line, transactionCode: "P", transactionShares: "10", acquiredDisposedCode }).row;
    expect(sides([trade(1, "A"), trade(2, "D")])).toEqual({});
  });
});

describe("both sides of an exercise or conversion", () => {
  it("the options of Table II and the shares of Table I", () => {
    expect(sides(saxonRows().map(({ row }) => row))).toEqual({ "I-1": "exercise II-1", "II-1": "exercise I-1" });
  });

  it("Class B shares that became Class A shares in Table I", () => {
    const converted = (line: number, securityTitle: string, acquiredDisposedCode: string) =>
      rowForTest({
        ...date,
        line,
        securityTitle,
        transactionCode: "C",
        transactionShares: "900",
        acquiredDisposedCode,
      }).row;
    expect(sides([converted(1, "Class A Common Stock", "A"), converted(2, "Class B Common Stock", "D")])).toEqual({
      "I-1": "conversion I-2",
      "I-2": "conversion I-1",
    });
    expect(sides([converted(1, "Class A Common Stock", "A"), converted(2, "Class A Common Stock", "D")])).toEqual({});
  });

  it("units that became other units and shares are the shares' derivatives, not a conversion inside Table II", () => {
    const unit = (line: number, securityTitle: string, acquiredDisposedCode: string) =>
      rowForTest({
        ...date,
        tableNumber: "II",
        line,
        securityTitle,
        transactionCode: "M",
        transactionShares: "500",
        acquiredDisposedCode,
      }).row;
    const shares = rowForTest({
      ...date,
      transactionCode: "M",
      transactionShares: "500",
      acquiredDisposedCode: "A",
    }).row;
    expect(sides([shares, unit(1, "Performance Unit", "D"), unit(2, "Restricted Unit", "A")])).toEqual({
      "I-1": "exercise II-1",
      "II-1": "exercise I-1",
    });
  });
});
