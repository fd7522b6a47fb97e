import { expect, test } from "vitest";
import { describeFiling } from "./filing-ref";
import { listedDay } from "./order-day";

const unknown = { filingDate: null, filedAt: null, orderedAt: "2025-06-12T04:00:00.000Z" };

test("says what the day of a filing is: filed, signed, or the period of report", () => {
  expect(listedDay({ ...unknown, filingDate: "2025-06-12" })).toEqual({ day: "2025-06-12", is: "filed" });
  expect(listedDay({ ...unknown, filedAt: "2025-06-12T21:52:00.000Z" })).toEqual({ day: "2025-06-12", is: "filed" });
  expect(listedDay({ ...unknown, periodOfReport: "2025-06-10" })).toEqual({ day: "2025-06-12", is: "signed" });
  expect(listedDay({ ...unknown, periodOfReport: "2025-06-12" })).toEqual({ day: "2025-06-12", is: "period" });
  expect(listedDay({ ...unknown, orderedAt: "0001-01-01T00:00:00.000Z" })).toEqual({ day: null, is: "signed" });
});

test("names a filing by its period if the filing date is not known, or if asked to", () => {
  const ref = {
    accessionNumber: "n",
    documentType: "4",
    filedAt: null,
    filingDate: null,
    periodOfReport: "2025-06-10",
  };
  expect(describeFiling(ref)).toBe("Form 4 for June 10, 2025, filing date not known");
  expect(describeFiling({ ...ref, filingDate: "2025-06-12" })).toBe("Form 4 filed June 12, 2025");
  expect(describeFiling({ ...ref, filingDate: "2025-06-12" }, null, { withPeriod: true })).toBe(
    "Form 4 for June 10, 2025, filed June 12, 2025",
  );
});
