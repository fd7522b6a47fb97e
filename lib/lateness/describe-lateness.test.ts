import { expect, it } from "vitest";
import { describeLateness, describeLatenessRecord, latenessRecord } from "./describe-lateness";

const onTime = { days: 2, due: "2025-06-12", late: false };
const late = { days: 11, due: "2025-06-12", late: true };

it("says how many business days passed, and when the filing was due", () => {
  expect(describeLateness(onTime)).toEqual({
    mark: "+2d",
    isLate: false,
    sentence: "Filed 2 business days after the trade; due 2025-06-12",
  });
  expect(describeLateness(late, "deemedExecutionDate")).toEqual({
    mark: "+11 days",
    isLate: true,
    sentence: "Filed 11 business days after the deemed execution date; was due 2025-06-12",
  });
  expect(describeLateness({ ...onTime, days: 1 }, "periodOfReport").sentence).toBe(
    "Filed 1 business day after the event; due 2025-06-12",
  );
  expect(describeLateness({ ...onTime, days: 0 }).sentence).toBe("Filed on the day of the trade; due 2025-06-12");
});

it("counts an insider's late filings among those whose lateness is known", () => {
  const filed = { filedOn: "2025-06-12" };
  const record = latenessRecord([
    { lateness: onTime, ...filed },
    { lateness: late, ...filed },
    { lateness: null, ...filed },
    { lateness: null, filedOn: null },
  ]);
  expect(record).toEqual({ late: 1, of: 2, notKnown: 1, notDue: 1 });
  expect(describeLatenessRecord(record)).toBe("1 of 2; 1 unknown");
  expect(describeLatenessRecord({ late: 1, of: 41, notKnown: 0, notDue: 0 })).toBe("1 of 41");
  expect(describeLatenessRecord({ late: 0, of: 0, notKnown: 3, notDue: 1 })).toBe("not known");
  expect(describeLatenessRecord({ late: 0, of: 0, notKnown: 0, notDue: 1 })).toBeNull();
});
