import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stagesInWords } from "./progress";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("each stage has a rate and a time left of its own", () => {
  const shown: string[] = [];
  const update = stagesInWords((text) => shown.push(text));
  update(0, 1500, "filings stored");
  vi.advanceTimersByTime(2_000);
  // 600 in 2 s are 300 a second; the other 900 take 3 s.
  update(600, 1500, "filings stored");
  vi.advanceTimersByTime(3_000);
  update(0, 1500, "filings derived");
  vi.advanceTimersByTime(1_000);
  // 100 a second, and of 400 that are left now, 300 take 3 s.
  update(100, 400, "filings derived");
  expect(shown).toEqual([
    "0 of 1500 filings stored, 0 a second, time left not known yet",
    "600 of 1500 filings stored, 300 a second, 3 s left",
    "0 of 1500 filings derived, 0 a second, time left not known yet",
    "100 of 400 filings derived, 100 a second, 3 s left",
  ]);
});
