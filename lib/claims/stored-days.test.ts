import { expect, test } from "vitest";
import type { Coverage } from "@/lib/coverage/coverage";
import { areDaysStored } from "./stored-days";

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
  expect(areDaysStored(both, "2021-05-01", "2021-05-31", TODAY)).toBe(true);
  // A trade of June 30 is due on July 2.
  expect(areDaysStored(both, "2021-05-01", "2021-06-30", TODAY)).toBe(false);
  expect(areDaysStored(both, "2021-03-01", "2021-05-31", TODAY)).toBe(false);
});

test("days before the record begins, in the last week, or without filings from EDGAR are not stored", () => {
  const stored = coverage({ "2026q4": "complete" });
  expect(areDaysStored(stored, "2026-11-01", "2026-11-20", TODAY)).toBe(true);
  expect(areDaysStored(stored, "2026-11-01", "2026-11-25", TODAY)).toBe(false);
  expect(areDaysStored(null, "2021-05-01", "2021-05-31", TODAY)).toBe(false);
});
