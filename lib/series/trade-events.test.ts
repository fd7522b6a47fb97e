import { describe, expect, it } from "vitest";
import { derivedRows } from "@/testing/derived-rows-for-test";
import { rowForTest, saxonRows, seriesFilingForTest } from "@/testing/row-for-test";
import { tradeEvents } from "./trade-events";

const date = { transactionDate: "2025-03-03" };
const ids = (rows: Parameters<typeof tradeEvents>[0]) => tradeEvents(rows).map(({ rowId }) => rowId);

describe("one mark per event", () => {
  it("draws an exercise once: the Table I leg, with the exercise price of Table II", () => {
    const events = tradeEvents(saxonRows());
    expect(events.map(({ rowId, word }) => `${rowId} ${word}`)).toEqual(["I-1 Exercise", "I-2 Sale", "I-3 Sale"]);
  });

  it("pairs several series of preferred stock with the line they became: 300 + 200 = 500", () => {
    const preferred = (line: number, shares: string) =>
      rowForTest({
        ...date,
        tableNumber: "II",
        line,
        transactionCode: "C",
        transactionShares: shares,
        underlyingSecurityShares: shares,
      });
    const common = rowForTest({ ...date, transactionCode: "C", transactionShares: "500", acquiredDisposedCode: "A" });
    expect(ids([common, preferred(1, "300"), preferred(2, "200")])).toEqual(["I-1"]);
  });

  it("keeps a Table II exercise that has no leg in Table I", () => {
    const cashSettled = rowForTest({ ...date, tableNumber: "II", transactionCode: "M", transactionShares: "100" });
    expect(ids([cashSettled])).toEqual(["II-1"]);
  });

  it("draws a gift to one's own trust once, as given", () => {
    const gift = { ...date, transactionCode: "G", transactionShares: "8000", pricePerShare: "0" };
    const given = rowForTest({ ...gift, line: 1, acquiredDisposedCode: "D" });
    const received = rowForTest({ ...gift, line: 2, acquiredDisposedCode: "A", directOrIndirect: "I" });
    expect(ids([given, received])).toEqual(["I-1"]);
    expect(ids([received])).toEqual(["I-2"]);
    expect(tradeEvents([given, received])[0]?.word).toBe("Transfer");
    expect(tradeEvents([received])[0]?.word).toBe("Gift");
  });

  it("calls a gift a transfer if its footnote does, like the headline of the filing", () => {
    const stated = seriesFilingForTest({
      facts: new Map([["F1", { transfer: { value: { kind: "to_trust" as const }, spans: [] } }]]),
    });
    const gift = {
      ...date,
      transactionCode: "G",
      transactionShares: ["8000", "F1"] as [string, string],
      acquiredDisposedCode: "D",
    };
    expect(tradeEvents([rowForTest(gift, stated)])[0]?.word).toBe("Transfer");
  });

  it("has no value in dollars if the price is in another currency", () => {
    const sale = rowForTest({
      ...date,
      transactionCode: "S",
      transactionShares: "100",
      pricePerShare: "7.20",
      acquiredDisposedCode: "D",
    });
    const trade = { plan: null, currency: "CAD", price: null, covers: [] };
    const inCanada = { ...sale, derived: { ...sale.derived, trade } };
    expect(tradeEvents([inCanada])[0]).toMatchObject({ price: "7.20", currency: "CAD", value: null });
    expect(tradeEvents([sale])[0]).toMatchObject({ currency: null, value: "720" });
  });

  it("counts a row of a joint filing once, however often it appears", () => {
    const row = rowForTest({ ...date, transactionCode: "P", transactionShares: "10", acquiredDisposedCode: "A" });
    expect(ids([row, { ...row }])).toEqual(["I-1"]);
  });

  it("leaves out holdings and transactions without a readable date", () => {
    const holding = rowForTest({ kind: "holding", sharesOwnedFollowing: "5" });
    const undated = rowForTest({ line: 2, transactionCode: "P", transactionDate: [null, "F1"] });
    expect(ids([holding, undated])).toEqual([]);
  });
});

describe("values", () => {
  it("5,688 at 39.0616 = 222,182.3808", () => {
    expect(tradeEvents(saxonRows())[1]?.value).toBe("222182.3808");
  });

  it("are unknown without a price, and zero if zero was filed", () => {
    const row = (line: number, pricePerShare: string | null) =>
      rowForTest({ ...date, line, transactionCode: "A", transactionShares: "100", pricePerShare });
    expect(tradeEvents([row(1, null), row(2, "0")]).map(({ value }) => value)).toEqual([null, "0"]);
  });

  it("are the total value if a row of Table II reports that instead of shares", () => {
    const row = rowForTest({ ...date, tableNumber: "II", transactionCode: "P", transactionTotalValue: "30430000.00" });
    expect(tradeEvents([row])[0]?.value).toBe("30430000");
  });
});

describe("fills", () => {
  const sale = (line: number, note?: string, filing = seriesFilingForTest()) =>
    rowForTest(
      {
        ...date,
        line,
        transactionCode: "S",
        acquiredDisposedCode: "D",
        transactionShares: ["1", ...(note ? [note] : [])],
      },
      filing,
    );
  const fills = (rows: Parameters<typeof tradeEvents>[0]) => tradeEvents(derivedRows(rows)).map(({ fill }) => fill);

  it("tints only rows whose own footnote names a plan, though the box applies to the whole document", () => {
    const filing = seriesFilingForTest({
      aff10b5One: true,
      notes: { F1: "Sold under a 10b5-1 plan adopted on May 30, 2023." },
    });
    expect(fills([sale(1, "F1", filing), sale(2, undefined, filing)])).toEqual(["tint", "solid"]);
  });

  it("tints all purchases and sales if the box is ticked and no footnote names a plan", () => {
    const filing = seriesFilingForTest({ aff10b5One: true });
    expect(fills([sale(1, undefined, filing), sale(2, undefined, filing)])).toEqual(["tint", "tint"]);
  });

  it("does not read a denial as a plan", () => {
    const filing = seriesFilingForTest({ notes: { F1: "These sales were not made pursuant to a Rule 10b5-1 plan." } });
    expect(fills([sale(1, "F1", filing)])).toEqual(["solid"]);
  });

  it("never tints a grant", () => {
    const filing = seriesFilingForTest({ aff10b5One: true });
    expect(fills([rowForTest({ ...date, transactionCode: "A" }, filing)])).toEqual(["hollow"]);
  });
});

it("names the holder of a trade if the nature of ownership or a footnote names one", () => {
  const sale = {
    ...date,
    transactionCode: "S",
    acquiredDisposedCode: "D",
    transactionShares: "10",
    directOrIndirect: "I",
  };
  const holders = [
    rowForTest({ ...sale, line: 1, natureOfOwnership: "By Harrow Street Partners LP" }),
    rowForTest({ ...sale, line: 2, natureOfOwnership: "By Trust" }),
  ];
  expect(tradeEvents(holders).map(({ holder }) => holder)).toEqual(["Harrow Street Partners LP", null]);
});
