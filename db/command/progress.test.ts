import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { stagesInWords, timeOver } from "./progress";
import { WAITING_PROGRESS } from "./rebuild-stages";

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
    "0 of 1500 filings stored, 0 a second",
    "600 of 1500 filings stored, 300 a second, 3 s left",
    "0 of 1500 filings derived, 0 a second",
    "100 of 400 filings derived, 100 a second, 3 s left",
  ]);
});

describe("the time left over several stages", () => {
  const STAGES = [
    { name: "rows", words: "loading rows", unit: "MB", share: 40 },
    { name: "facts", words: "reading footnotes", unit: "footnotes", share: 50 },
    { name: "keys", words: "checking keys", unit: "keys", share: 10 },
  ];

  test("names the stage and the unit, and includes later stages", () => {
    const update = timeOver(STAGES);
    expect(update(0, 700, "rows").words).toBe("1 of 3: loading rows, 0 of 700 MB");
    vi.advanceTimersByTime(20_000);
    // 7 MB a second: 80 s for the other 560 MB. All 700 MB take 100 s, so the others, which usually take 60 to their 40, take 150 s.
    expect(update(140, 700, "rows")).toEqual({
      part: 0.08,
      words: "1 of 3: loading rows, 140 of 700 MB, 7 MB a second, 4 min left",
    });
    update(0, 9_000, "facts");
    vi.advanceTimersByTime(30_000);
    // 100 a second: 60 s for the other 6,000, and a fifth of the stage's 90 s for the last one.
    expect(update(3_000, 9_000, "facts").words).toBe(
      "2 of 3: reading footnotes, 3,000 of 9,000 footnotes, 100 footnotes a second, 78 s left",
    );
  });

  test("says what is done with filings that wait, without a number of stages", () => {
    expect(timeOver(WAITING_PROGRESS)(3, 10, "filings").words).toBe("deriving from filings, 3 of 10 filings");
  });

  test("is not stated while a stage decides how much a later one has to do", () => {
    const update = timeOver([
      { name: "files", words: "storing", unit: "files", share: 60 },
      { name: "filings", words: "deriving from filings", unit: "filings", share: 40, isDecidedLater: true },
    ]);
    update(0, 100, "files");
    vi.advanceTimersByTime(5_000);
    // If all files are in the database already, there is nothing to derive from.
    expect(update(50, 100, "files").words).toBe("1 of 2: storing, 50 of 100 files, 10 files a second");
    update(0, 4, "filings");
    vi.advanceTimersByTime(1_000);
    expect(update(1, 4, "filings").words).toBe(
      "2 of 2: deriving from filings, 1 of 4 filings, 1 filings a second, 3 s left",
    );
  });

  test("has a rate if less than one is done in a second", () => {
    const update = timeOver([{ name: "storing", words: "storing", unit: "files", share: 1 }]);
    update(0, 62, "storing");
    vi.advanceTimersByTime(100_000);
    // 25 in 100 s, and four seconds for each of the other 37.
    expect(update(25, 62, "storing").words).toBe("storing, 25 of 62 files, 0.25 files a second, 2 min left");
  });

  test("judges the speed of a resumed run by its own work", () => {
    const update = timeOver(STAGES);
    update(8_000, 9_000, "facts");
    vi.advanceTimersByTime(10_000);
    expect(update(8_100, 9_000, "facts").words).toContain("10 footnotes a second");
  });

  test("does not reach the end until the last stage is done", () => {
    const update = timeOver(STAGES);
    expect(update(700, 700, "rows").part).toBe(0.4);
    expect(update(9_000, 9_000, "facts").part).toBe(0.9);
    expect(update(1, 2, "keys").part).toBe(0.95);
  });
});
