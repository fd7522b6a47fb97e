import { describe, expect, it } from "vitest";
import { amendmentForTest, holding, originalForTest, sale, trade } from "@/testing/amendment-for-test";
import { restatedRows } from "./restated-rows";

type Rows = Parameters<typeof originalForTest>[0];

const omitted = { remarks: "To report a transaction that was inadvertently omitted." };

const restated = (
  original: Rows,
  amendment: Rows,
  facts: Parameters<typeof amendmentForTest>[1] = {},
  originalFacts: Parameters<typeof originalForTest>[1] = {},
) => Object.fromEntries(restatedRows(originalForTest(original, originalFacts), amendmentForTest(amendment, facts)));

describe("rows that agree", () => {
  it("are paired whatever else the amendment has and in whatever order", () => {
    expect(restated([sale("100", "900"), sale("50", "850")], [sale("50", "850"), sale("100", "900")])).toEqual({
      "I-1": "I-2",
      "I-2": "I-1",
    });
  });

  it("agree whatever the spelling of a number, a title or a nature", () => {
    const indirect = { directOrIndirect: "I", securityTitle: "Common Stock, $0.01 par value" };
    expect(
      restated(
        [sale("1,000", "9000.00", { ...indirect, natureOfOwnership: "By Trust" })],
        [sale("1000.0", "9000", { ...indirect, securityTitle: "COMMON STOCK", natureOfOwnership: "by trust" })],
      ),
    ).toEqual({ "I-1": "I-1" });
  });

  it("are each restated once", () => {
    expect(restated([sale("100", null)], [sale("100", null), sale("100", null)])).toEqual({ "I-1": "I-1" });
    expect(restated([sale("100", null), sale("100", null)], [sale("100", null)])).toEqual({ "I-1": "I-1" });
  });

  it("leave alone what the amendment does not restate", () => {
    expect(restated([sale("100", "900"), sale("50", "850")], [sale("50", "850")])).toEqual({ "I-2": "I-1" });
  });

  it("are of one kind and table", () => {
    expect(restated([holding("900", null)], [trade("", "A", null, "900", { transactionDate: null })])).toEqual({});
    expect(restated([sale("100", "900")], [sale("100", "900", { tableNumber: "II" })])).toEqual({});
  });
});

describe("a corrected price or balance", () => {
  it("restates the row of the same shares, alone or with the others", () => {
    const original = [sale("100", "900", { pricePerShare: "21" }), sale("50", "580")];
    const price = sale("100", "900", { pricePerShare: "12" });
    const balance = sale("50", "850");
    expect(restated(original, [price, balance])).toEqual({ "I-1": "I-1", "I-2": "I-2" });
    expect(restated(original, [price])).toEqual({ "I-1": "I-1" });
    expect(restated(original, [balance])).toEqual({ "I-2": "I-1" });
  });

  it("is distinguished from a sale of as many shares that follows the other", () => {
    const original = [sale("1000", "9000")];
    expect(restated(original, [sale("1000", "8000", { pricePerShare: "21" })])).toEqual({});
    expect(restated(original, [sale("1000", "8000")], omitted)).toEqual({});
  });

  it("is distinguished from a second grant of the same size", () => {
    const grant = (balance: string) => trade("A", "A", "1000", balance, { pricePerShare: "0" });
    expect(restated([grant("9000")], [grant("10000")])).toEqual({});
  });

  it("is recognised if the rows around it show which row is meant", () => {
    // The current row says 212,814 and follows from 218,214.
    const exercise = (shares: string, balance: string) => trade("M", "A", shares, balance, { pricePerShare: null });
    const original = [exercise("6281", "212814"), exercise("12845", "231059"), exercise("13326", "244385")];
    expect(restated(original, [exercise("6281", "218214")])).toEqual({ "I-1": "I-1" });
  });

  it("is not recognised among several rows that all state the last balance", () => {
    const at = (pricePerShare: string) => sale("100", "500", { pricePerShare });
    expect(restated([at("10"), at("11"), at("12")], [at("13")])).toEqual({});
    expect(restated([at("10"), at("11"), at("12")], [at("10"), at("13"), at("12")])).toEqual({
      "I-1": "I-1",
      "I-2": "I-2",
      "I-3": "I-3",
    });
  });
});

