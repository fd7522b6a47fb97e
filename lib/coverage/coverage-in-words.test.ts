import { expect, test } from "vitest";
import type { CoveredDay, CoveredQuarter } from "./coverage";
import { completeInWords, dayInWords, gapsInWords, listIncompleteDays, quarterInWords } from "./coverage-in-words";

const day = (day: string, state: CoveredDay["state"], stored = 0, listed: number | null = null): CoveredDay => ({
  day,
  state,
  stored,
  listed,
});
const quarter = (name: string, state: CoveredQuarter["state"], stored = 0, listed: number | null = null) => ({
  quarter: name,
  state,
  stored,
  listed,
  isDataSetLoaded: false,
});

test("says how many of the filings in EDGAR's index are stored for a day", () => {
  expect(dayInWords(day("2025-06-12", "complete", 1311, 1311))).toBe("June 12, 2025: complete, 1,311");
  expect(dayInWords(day("2024-08-14", "partly stored", 902, 1566))).toBe(
    "August 14, 2024: partly stored, 902 of 1,566",
  );
  expect(dayInWords(day("2024-08-14", "partly stored", 3))).toBe(
    "August 14, 2024: partly stored, 3 filings, not compared with EDGAR’s index",
  );
  expect(dayInWords(day("2024-07-04", "closed"))).toBe("July 4, 2024: EDGAR closed");
});

test("says the same for a quarter", () => {
  expect(quarterInWords(quarter("2011q3", "partly stored", 31020, 61410))).toBe(
    "2011 Q3: partly stored, 31,020 of 61,410 filings",
  );
  expect(quarterInWords(quarter("2011q4", "missing"))).toBe("2011 Q4: missing");
});

test("describes the gaps in a sentence", () => {
  const quarters = [
    quarter("2024q1", "complete", 5),
    quarter("2024q2", "missing"),
    quarter("2024q3", "partly stored", 5),
    quarter("2024q4", "being read", 5),
  ];
  expect(completeInWords({ quarters, days: [] })).toBe("1 of 4 quarters since 2024 complete");
  expect(gapsInWords({ quarters, days: [day("2024-08-14", "missing"), day("2024-08-15", "missing")] })).toBe(
    "One quarter is missing, one is partly stored, and the current one is being read. Two days in the last year are incomplete.",
  );
  expect(gapsInWords({ quarters: quarters.slice(3), days: [day("2024-08-14", "complete", 1)] })).toBe(
    "The current quarter is being read. No day in the last year is incomplete.",
  );
});

test("lists days with no data as one range, across weekends and holidays, and other days one by one", () => {
  const days = [
    day("2024-07-02", "missing"),
    day("2024-07-03", "missing"),
    day("2024-07-04", "closed"),
    day("2024-07-05", "missing"),
    day("2024-07-08", "partly stored", 902, 1566),
    day("2024-07-09", "missing", 0, 388),
    day("2024-07-10", "complete", 9, 9),
    day("2024-07-11", "missing"),
  ];
  expect(listIncompleteDays(days)).toEqual([
    { from: "2024-07-02", to: "2024-07-05", days: 3, words: "Jul 2–5, 2024: 3 days missing" },
    { from: "2024-07-08", to: "2024-07-08", days: 1, words: "Jul 8, 2024: 902 of 1,566" },
    { from: "2024-07-09", to: "2024-07-09", days: 1, words: "Jul 9, 2024: none of 388" },
    { from: "2024-07-11", to: "2024-07-11", days: 1, words: "Jul 11, 2024: missing" },
  ]);
});
