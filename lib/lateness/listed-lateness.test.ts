import { describe, expect, it } from "vitest";
import { UNDERIVED_FILING } from "@/lib/record/derived-filing";
import { entryForTest } from "@/testing/entry-for-test";
import { lateness } from "./lateness";
import { listedLateness } from "./listed-lateness";

const NONE = { restated: new Set<string>(), closures: new Set<string>() };

/** Monday and Wednesday of one week, filed on Friday. */
const filed = entryForTest(
  [
    { transactionCode: "S", transactionDate: "2025-06-09" },
    { transactionCode: "S", transactionDate: "2025-06-11" },
  ],
  { documentType: "4", filingDate: "2025-06-13" },
);

const concluded = (options: Parameters<typeof lateness>[1]) => ({
  ...filed,
  derived: { ...UNDERIVED_FILING, lateness: lateness(filed, options) },
});

describe("lateness of rows in a list", () => {
  it("is listed for each row: four business days for one, two for the other", () => {
    const rows = listedLateness(concluded(NONE), NONE);
    expect(rows["I-1"]).toMatchObject({ days: 4, late: true });
    expect(rows["I-2"]).toMatchObject({ days: 2, late: false });
  });

  it("is omitted if nothing was derived from the filing", () => {
    expect(listedLateness({ ...filed, derived: UNDERIVED_FILING }, NONE)).toEqual({});
  });

  it("is omitted for a trade made before its owner had to report", () => {
    const rows = listedLateness(concluded({ ...NONE, subjectSince: "2025-06-10" }), NONE);
    expect(Object.keys(rows)).toEqual(["I-2"]);
  });

  it("is omitted for rows that an amendment restates", () => {
    const facts = { ...NONE, restated: new Set(["I-1"]) };
    expect(Object.keys(listedLateness(concluded(facts), facts))).toEqual(["I-2"]);
  });
});