describe("a corrected number of shares", () => {
  it("restates the row that begins with the same balance, even if a row is added", () => {
    expect(restated([sale("100", "900"), sale("200", "700")], [sale("150", "850")])).toEqual({ "I-1": "I-1" });
    expect(
      restated([sale("100", "900"), sale("200", "700")], [sale("100", "900"), sale("250", "650"), sale("50", "600")], {
        ...omitted,
      }),
    ).toEqual({ "I-1": "I-1", "I-2": "I-2" });
  });

  it("restates a row that follows from a restated one", () => {
    expect(
      restated([sale("100", "900"), sale("200", "700")], [sale("150", "850"), sale("250", "600"), sale("9", "591")]),
    ).toEqual({ "I-1": "I-1", "I-2": "I-2" });
  });

  it("is distinguished from a sale that was left out, after a row of the original or before it", () => {
    expect(restated([sale("100", "900")], [sale("70", "830")])).toEqual({});
    expect(restated([sale("100", "900")], [sale("70", "1000")])).toEqual({});
  });

  it("restates without balances if the numbers of rows agree and the words mention no addition", () => {
    const [wrong, right] = [sale("100", null), sale("150", null)];
    expect(restated([wrong], [right])).toEqual({ "I-1": "I-1" });
    expect(restated([wrong], [right], omitted)).toEqual({});
    expect(restated([wrong], [right], { notes: { F1: "The original did not report this sale." } })).toEqual({});
    expect(restated([wrong, sale("70", null)], [right])).toEqual({});
    expect(restated([wrong], [right, sale("70", null)])).toEqual({});
  });

  it("does not restate another trade of a day with several", () => {
    // Neither begins or ends with the same balance, and the amendment has one row of two.
    const purchase = trade("P", "A", "5", "1005");
    expect(restated([purchase, sale("100", "905")], [sale("31", "444")])).toEqual({});
    expect(restated([sale("100", "905")], [sale("31", "444")])).toEqual({ "I-1": "I-1" });
  });

  it("restates the row with the same price and balance", () => {
    const price = { pricePerShare: "20.4417" };
    expect(restated([sale("10", "910"), sale("109", "810", price)], [sale("100", "810", price)])).toEqual({
      "I-2": "I-1",
    });
  });
});

describe("one corrected part of a trade", () => {
  const row = sale("100", "900");
  it.each([
    ["date", { transactionDate: "2025-06-09" }],
    ["code", { transactionCode: "F" }],
    ["letter", { acquiredDisposedCode: "A" }],
    ["title", { securityTitle: "Class A Common Stock" }],
    ["way of holding", { directOrIndirect: "I", natureOfOwnership: "By Trust" }],
  ])("restates the row: its %s", (_, wrong) => {
    expect(restated([{ ...row, ...wrong }], [row])).toEqual({ "I-1": "I-1" });
  });

  it("restates a purchase that was a sale, from the same balance", () => {
    expect(restated([trade("P", "A", "100", "1100")], [sale("100", "900")])).toEqual({ "I-1": "I-1" });
  });

  it("is not assumed if the words mention an addition: the shares of a second trust, a second class of units", () => {
    const gift = (nature: string) =>
      trade("G", "A", "500", "1000", { directOrIndirect: "I", natureOfOwnership: nature });
    expect(restated([gift("By Trust for Ann")], [gift("By Trust for Ben")], omitted)).toEqual({});
    const units = (securityTitle: string) => trade("A", "A", "500", "500", { tableNumber: "II", securityTitle });
    expect(restated([units("Restricted Stock Unit")], [units("Performance Unit")], omitted)).toEqual({});
  });

  it("is not assumed if notes distinguish two trusts with the same name", () => {
    const gift = trade("G", "A", "500", "1000", { directOrIndirect: "I", natureOfOwnership: ["By Trust", "F1"] });
    const elm = { notes: { F1: "The Elm Trust." } };
    const oak = { ...omitted, notes: { F1: "The Oak Trust." } };
    expect(restated([gift], [gift], oak, elm)).toEqual({});
    expect(restated([gift], [gift], { ...omitted, ...elm }, elm)).toEqual({ "I-1": "I-1" });
    expect(restated([gift], [gift, sale("5", "90")], { notes: { F1: "The Elm Trust of 2012." } }, elm)).toEqual({
      "I-1": "I-1",
    });
  });
});

describe("Table II", () => {
  const option = (price: string, expiry: string, shares = "100", balance = "0") =>
    trade("M", "D", shares, balance, {
      tableNumber: "II",
      securityTitle: "Stock Option",
      pricePerShare: "0",
      conversionOrExercisePrice: price,
      expirationDate: expiry,
    });

  it("distinguishes options by exercise price and expiry", () => {
    expect(restated([option("2.79", "2030-04-08")], [option("6.67", "2031-06-10")])).toEqual({});
    expect(
      restated(
        [option("2.79", "2030-04-08"), option("6.67", "2031-06-10")],
        [option("6.67", "2031-06-10", "120"), option("2.79", "2030-04-08", "90")],
      ),
    ).toEqual({ "II-1": "II-2", "II-2": "II-1" });
  });

  it("takes an option with a corrected exercise price or expiry for the same option", () => {
    expect(restated([option("2.79", "2030-04-08")], [option("2.97", "2030-04-08")])).toEqual({ "II-1": "II-1" });
    expect(restated([option("2.79", "2030-04-08")], [option("2.79", "2031-04-08")])).toEqual({ "II-1": "II-1" });
  });

  it("does not confuse two grants because both begin at zero", () => {
    const grant = (shares: string) =>
      trade("A", "A", shares, shares, {
        tableNumber: "II",
        securityTitle: "Restricted Stock Unit",
        pricePerShare: "0",
      });
    expect(restated([grant("1000")], [grant("2000")], omitted)).toEqual({});
    expect(restated([grant("1000")], [grant("2000")])).toEqual({ "II-1": "II-1" });
  });
});

