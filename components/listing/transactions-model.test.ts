import { describe, expect, test } from "vitest";
import { parseSortOrder } from "@/lib/filters/sort-order";
import { type TransactionLine, transactionLines } from "@/lib/lists/transaction-lines";
import { CSV_HEADER } from "@/lib/representations/row-columns";
import { entryForTest } from "@/testing/entry-for-test";
import {
  COLUMN_IDS,
  NEWEST_TRADE_FIRST,
  SORTABLE_COLUMN_IDS,
  standardColumns,
  TRANSACTION_COLUMNS,
  transactionsModel,
} from "./transactions-model";

const sorted = (lines: TransactionLine[], sort: string) => {
  const order = parseSortOrder(sort, SORTABLE_COLUMN_IDS);
  if (!order) throw new Error(sort);
  return transactionsModel({ lines, sort: order })
    .getRowModel()
    .rows.map(({ original }) => original.row.line);
};

const lines = (...rows: Parameters<typeof entryForTest>[0]) => {
  const entry = entryForTest(rows);
  return transactionLines([{ entry, rows: entry.rows }]);
};

describe("sorting is exact", () => {
  test("values that are the same as floats keep their order: 9,007,199,254,740,993 is more than …992", () => {
    const close = lines(
      { transactionShares: "9007199254740992", pricePerShare: "1" },
      { transactionShares: "9007199254740993", pricePerShare: "1" },
      { transactionShares: "1", pricePerShare: "9007199254740992.5" },
    );
    expect(sorted(close, "-value")).toEqual([2, 3, 1]);
    expect(sorted(close, "value")).toEqual([1, 3, 2]);
  });

  test("numbers go by size, not by their letters: 9 < 10.5 < 1,000", () => {
    const prices = lines({ pricePerShare: "1000" }, { pricePerShare: "9" }, { pricePerShare: "10.5" });
    expect(sorted(prices, "price")).toEqual([2, 3, 1]);
  });

  test("shares go by the sign they are shown with: −500 < +20", () => {
    const shares = lines(
      { transactionShares: "20", acquiredDisposedCode: "A" },
      { transactionShares: "500", acquiredDisposedCode: "D" },
    );
    expect(sorted(shares, "shares")).toEqual([2, 1]);
  });

  test("what is not reported stands last both ways; zero is a number", () => {
    const prices = lines({ pricePerShare: null }, { pricePerShare: "0" }, { pricePerShare: "5" });
    expect(sorted(prices, "price")).toEqual([2, 3, 1]);
    expect(sorted(prices, "-price")).toEqual([3, 2, 1]);
  });
});

describe("newest trade first", () => {
  test("a day's last row is on top, Table I over Table II; a row without a date stands last", () => {
    const day = lines(
      { transactionDate: "2025-06-10" },
      { transactionDate: "2025-06-10" },
      { transactionDate: null },
      { transactionDate: "2025-06-11" },
      { transactionDate: "2025-06-10", tableNumber: "II" },
    );
    expect(sorted(day, "-traded")).toEqual([4, 2, 1, 5, 3]);
    expect(sorted(day, "traded")).toEqual([5, 1, 2, 4, 3]);
  });
});

describe("one list makes table, choice and CSV", () => {
  test("every column of CSV stands in it once", () => {
    const inCsv = TRANSACTION_COLUMNS.flatMap(({ csv }) => csv);
    expect(inCsv.toSorted()).toEqual(CSV_HEADER.toSorted());
  });

  test("the table shows the chosen columns in the list's order", () => {
    const model = transactionsModel({ lines: lines({}), sort: NEWEST_TRADE_FIRST, columns: ["value", "traded"] });
    expect(model.getHeaderGroups().flatMap(({ headers }) => headers.map(({ id }) => id))).toEqual(["traded", "value"]);
    expect(model.getRowModel().rows[0]?.getVisibleCells()).toHaveLength(2);
  });

  test("the issuer has a column only where there are several", () => {
    expect(standardColumns(false)).not.toContain("issuer");
    expect(standardColumns(true)).toEqual(COLUMN_IDS.filter((id) => standardColumns(true).includes(id)));
    expect(standardColumns(true)).toContain("issuer");
  });

  test("a column that cannot be sorted by is none to sort by", () => {
    expect(parseSortOrder("-notes", SORTABLE_COLUMN_IDS)).toBeNull();
    expect(parseSortOrder("value; drop table", SORTABLE_COLUMN_IDS)).toBeNull();
  });
});
