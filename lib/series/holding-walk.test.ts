import { expect, it } from "vitest";
import { derivedRows } from "@/testing/derived-rows-for-test";
import { rowForTest, saxonRows, seriesFilingForTest } from "@/testing/row-for-test";
import { describeHeld, holdingWalk as walkOf } from "./holding-walk";

const holdingWalk = (rows: Parameters<typeof walkOf>[0]) => walkOf(derivedRows(rows));

it("goes from 154,377 through 167,577 and 161,889 to 159,914", () => {
  const walk = holdingWalk(saxonRows());
  expect(walk?.opening).toBe("154377");
  expect(walk?.steps.map(({ label, change, balance }) => `${change} ${balance} ${label}`)).toEqual([
    "13200 167577 after exercise",
    "-5688 161889 after first sale",
    "-1975 159914 after second sale",
  ]);
});

it("may begin above zero, and says where", () => {
  // 154,377 less 15% of 13,200 is 152,397; down to a step of 2,000.
  expect(holdingWalk(saxonRows())?.axis).toEqual({ from: 152_000, to: 167_577 });
});

const sale = (line: number, balance: number, date = "2024-05-01") =>
  rowForTest({
    line,
    transactionCode: "S",
    transactionDate: date,
    transactionShares: "10",
    acquiredDisposedCode: "D",
    sharesOwnedFollowing: String(balance),
  });

it("joins neighbouring rows with the same word if single rows would be too many", () => {
  const walk = holdingWalk(Array.from({ length: 12 }, (_, index) => sale(index + 1, 1000 - 10 * (index + 1))));
  expect(walk?.steps.map(({ label, change }) => `${change} ${label}`)).toEqual(["-120 after 12 sales"]);
});

it("names every step with a noun", () => {
  const labels = (code: string, count: number) =>
    holdingWalk(
      Array.from({ length: count }, (_, index) =>
        rowForTest({
          line: index + 1,
          transactionCode: code,
          transactionDate: "2024-05-01",
          transactionShares: "10",
          acquiredDisposedCode: "D",
          sharesOwnedFollowing: String(990 - 10 * index),
        }),
      ),
    )?.steps.map(({ label }) => label);
  expect(labels("F", 1)).toEqual(["after tax withholding"]);
  expect(labels("F", 12)).toEqual(["after 12 tax withholdings"]);
  expect(labels("J", 12)).toEqual(["after 12 other trades"]);
  expect(labels("D", 1)).toEqual(["after return"]);
});

it("shows what the rows do not explain: 990 − 10 = 980, but 1,000 is reported a day later", () => {
  const walk = holdingWalk([sale(1, 990), sale(2, 1000, "2024-05-02")]);
  expect(walk?.steps[1]).toMatchObject({ unexplained: "20", change: "-10", balance: "1000" });
});

it("orders the rows of one day by their balances: 1,010 − 10 = 1,000, and 1,000 − 10 = 990", () => {
  const walk = holdingWalk([sale(1, 990), sale(2, 1000)]);
  expect(walk?.opening).toBe("1010");
  expect(walk?.steps.map(({ balance, unexplained, rowIds }) => [balance, unexplained, ...rowIds])).toEqual([
    ["1000", null, "I-2"],
    ["990", null, "I-1"],
  ]);
});

it("does not exist without a transaction in Table I", () => {
  expect(holdingWalk([rowForTest({ kind: "holding", sharesOwnedFollowing: "5" })])).toBeNull();
});

it("calls a move into one's own trust a transfer: 3,690 − 3,690 = 0", () => {
  const gift = { transactionCode: "G", transactionDate: "2024-11-04", transactionShares: "3690" };
  const given = { ...gift, line: 1, acquiredDisposedCode: "D", sharesOwnedFollowing: "0" };
  const received = {
    ...gift,
    line: 2,
    acquiredDisposedCode: "A",
    directOrIndirect: "I",
    sharesOwnedFollowing: "30630",
  };
  const labels = (rows: Parameters<typeof rowForTest>[0][]) =>
    holdingWalk(rows.map((row) => rowForTest(row)))?.steps.map(({ label }) => label);
  expect(labels([given, received])).toEqual(["after transfer"]);
  expect(labels([given])).toEqual(["after gift"]);
});

it("says how many holdings the filing's transactions change, without those that it only states", () => {
  const fund = (line: number, nature: string, held: number) =>
    rowForTest({
      line,
      transactionCode: "S",
      transactionDate: "2024-11-12",
      acquiredDisposedCode: "D",
      transactionShares: "10",
      sharesOwnedFollowing: String(held),
      directOrIndirect: "I",
      natureOfOwnership: nature,
    });
  const stated = rowForTest({ kind: "holding", line: 4, sharesOwnedFollowing: "7" });
  expect(holdingWalk([fund(1, "By Fund I", 90), stated])?.holdings).toBe(1);
  expect(
    holdingWalk([fund(1, "By Fund I", 90), fund(2, "By Fund II", 40), fund(3, "By Fund II", 30), stated]),
  ).toMatchObject({ holdings: 2, vehicle: "By Fund II" });
});

it("names the vehicle after the note that names only it, if another note on the row names several", () => {
  const row = rowForTest(
    {
      transactionCode: "S",
      transactionDate: "2024-11-18",
      acquiredDisposedCode: "D",
      transactionShares: "10",
      sharesOwnedFollowing: "0",
      directOrIndirect: "I",
      natureOfOwnership: ["See Footnotes", "F1", "F2"],
    },
    seriesFilingForTest({
      notes: {
        F1: "The shares are held of record by Marsh Fund I LP and Marsh Fund II LP, of which Marsh GP LLC is the general partner.",
        F2: "These shares are held of record by Marsh Fund II LP.",
      },
    }),
  );
  expect(holdingWalk([row])?.vehicle).toBe("Marsh Fund II LP");
});

it("keeps the full stop of an abbreviation in the name of a vehicle, and leaves out that of a sentence", () => {
  const held = (vehicle: string) => describeHeld({ directOrIndirect: "I", vehicle });
  expect(held("By Roe Capital XII, L.P.")).toBe("held indirectly (By Roe Capital XII, L.P.)");
  expect(held("By Roe, Inc.")).toBe("held indirectly (By Roe, Inc.)");
  expect(held("By trust.")).toBe("held indirectly (By trust)");
});
