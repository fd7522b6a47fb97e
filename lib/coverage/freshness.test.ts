import { describe, expect, test } from "vitest";
import { bannerInWords, type DataAge, followingInWords, freshnessInWords, freshnessOf } from "./freshness";

const NONE: ReadonlySet<string> = new Set();
const at = (instant: string) => Date.parse(instant);

/** Thursday, June 12, 2025, 6:04 pm in New York. */
const READ_TO = "2025-06-12T22:04:00Z";

const followed = (of: Partial<NonNullable<DataAge["following"]>> = {}): DataAge => ({
  hasSample: false,
  loadedAt: "2025-06-09T12:00:00Z",
  isContactSet: true,
  following: {
    readTo: READ_TO,
    reconciledThrough: "2025-06-11",
    waiting: 3,
    failure: null,
    failingSince: null,
    pausedUntil: null,
    ...of,
  },
});

const bar = (age: DataAge, now: string, closures = NONE) => {
  const words = freshnessInWords(freshnessOf(age, at(now), closures), at(now));
  return words && `${words.where}${words.strong}${words.more}`;
};

describe("the top bar says", () => {
  test("how far EDGAR was read, if we follow it", () => {
    expect(bar(followed(), "2025-06-12T22:05:00Z")).toBe("EDGAR read to June 12, 6:04 pm ET · following");
  });

  test("the year, if it is not this year", () => {
    const age = followed({ readTo: "2025-12-31T22:04:00Z" });
    expect(bar(age, "2026-01-02T14:00:00Z")).toBe("EDGAR read to December 31, 2025, 5:04 pm ET · not following EDGAR");
  });

  test("how many filings are waiting, if there are more than 50", () => {
    expect(bar(followed({ waiting: 50 }), "2025-06-12T22:05:00Z")).toMatch(/following$/);
    expect(bar(followed({ waiting: 1212 }), "2025-06-12T22:05:00Z")).toMatch(/ · 1,212 waiting$/);
  });

  test("that following has stopped, after ten minutes without reading", () => {
    expect(bar(followed(), "2025-06-12T22:13:00Z")).toMatch(/ · following$/);
    expect(bar(followed(), "2025-06-12T22:15:00Z")).toMatch(/ · not following EDGAR$/);
  });

  test("that following continues while EDGAR makes it pause", () => {
    const age = followed({ pausedUntil: "2025-06-12T22:30:00Z" });
    expect(bar(age, "2025-06-12T22:29:00Z")).toMatch(/ · following$/);
    expect(bar(age, "2025-06-12T22:31:00Z")).toMatch(/ · not following EDGAR$/);
  });

  test("when filings were loaded, if we do not follow EDGAR", () => {
    const age = { ...followed(), isContactSet: false, following: null };
    expect(bar(age, "2025-06-12T22:05:00Z")).toBe("Loaded June 9 · not following EDGAR");
    expect(bar({ ...age, loadedAt: null }, "2025-06-12T22:05:00Z")).toBeNull();
  });

  test("that nothing has been read yet, if a contact is set", () => {
    expect(bar({ ...followed(), following: null }, "2025-06-12T22:05:00Z")).toBe("EDGAR not read yet");
  });

  test("that it is sample data, and never that it is behind", () => {
    const age = { ...followed(), hasSample: true };
    expect(bar(age, "2025-09-12T22:05:00Z")).toBe("Sample data");
    expect(bannerInWords(freshnessOf(age, at("2025-09-12T22:05:00Z"), NONE))).toBeNull();
  });
});

describe("reading is behind", () => {
  const isBehind = (age: DataAge, now: string, closures = NONE) =>
    bannerInWords(freshnessOf(age, at(now), closures)) !== null;

  test("after one business day: from Thursday 6:04 pm to Friday 6:04 pm", () => {
    expect(isBehind(followed(), "2025-06-13T22:03:00Z")).toBe(false);
    expect(isBehind(followed(), "2025-06-13T22:05:00Z")).toBe(true);
  });

  test("not over a weekend: from Friday 6:04 pm to Monday 6:04 pm", () => {
    const age = followed({ readTo: "2025-06-13T22:04:00Z" });
    expect(isBehind(age, "2025-06-16T22:03:00Z")).toBe(false);
    expect(isBehind(age, "2025-06-16T22:05:00Z")).toBe(true);
  });

  test("not over a holiday: Juneteenth 2025 was a Thursday", () => {
    const age = followed({ readTo: "2025-06-18T22:04:00Z" });
    expect(isBehind(age, "2025-06-20T22:03:00Z")).toBe(false);
    expect(isBehind(age, "2025-06-20T22:05:00Z")).toBe(true);
  });

  test("not over a day on which EDGAR was closed", () => {
    expect(isBehind(followed(), "2025-06-14T12:00:00Z")).toBe(true);
    expect(isBehind(followed(), "2025-06-14T12:00:00Z", new Set(["2025-06-13"]))).toBe(false);
  });

  test("from Saturday, only after all of Monday has passed", () => {
    const age = followed({ readTo: "2025-06-14T14:00:00Z" });
    expect(isBehind(age, "2025-06-17T03:59:00Z")).toBe(false);
    expect(isBehind(age, "2025-06-17T04:01:00Z")).toBe(true);
  });

  test("from the first failure, if EDGAR could never be read", () => {
    const age = followed({ readTo: null, failure: "no answer", failingSince: "2025-06-12T22:04:00Z" });
    const now = at("2025-06-14T12:00:00Z");
    expect(bannerInWords(freshnessOf(age, now, NONE))?.what).toBe(
      "We have not been able to read EDGAR since June 12, 2025, 6:04 pm ET.",
    );
  });

  test("and every page says since when", () => {
    const now = at("2025-06-16T23:00:00Z");
    expect(bannerInWords(freshnessOf(followed(), now, NONE))).toEqual({
      what: "We have not read EDGAR since June 12, 2025, 6:04 pm ET.",
      so: "Filings accepted since then are missing.",
    });
    expect(bar(followed(), "2025-06-16T23:00:00Z")).toBe("Behind · EDGAR read to June 12, 6:04 pm ET");
  });
});

test("the data page says whether following runs, what is waiting and what failed", () => {
  const said = (age: DataAge, now: string) => followingInWords(freshnessOf(age, at(now), NONE), age.following, at(now));
  expect(said(followed(), "2025-06-12T22:05:00Z")).toBe("We are following EDGAR; 3 filings are waiting.");
  expect(said(followed({ waiting: 1 }), "2025-06-12T23:05:00Z")).toBe(
    "We are not following EDGAR; 1 filing is waiting.",
  );
  expect(said(followed({ failure: "no answer" }), "2025-06-12T23:05:00Z")).toBe(
    "We cannot read EDGAR at the moment; 3 filings are waiting. Last error: no answer.",
  );
  expect(said(followed({ failure: "no answer." }), "2025-06-12T22:05:00Z")).toBe(
    "We are following EDGAR; 3 filings are waiting. Last error: no answer.",
  );
  expect(said(followed({ pausedUntil: "2025-06-12T22:30:00Z" }), "2025-06-12T22:05:00Z")).toBe(
    "We have paused until 6:30 pm ET, because EDGAR refused a request; 3 filings are waiting.",
  );
  expect(followingInWords({ state: "empty" }, null, at("2025-06-12T22:05:00Z"))).toBe(
    "We do not follow EDGAR: EDGAR_CONTACT is not set.",
  );
  expect(followingInWords({ state: "sample" }, null, at("2025-06-12T22:05:00Z"))).toBe(
    "This database includes the sample. To follow EDGAR, set EDGAR_CONTACT.",
  );
});