describe("a whole table restated", () => {
  const rows = [sale("100", "900"), sale("50", "850"), sale("30", "820")];
  const other = trade("G", "D", "77", "743", { transactionDate: "2025-06-11", pricePerShare: "0" });

  it("restates by position what nothing else pairs", () => {
    expect(restated([...rows, trade("J", "A", "1", "2")], [...rows, other])).toEqual({
      "I-1": "I-1",
      "I-2": "I-2",
      "I-3": "I-3",
      "I-4": "I-4",
    });
  });

  it("does not if most rows differ, the numbers of rows differ, or the row follows from a current one", () => {
    expect(restated([sale("1", "2"), trade("J", "A", "1", "2")], [sale("1", "2"), other])).toEqual({ "I-1": "I-1" });
    const [first, second, third] = ["I-1", "I-2", "I-3"];
    expect(restated([...rows, trade("J", "A", "1", "2")], rows)).toEqual({
      [first]: first,
      [second]: second,
      [third]: third,
    });
    const behind = sale("20", "800");
    expect(restated(rows, [...rows.slice(0, 2), { ...behind, sharesOwnedFollowing: "800" }])).toEqual({
      [first]: first,
      [second]: second,
    });
  });
});

describe("trades that are split or combined", () => {
  it("restates one row by the first of its tranches", () => {
    expect(restated([sale("1000", "0")], [sale("600", "400"), sale("400", "0")])).toEqual({ "I-1": "I-1" });
    expect(
      restated(
        [sale("1000", "0")],
        [sale("600", "0", { pricePerShare: "19" }), sale("400", "0", { pricePerShare: "21" })],
      ),
    ).toEqual({ "I-1": "I-1" });
  });
});

describe("holdings", () => {
  it("leave trades alone that the amendment does not mention", () => {
    expect(restated([sale("100", "900"), holding("50", "By Spouse")], [holding("70", "By Trust")])).toEqual({});
  });

  it("are restated with another balance if security and vehicle are the same", () => {
    const original = [sale("100", "900"), holding("50", "By Spouse"), holding("60", "By Trust")];
    expect(restated(original, [holding("75", "by the Trust")], omitted)).toEqual({ "I-3": "I-1" });
  });

  it("are distinguished by the notes that their natures cite", () => {
    const see = (balance: string, id: string) => holding(balance, ["See footnote", id]);
    expect(
      restated(
        [see("10", "F1"), see("20", "F2")],
        [see("25", "F1")],
        { notes: { F1: "Held by B LLC." } },
        { notes: { F1: "Held by A LLC.", F2: "Held by B LLC." } },
      ),
    ).toEqual({ "I-2": "I-1" });
  });

  it("are not paired if one nature occurs twice and nothing shows which is meant", () => {
    const original = [holding("10", "By Trust"), holding("20", "By Trust")];
    expect(restated(original, [holding("25", "By Trust")])).toEqual({});
    expect(restated(original, [holding("20", "By Trust")])).toEqual({ "I-2": "I-1" });
  });

  it("of derivatives are distinguished by terms; on a Form 3 by the underlying shares", () => {
    const option = (shares: string, price = "5") =>
      holding(null, null, {
        tableNumber: "II",
        securityTitle: "Stock Option",
        conversionOrExercisePrice: price,
        expirationDate: "2030-01-01",
        underlyingSecurityShares: shares,
      });
    expect(restated([option("10"), option("20")], [option("20")], omitted)).toEqual({ "II-2": "II-1" });
    expect(restated([option("10", "5"), option("10", "6")], [option("12", "6")])).toEqual({ "II-2": "II-1" });
    expect(restated([option("10")], [option("20")], omitted)).toEqual({});
  });

  it("of a Form 3 that left one out are restated, and the missing one is added", () => {
    const common = holding("500", null);
    const units = holding("70", null, { securityTitle: "Class B Common Stock" });
    expect(restated([common], [units, common], omitted)).toEqual({ "I-1": "I-2" });
    expect(restated([common], [units], omitted)).toEqual({});
  });

  it("with a corrected nature are restated if the table is as long", () => {
    expect(restated([holding("500", "By Spouse")], [holding("500", "By Trust")])).toEqual({ "I-1": "I-1" });
    expect(restated([holding("500", "By Spouse")], [holding("500", "By Trust")], omitted)).toEqual({});
  });
});
