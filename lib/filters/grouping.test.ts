import { expect, test } from "vitest";
import { type IgnoredValue, NO_FILTER } from "./filing-filter";
import { buyRatio, groupedBy, groupId, groupingParams, netValue, openGroupUrl, readGrouping } from "./grouping";

function read(query: string) {
  const ignored: IgnoredValue[] = [];
  return { grouping: readGrouping(new URLSearchParams(query), NO_FILTER, ignored), ignored };
}

test("an address without a group is not grouped", () => {
  expect(read("code=P&insiders-from=3")).toEqual({ grouping: null, ignored: [] });
});

test("a grouping is read from an address, and printed without what is usual", () => {
  const { grouping, ignored } = read("group=issuer&insiders-from=3&total-from=$100,000&sort=-ratio&after=50");
  expect(ignored).toEqual([]);
  expect(grouping).toEqual({
    by: "issuer",
    insidersFrom: 3,
    totalFrom: "100000",
    sort: { column: "ratio", descending: true },
    after: 50,
  });
  expect(grouping && new URLSearchParams(groupingParams(NO_FILTER, grouping)).toString()).toBe(
    "group=issuer&insiders-from=3&total-from=100000&sort=-ratio&after=50",
  );
  const usual = read("group=issuer&insiders-from=1&sort=-bought&after=0").grouping;
  expect(usual && groupingParams(NO_FILTER, usual)).toEqual([["group", "issuer"]]);
});

test("months are sorted by their order, and sales alone by what was sold", () => {
  expect(read("group=month").grouping?.sort).toEqual({ column: "last", descending: true });
  const sales = readGrouping(new URLSearchParams("group=issuer"), { ...NO_FILTER, code: ["S"] }, []);
  expect(sales?.sort).toEqual({ column: "sold", descending: true });
});

test("another way of grouping the same sales begins at its first page, and is sorted by what was sold", () => {
  const sales = { ...NO_FILTER, code: ["S"] };
  const months = readGrouping(new URLSearchParams("group=month&insiders-from=3&total-from=5&after=50"), sales, []);
  const params = (by: Parameters<typeof groupedBy>[0]) => groupingParams(sales, groupedBy(by, sales, months));
  expect(params("issuer")).toEqual([
    ["group", "issuer"],
    ["insiders-from", "3"],
    ["total-from", "5"],
  ]);
  // No insider is three insiders.
  expect(params("insider")).toEqual([
    ["group", "insider"],
    ["total-from", "5"],
  ]);
});

test("values that cannot be read, or that contradict each other, are reported by name", () => {
  const { ignored } = read("group=issuer&insiders-from=few&sort=name&total-from=1&total-from=2");
  expect(ignored.map(({ name, value }) => [name, value])).toEqual([
    ["total-from", "2"],
    ["insiders-from", "few"],
    ["sort", "name"],
  ]);
  expect(read("group=planet").ignored).toHaveLength(1);
});

test("the buy ratio counts trades: 3 purchases and 1 sale are (3 - 1) / (3 + 1)", () => {
  expect(buyRatio({ purchases: 3, sales: 1 })).toBe("0.50");
  expect(buyRatio({ purchases: 0, sales: 2 })).toBe("-1.00");
  expect(buyRatio({ purchases: 0, sales: 0 })).toBeNull();
});

test("the net value is not known if what was bought is not", () => {
  expect(netValue({ bought: "1000.5", sold: "2000" })).toBe("-999.5");
  expect(netValue({ bought: null, sold: "2000" })).toBeNull();
  expect(netValue({ bought: "1000.5", sold: null })).toBeNull();
});

test("a group opens and closes at its own place in the same list", () => {
  const grouping = readGrouping(new URLSearchParams("group=issuer-day&after=50"), NO_FILTER, []);
  if (grouping === null) throw new Error("not grouped");
  const id = groupId({ key: "9900208", day: "2025-06-10" });
  const url = (isOpen: boolean) => openGroupUrl("/transactions", NO_FILTER, grouping, id, isOpen);
  expect(url(false)).toBe("/transactions?group=issuer-day&after=50&open=9900208-2025-06-10#group-9900208-2025-06-10");
  expect(url(true)).toBe("/transactions?group=issuer-day&after=50#group-9900208-2025-06-10");
  expect(groupId({ key: "2025-06", day: null })).toBe("2025-06");
});
