import { describe, expect, test } from "vitest";
import { parseSortOrder } from "@/lib/filters/sort-order";
import { type TransactionLine, transactionLines } from "@/lib/lists/transaction-lines";
import type { DerivedRow } from "@/lib/record/derived-filing";
import { CSV_HEADER } from "@/lib/representations/row-columns";
import { entryForTest } from "@/testing/entry-for-test";
import {
  COLUMN_IDS,
  describeTradeOrder,
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
  test("distinguishes values that are equal as floats: 9,007,199,254,740,993 is more than …992", () => {
    const close = lines(
      { transactionShares: "9007199254740992", pricePerShare: "1" },
      { transactionShares: "9007199254740993", pricePerShare: "1" },
      { transactionShares: "1", pricePerShare: "9007199254740992.5" },
    );
    expect(sorted(close, "-value")).toEqual([2, 3, 1]);
    expect(sorted(close, "value")).toEqual([1, 3, 2]);
  });

  const comparedWith = { amount: "0.09", times: "100", trades: null, footnoteId: "F1" };
  const aTotal = { reason: "stated total", cause: "total", comparedWith } as const;

  test.each<[string, Partial<DerivedRow>, string[]]>([
    ["is not in US dollars", { trade: { plan: null, currency: "CAD", price: null, covers: [] } }, ["value", "price"]],
    ["has an implausible price", { implausible: { ...aTotal, field: "pricePerShare" } }, ["value", "price"]],
    [
      "has an implausible number of shares",
      { implausible: { ...aTotal, field: "transactionShares" } },
      ["value", "shares"],
    ],
    [
      "has price and shares swapped",
      { implausible: { ...aTotal, field: "pricePerShare", cause: "swapped" } },
      ["value", "price", "shares"],
    ],
  ])("puts a row last, either way, if it %s", (_, conclusion, columns) => {
    const [first, ...others] = lines(
      { transactionShares: "900", pricePerShare: "9" },
      { transactionShares: "800", pricePerShare: "8" },
      { transactionShares: "700", pricePerShare: "7" },
    );
    if (!first) throw new Error();
    const all = [{ ...first, derived: { ...first.derived, ...conclusion } }, ...others];
    for (const column of columns) {
      expect([column, ...sorted(all, `-${column}`)]).toEqual([column, 2, 3, 1]);
      expect([column, ...sorted(all, column)]).toEqual([column, 3, 2, 1]);
    }
  });

  test("sorts numbers by size, not by their digits as text: 9 < 10.5 < 1,000", () => {
    const prices = lines({ pricePerShare: "1000" }, { pricePerShare: "9" }, { pricePerShare: "10.5" });
    expect(sorted(prices, "price")).toEqual([2, 3, 1]);
  });

  test("sorts shares with the sign they are shown with: −500 < +20", () => {
    const shares = lines(
      { transactionShares: "20", acquiredDisposedCode: "A" },
      { transactionShares: "500", acquiredDisposedCode: "D" },
    );
    expect(sorted(shares, "shares")).toEqual([2, 1]);
  });

  test("puts values that were not reported last in either direction, and treats zero as a number", () => {
    const prices = lines({ pricePerShare: null }, { pricePerShare: "0" }, { pricePerShare: "5" });
    expect(sorted(prices, "price")).toEqual([2, 3, 1]);
    expect(sorted(prices, "-price")).toEqual([3, 2, 1]);
  });
});

test("the order is described in the words in which it is chosen", () => {
  expect(describeTradeOrder(NEWEST_TRADE_FIRST)).toBe("newest trade first");
  expect(describeTradeOrder({ column: "traded", descending: false })).toBe("oldest trade first");
  expect(describeTradeOrder({ column: "price", descending: true })).toBe("sorted by “Price”, descending");
  expect(describeTradeOrder({ column: "held", descending: false })).toBe("sorted by “Held after”, ascending");
});

describe("newest trade first", () => {
  test("shows a day's last row first and Table I before Table II, and puts a row without a date last", () => {
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

describe("one list makes the table, the choice of columns and the CSV", () => {
  test("contains every CSV column once", () => {
    const inCsv = TRANSACTION_COLUMNS.flatMap(({ csv }) => csv);
    expect(inCsv.toSorted()).toEqual(CSV_HEADER.toSorted());
  });

  test("shows the chosen columns in the order of the list", () => {
    const model = transactionsModel({ lines: lines({}), sort: NEWEST_TRADE_FIRST, columns: ["value", "traded"] });
    expect(model.getHeaderGroups().flatMap(({ headers }) => headers.map(({ id }) => id))).toEqual(["traded", "value"]);
    expect(model.getRowModel().rows[0]?.getVisibleCells()).toHaveLength(2);
  });

  test("has an issuer column by default only if there are several issuers", () => {
    expect(standardColumns(false)).not.toContain("issuer");
    expect(standardColumns(true)).toEqual(COLUMN_IDS.filter((id) => standardColumns(true).includes(id)));
    expect(standardColumns(true)).toContain("issuer");
  });

  test("rejects a sort order by a column that cannot be sorted", () => {
    expect(parseSortOrder("-notes", SORTABLE_COLUMN_IDS)).toBeNull();
    expect(parseSortOrder("value; drop table", SORTABLE_COLUMN_IDS)).toBeNull();
  });
});
