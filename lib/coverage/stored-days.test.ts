import { expect, test } from "vitest";
import type { Coverage, CoveredDay } from "./coverage";
import { areDaysStored, areTradeDaysStored } from "./stored-days";

const coverage = (states: Record<string, "complete" | "missing">): Coverage => ({
  quarters: Object.entries(states).map(([quarter, state]) => ({
    quarter,
    state,
    stored: 1,
    listed: null,
    isDataSetLoaded: true,
  })),
  days: [],
});
const TODAY = "2026-11-28";

test("days are stored if their quarters are complete, and those in which trades of the last days were filed", () => {
  const both = coverage({ "2021q2": "complete", "2021q3": "missing" });
  expect(areTradeDaysStored(both, "2021-05-01", "2021-05-31", TODAY)).toBe(true);
  // A trade of June 30 is due on July 2.
  expect(areTradeDaysStored(both, "2021-05-01", "2021-06-30", TODAY)).toBe(false);
  expect(areTradeDaysStored(both, "2021-03-01", "2021-05-31", TODAY)).toBe(false);
});

test("days before the record begins, in the last week, or without filings from EDGAR are not stored", () => {
  const stored = coverage({ "2026q4": "complete" });
  expect(areTradeDaysStored(stored, "2026-11-01", "2026-11-20", TODAY)).toBe(true);
  expect(areTradeDaysStored(stored, "2026-11-01", "2026-11-25", TODAY)).toBe(false);
  expect(areTradeDaysStored(null, "2021-05-01", "2021-05-31", TODAY)).toBe(false);
});

test("of the last year, each day counts, and of the time before, each quarter", () => {
  const days: CoveredDay[] = (["missing", "complete", "closed", "being read"] as const).map((state, n) => ({
    day: `2025-11-2${n + 4}`,
    state,
    stored: 1,
    listed: null,
  }));
  const record = { ...coverage({ "2025q3": "complete", "2025q4": "missing" }), days };
  expect(areDaysStored(record, "2025-11-25", "2025-11-26", TODAY)).toBe(true);
  expect(areDaysStored(record, "2025-11-25", "2025-11-27", TODAY)).toBe(false);
  expect(areDaysStored(record, "2025-08-01", "2025-09-30", TODAY)).toBe(true);
  // The fourth quarter has days before November 24 that are known only by it, and the 24th itself is missing.
  expect(areDaysStored(record, "2025-09-01", "2025-10-01", TODAY)).toBe(false);
  const older = { ...coverage({ "2025q3": "complete", "2025q4": "complete" }), days };
  expect(areDaysStored(older, "2025-09-01", "2025-10-01", TODAY)).toBe(true);
  expect(areDaysStored(older, "2025-09-01", "2025-11-24", TODAY)).toBe(false);
});

test("today is not over", () => {
  const record = coverage({ "2026q4": "complete" });
  expect(areDaysStored(record, "2026-11-01", "2026-11-27", TODAY)).toBe(true);
  expect(areDaysStored(record, "2026-11-01", TODAY, TODAY)).toBe(false);
});
