import { expect, test } from "vitest";
import { barAxis, describeBarAxis, tradeBars } from "./trade-bars";

const month = (month: string, purchases: number, sales = 0) => ({ month, purchases, sales });

test("groups of one page share the months from the first trade to the last", () => {
  const axis = barAxis([{ months: [month("2025-05", 2), month("2025-06", 0, 1)] }, { months: [month("2024-12", 1)] }]);
  // December, and five months of the next year up to May, then June.
  expect(axis).toEqual({ unit: "month", months: 1, first: "2024-12", last: "2025-06", bars: 7, notDrawn: 0 });
  expect(axis && describeBarAxis(axis)).toBe("by month, December 2024 to June 2025");
  expect(axis && tradeBars(axis, [month("2025-05", 2), month("2025-06", 0, 1)])).toEqual([
    { at: 5, purchases: 2, sales: 0 },
    { at: 6, purchases: 0, sales: 1 },
  ]);
});

test("a longer span has a bar for each quarter, and a still longer one for each year", () => {
  expect(barAxis([{ months: [month("2022-07", 1), month("2025-06", 1)] }])).toMatchObject({ unit: "month", bars: 36 });
  const quarters = barAxis([{ months: [month("2022-06", 1), month("2025-06", 1)] }]);
  // The second quarter of 2022 to that of 2025.
  expect(quarters).toMatchObject({ unit: "quarter", bars: 13 });
  const trades = [month("2022-06", 1), month("2022-07", 2, 3), month("2022-09", 4, 5)];
  expect(quarters && tradeBars(quarters, trades)).toEqual([
    { at: 0, purchases: 1, sales: 0 },
    { at: 1, purchases: 6, sales: 8 },
  ]);
  expect(barAxis([{ months: [month("2003-05", 1), month("2026-11", 1)] }])).toMatchObject({ unit: "year", bars: 24 });
});

test("a few early trades, which are often typing errors, are not drawn but counted", () => {
  const recent = [month("2024-11", 20), month("2025-06", 0, 18)];
  // 1 of 39 trades is 2.6%, and 36 months up to June 2025 begin in July 2022.
  const axis = barAxis([{ months: [month("2015-06", 1), ...recent] }]);
  expect(axis).toMatchObject({ unit: "month", first: "2022-07", last: "2025-06", bars: 36, notDrawn: 1 });
  expect(axis && tradeBars(axis, [month("2015-06", 1), ...recent])).toEqual([
    { at: 28, purchases: 20, sales: 0 },
    { at: 35, purchases: 0, sales: 18 },
  ]);
  // 3 of 41 are 7.3%, too many.
  expect(barAxis([{ months: [month("2015-06", 3), ...recent] }])).toMatchObject({ unit: "year", notDrawn: 0 });
});

test("groups without purchases or sales have no bars", () => {
  expect(barAxis([{ months: [] }, { months: null }])).toBeNull();
});
