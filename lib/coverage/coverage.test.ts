import { describe, expect, test } from "vitest";
import { type CoverageFacts, coverageOf } from "./coverage";

const NONE: ReadonlySet<string> = new Set();

/** Friday, June 13, 2025. */
const TODAY = "2025-06-13";

const cover = (of: Partial<CoverageFacts>) =>
  coverageOf({
    stored: new Map(),
    listed: new Map(),
    indexes: new Map(),
    closures: NONE,
    dataSets: new Set(),
    followedFrom: null,
    today: TODAY,
    ...of,
  });

const day = (of: Partial<CoverageFacts>, day: string) => cover(of)?.days.find((covered) => covered.day === day);
const quarter = (of: Partial<CoverageFacts>, name: string) =>
  cover(of)?.quarters.find((covered) => covered.quarter === name);

const JUNE_12 = "2025-06-12";
const read = new Map([[JUNE_12, "read"]] as const);

describe("a day is", () => {
  test("complete if as many filings are stored as EDGAR's index lists", () => {
    const of = { stored: new Map([[JUNE_12, 1311]]), listed: new Map([[JUNE_12, 1311]]), indexes: read };
    expect(day(of, JUNE_12)).toEqual({ day: JUNE_12, state: "complete", stored: 1311, listed: 1311 });
  });

  test("partly stored if some are missing, or if the index has lines that cannot be read", () => {
    const of = { stored: new Map([[JUNE_12, 1204]]), listed: new Map([[JUNE_12, 1311]]), indexes: read };
    expect(day(of, JUNE_12)?.state).toBe("partly stored");
    const damaged = { ...of, stored: of.listed, indexes: new Map([[JUNE_12, "damaged"]] as const) };
    expect(day(damaged, JUNE_12)?.state).toBe("partly stored");
  });

  test("missing if no listed filing is stored, or if nothing is known about the day", () => {
    expect(day({ listed: new Map([[JUNE_12, 388]]), indexes: read }, JUNE_12)?.state).toBe("missing");
    expect(day({ stored: new Map([["2025-06-11", 1]]) }, JUNE_12)).toEqual({
      day: JUNE_12,
      state: "missing",
      stored: 0,
      listed: null,
    });
  });

  test("partly stored if it was never compared with an index", () => {
    expect(day({ stored: new Map([[JUNE_12, 3]]) }, JUNE_12)?.state).toBe("partly stored");
  });

  test("complete if the data set of its quarter was loaded, and closed if that has no filing for the day", () => {
    const of = { stored: new Map([[JUNE_12, 1300]]), dataSets: new Set(["2025q2"]) };
    expect(day(of, JUNE_12)?.state).toBe("complete");
    expect(day(of, "2025-06-11")?.state).toBe("closed");
  });

  test("closed on a holiday and on a day without an EDGAR index, unless a filing from that day is stored", () => {
    const of = { stored: new Map([[JUNE_12, 1]]), closures: new Set(["2025-06-11"]) };
    expect(day(of, "2025-05-26")?.state).toBe("closed");
    expect(day(of, "2025-06-11")?.state).toBe("closed");
    expect(day({ ...of, stored: new Map([["2025-05-26", 1]]) }, "2025-05-26")?.state).toBe("partly stored");
  });

  test("being read today and until its index is published, if we follow EDGAR", () => {
    const of = { stored: new Map([[JUNE_12, 5]]), followedFrom: "2025-06-11" };
    expect(day(of, TODAY)?.state).toBe("being read");
    expect(day(of, JUNE_12)?.state).toBe("being read");
    expect(day(of, "2025-06-11")?.state).toBe("missing");
  });

  test("not shown today if we do not follow EDGAR", () => {
    expect(day({ stored: new Map([[JUNE_12, 5]]) }, TODAY)).toBeUndefined();
  });
});

test("the calendar has 53 weeks from Monday, without weekends", () => {
  const days = cover({ stored: new Map([[JUNE_12, 1]]), followedFrom: JUNE_12 })?.days ?? [];
  expect(days[0]?.day).toBe("2024-06-10");
  expect(days.at(-1)?.day).toBe(TODAY);
  expect(days).toHaveLength(53 * 5);
});

describe("a quarter is", () => {
  test("complete with its data set, and shows how many of its filings are stored", () => {
    const stored = new Map([
      ["2024-07-01", 3],
      ["2024-09-30", 4],
    ]);
    expect(quarter({ stored, dataSets: new Set(["2024q3"]) }, "2024q3")).toEqual({
      quarter: "2024q3",
      state: "complete",
      stored: 7,
      listed: null,
      isDataSetLoaded: true,
    });
  });

  test("partly stored if one of its days is, even if its data set was loaded", () => {
    const of = {
      stored: new Map([[JUNE_12, 1204]]),
      listed: new Map([[JUNE_12, 1311]]),
      indexes: read,
      dataSets: new Set(["2025q2"]),
    };
    expect(quarter(of, "2025q2")?.state).toBe("partly stored");
  });

  test("missing without filings, between two quarters with filings", () => {
    const of = { stored: new Map([["2024-03-01", 1]]), dataSets: new Set(["2024q1", "2024q3"]) };
    expect(cover(of)?.quarters.map(({ quarter, state }) => `${quarter} ${state}`)).toEqual([
      "2024q1 complete",
      "2024q2 missing",
      "2024q3 missing",
      "2024q4 missing",
      "2025q1 missing",
      "2025q2 missing",
    ]);
  });

  test("being read while we follow EDGAR in it", () => {
    expect(quarter({ stored: new Map([[JUNE_12, 5]]), followedFrom: "2025-06-11" }, "2025q2")?.state).toBe(
      "being read",
    );
  });
});

test("shows nothing before the first filing; filings from before 2003 do not start a table", () => {
  expect(cover({})).toBeNull();
  expect(cover({ stored: new Map([["1995-05-05", 1]]) })).toBeNull();
});
