import { expect, it } from "vitest";
import { calendarDate, dayNumber, isWeekday } from "@/lib/values/calendar-day";
import { timeDomain, timePosition, timeTicks } from "./time-axis";

it("reads only calendar dates", () => {
  expect(dayNumber("1970-01-02")).toBe(1);
  expect(dayNumber("2025-02-30")).toBeNull();
  expect(dayNumber("soon")).toBeNull();
  expect(calendarDate(20_251)).toBe("2025-06-12");
});

it("knows weekdays: June 12, 2025 was a Thursday, June 14 a Saturday", () => {
  expect([12, 13, 14, 15, 16].map((day) => isWeekday(dayNumber(`2025-06-${day}`) ?? 0))).toEqual([
    true,
    true,
    false,
    false,
    true,
  ]);
});

it("spans from the quarter of the first date to the last date", () => {
  expect(timeDomain(["2020-03-02", "2025-06-10", null])).toEqual({ from: "2020-01-01", to: "2025-06-10" });
});

it("uses the reader's dates unchanged", () => {
  expect(timeDomain(["2020-03-02"], { from: "2019-05-05", to: "2021-01-01" })).toEqual({
    from: "2019-05-05",
    to: "2021-01-01",
  });
});

it("has 18 days before and after a single day that the reader chose, with the start of a month among them", () => {
  const domain = timeDomain(["2022-04-06"], { from: "2022-04-06", to: "2022-04-06" });
  expect(domain).toEqual({ from: "2022-03-19", to: "2022-04-24" });
  expect(domain && timeTicks(domain).map(({ label }) => label)).toEqual(["Apr 2022"]);
});

it("is always longer than a single day", () => {
  const domain = timeDomain(["2013-07-15"]);
  expect(domain).toEqual({ from: "2013-01-01", to: "2013-07-15" });
});

it("does not exist without a date", () => {
  expect(timeDomain([null])).toBeNull();
});

it("has ticks at January 1", () => {
  expect(timeTicks({ from: "2020-01-01", to: "2025-06-12" }).map(({ label }) => label)).toEqual([
    "2020",
    "2021",
    "2022",
    "2023",
    "2024",
    "2025",
  ]);
});

it("shows months if there are only a few years", () => {
  const labels = timeTicks({ from: "2024-11-05", to: "2025-03-01" }).map(({ label }) => label);
  expect(labels).toEqual(["Dec 2024", "Jan 2025", "Feb", "Mar"]);
});

it("places days between its ends", () => {
  expect(timePosition({ from: "2025-01-01", to: "2025-01-11" })(dayNumber("2025-01-06") ?? 0)).toBe(0.5);
});

it("ignores dates that can only be a typing error, and always ends", () => {
  expect(dayNumber("9999-12-31")).toBeNull();
  expect(dayNumber("0023-03-14")).toBeNull();
  expect(timeDomain(["2020-03-02", "9999-12-31"], { from: "0500-01-01", to: "9999-12-31" })).toEqual(
    timeDomain(["2020-03-02"]),
  );
  expect(timeTicks({ from: "2020-01-01", to: "2199-12-31" }).at(-1)?.label).toMatch(/^21/);
});
