import { expect, test } from "vitest";
import { describeRelativeDates, parseRelativeDates } from "./relative-dates";

const TODAY = "2026-11-28";

test.each([
  ["1d", "2026-11-28", "2026-11-28", "today"],
  ["7d", "2026-11-22", "2026-11-28", "in the last 7 days"],
  ["90d", "2026-08-31", "2026-11-28", "in the last 90 days"],
  ["1m", "2026-10-29", "2026-11-28", "in the last month"],
  ["3m", "2026-08-29", "2026-11-28", "in the last 3 months"],
  ["1y", "2025-11-29", "2026-11-28", "in the last year"],
  ["this-year", "2026-01-01", "2026-11-28", "this year"],
  ["last-year", "2025-01-01", "2025-12-31", "last year"],
])("%s is from %s to %s: %s", (text, from, to, words) => {
  const dates = parseRelativeDates(text, TODAY);
  expect(dates).toMatchObject({ words: text, from, to });
  expect(dates && describeRelativeDates(dates)).toBe(words);
});

test("a month that is too short for the day ends earlier: a month before March 31 is February 28", () => {
  expect(parseRelativeDates("1m", "2026-03-31")?.from).toBe("2026-03-01");
  expect(parseRelativeDates("1y", "2024-02-29")?.from).toBe("2023-03-01");
});

test("leading zeros are dropped, and anything else is not a period", () => {
  expect(parseRelativeDates("007d", TODAY)?.words).toBe("7d");
  for (const text of ["0d", "-7d", "7", "d", "7w", "7.5d", "10000d", "101y", "today", "this-month"]) {
    expect(parseRelativeDates(text, TODAY), text).toBeNull();
  }
});
