import { expect, test } from "vitest";
import { filterUrl, parseFilter } from "./filing-filter";
import { relaxedFilters } from "./relaxed-filters";

const relaxed = (query: string) =>
  relaxedFilters(parseFilter(new URLSearchParams(query)).filter, { issuers: {}, insiders: {} }).map(
    ({ label, filter }) => [label, filterUrl("", filter)],
  );

test("drops one condition at a time: both ends of a range together, and the issuer and insider last", () => {
  expect(relaxed("issuer=kestrel&filed-from=2025-06-09&filed-to=2025-06-12&code=P&code=S")).toEqual([
    ["Any filing date", "?issuer=kestrel&code=P&code=S"],
    ["Any code", "?issuer=kestrel&filed-from=2025-06-09&filed-to=2025-06-12"],
    ["Any issuer", "?filed-from=2025-06-09&filed-to=2025-06-12&code=P&code=S"],
  ]);
  expect(relaxed("adopted-days-to=10")).toEqual([["Any time between plan and trade", ""]]);
  expect(relaxed("")).toEqual([]);
});

test("says first that a range ends before it starts, and swaps its ends, whether dates or numbers of days", () => {
  expect(relaxed("filed-from=2025-06-12&filed-to=2025-06-09&code=P")[0]).toEqual([
    "The range ends before it starts. Swap its ends: filed June 9–12, 2025",
    "?filed-from=2025-06-09&filed-to=2025-06-12&code=P",
  ]);
  expect(relaxed("adopted-days-from=100&adopted-days-to=30")[0]).toEqual([
    "The range ends before it starts. Swap its ends: traded 30 to 100 days after the plan was adopted",
    "?adopted-days-from=30&adopted-days-to=100",
  ]);
  expect(relaxed("adopted-days-from=30&adopted-days-to=100")).toHaveLength(1);
  // One alone would still find nothing.
  expect(relaxed("filed-from=2025-06-12&filed-to=2025-06-09&traded-from=2025-06-08&traded-to=2025-06-05")[0]).toEqual([
    "The ranges end before they start. Swap their ends: filed June 9–12, 2025, traded June 5–8, 2025",
    "?filed-from=2025-06-09&filed-to=2025-06-12&traded-from=2025-06-05&traded-to=2025-06-08",
  ]);
});
