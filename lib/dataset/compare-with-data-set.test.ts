import { expect, test } from "vitest";
import { compareWithDataSet } from "@/lib/dataset/compare-with-data-set";
import type { Comparable } from "@/lib/edgar/compare-with-xml";

const row = (line: number, columns: object) =>
  ({ tableNumber: "I", kind: "transaction", line, ...columns }) as NonNullable<Comparable["rows"]>[number];

test("ignores rounding to two decimals: 26.795 is printed as 26.80", () => {
  const rows = [row(1, { pricePerShare: "26.795" })];
  expect(compareWithDataSet({ rows }, { rows: [row(1, { pricePerShare: "26.80" })] })).toEqual([]);
  expect(compareWithDataSet({ rows }, { rows: [row(1, { pricePerShare: "26.79" })] })).toEqual([]);
});

test("reports a larger difference with column, line and both values", () => {
  const xml = { rows: [row(3, { transactionShares: "757756" })] };
  expect(compareWithDataSet(xml, { rows: [row(1, { transactionShares: "757576.0" })] })).toEqual([
    {
      pointer: "/nonDerivativeTable/2/transactionAmounts/transactionShares/value",
      message: "row I-3, transactionShares: the XML says “757756”, the SEC's data set “757576.0”",
    },
  ]);
});

test("pairs rows by content, in any order", () => {
  const xml = { rows: [row(1, { transactionShares: "10" }), row(2, { transactionShares: "20" })] };
  const dataSet = { rows: [row(1, { transactionShares: "20.0" }), row(2, { transactionShares: "10.0" })] };
  expect(compareWithDataSet(xml, dataSet)).toEqual([]);
});

test("reports a row that one side lacks", () => {
  const one = { rows: [row(1, { transactionShares: "10" })] };
  expect(compareWithDataSet(one, { rows: [] })[0]?.message).toBe("row I-1 is in the XML but not in the SEC's data set");
  expect(compareWithDataSet({ rows: [] }, one)[0]?.message).toBe(
    "the SEC's data set has a transaction of Table I that is not in the XML: transactionShares “10”",
  );
});

test("treats an unticked box and a missing one as equal, and ignores spaces and the order of footnotes", () => {
  const xml = {
    filing: { notSubjectToSection16: false, remarks: "Two\n  lines", aff10b5One: true },
    rows: [row(1, { pricePerShare: null, pricePerShareFootnotes: ["F2", "F1"] })],
  };
  const dataSet = {
    filing: { notSubjectToSection16: null, remarks: "Two lines", aff10b5One: null },
    rows: [row(1, { pricePerShare: null, pricePerShareFootnotes: ["F1", "F2"] })],
  };
  expect(compareWithDataSet(xml, dataSet)).toEqual([]);
});

test("matches owners by CIK and footnotes by id", () => {
  const owners = [
    { cik: "1", name: "A" },
    { cik: "2", name: "B" },
  ];
  const differences = compareWithDataSet(
    { owners },
    {
      owners: [
        { cik: "2", name: "C" },
        { cik: "1", name: "A" },
      ],
    },
  );
  expect(differences).toEqual([
    {
      pointer: "/reportingOwner/1/reportingOwnerId/rptOwnerName",
      message: "reporting owner 2, name: the XML says “B”, the SEC's data set “C”",
    },
  ]);
  const footnotes = [{ footnoteId: "F1", text: "One." }];
  expect(compareWithDataSet({ footnotes }, { footnotes: [{ footnoteId: "F2", text: "One." }] })).toHaveLength(2);
});
