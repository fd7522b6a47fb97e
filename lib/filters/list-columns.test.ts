import { expect, test } from "vitest";
import type { IgnoredValue } from "@/lib/filters/filing-filter";
import { readColumns, STANDARD_COLUMNS, withColumns } from "@/lib/filters/list-columns";

const read = (query: string) => {
  const ignored: IgnoredValue[] = [];
  return { columns: readColumns(new URLSearchParams(query), ignored), ignored };
};

test("columns are shown in the order of the address, each once, and the transaction always", () => {
  expect(read("columns=value&columns=transaction&columns=role&columns=value").columns).toEqual([
    "value",
    "transaction",
    "role",
  ]);
  expect(read("columns=value&columns=filed").columns).toEqual(["transaction", "value"]);
});

test("without a choice the columns are those of the design, and an address leaves them out", () => {
  expect(read("code=P&columns=").columns).toBe(STANDARD_COLUMNS);
  expect(STANDARD_COLUMNS).toHaveLength(11);
  expect(withColumns("/transactions?code=P", STANDARD_COLUMNS)).toBe("/transactions?code=P");
  const asked = STANDARD_COLUMNS.map((column) => `columns=${column}`).join("&");
  expect(withColumns("/transactions", read(asked).columns)).toBe("/transactions");
});

test("an unknown name is ignored and reported, and the others are shown", () => {
  const { columns, ignored } = read("columns=colour&columns=price");
  expect(columns).toEqual(["transaction", "price"]);
  expect(ignored).toMatchObject([{ kind: "value", name: "columns", value: "colour" }]);
  expect(withColumns("/transactions", columns)).toBe("/transactions?columns=transaction&columns=price");
  expect(withColumns("/transactions#group-1", ["transaction"])).toBe("/transactions?columns=transaction#group-1");
  expect(withColumns("/transactions?code=P", columns)).toMatch(/\?code=P&columns=transaction&columns=price$/);
});
