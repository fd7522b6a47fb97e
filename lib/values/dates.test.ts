import { expect, it } from "vitest";
import { formatDate, formatDateRange, formatInstant, formatMonth, formatTime, newYorkDate } from "./dates";

it("writes calendar dates in words without applying a time zone", () => {
  expect(formatDate("2025-06-10")).toBe("June 10, 2025");
  expect(formatDate("2025-01-01", "short")).toBe("Jan 1, 2025");
  expect(formatDate(null)).toBeNull();
});

it("shows text that is not a date as filed", () => {
  expect(formatDate("2025-13-01")).toBe("2025-13-01");
  expect(formatDate("0203-06-10")).toBe("June 10, 0203");
  expect(formatDate("2025-06-10-05:00")).toBe("2025-06-10-05:00");
});

it("writes a range without repeating the month and year", () => {
  expect(formatDateRange("2025-06-09", "2025-06-12")).toBe("June 9–12, 2025");
  expect(formatDateRange("2022-10-14", "2022-11-02", "short")).toBe("Oct 14–Nov 2, 2022");
  expect(formatDateRange("2024-12-30", "2025-01-03")).toBe("December 30, 2024 – January 3, 2025");
  expect(formatDateRange("2025-06-09", "2025-06-09")).toBe("June 9, 2025");
});

it("describes a range with an open end", () => {
  expect(formatDateRange("2025-06-09", null)).toBe("since June 9, 2025");
  expect(formatDateRange(null, "2025-06-12")).toBe("until June 12, 2025");
  expect(formatDateRange(null, null)).toBeNull();
});

it("names months", () => {
  expect(formatMonth("2025-04")).toBe("April 2025");
  expect(formatMonth("2025-04-30", "short")).toBe("Apr 2025");
});

it("reads instants in New York time, in summer and winter", () => {
  expect(formatTime(new Date("2025-06-12T21:52:00Z"))).toBe("5:52 pm");
  expect(formatTime(new Date("2025-01-09T21:52:00Z"))).toBe("4:52 pm");
  expect(formatTime(new Date("2025-01-09T05:02:00Z"))).toBe("12:02 am");
  expect(formatInstant("2025-06-12T22:04:00Z")).toBe("June 12, 2025, 6:04 pm ET");
});

it("uses the date in New York, not in UTC: 01:30 UTC is still the evening before", () => {
  expect(newYorkDate(new Date("2025-06-13T01:30:00Z"))).toBe("2025-06-12");
});

it("begins a day at midnight in New York: 5:00 UTC in winter, 4:00 in summer, and not on the hour before standard time began", () => {
  expect(newYorkDate("2025-01-10T04:59:59.999Z")).toBe("2025-01-09");
  expect(newYorkDate("2025-01-10T05:00:00Z")).toBe("2025-01-10");
  expect(newYorkDate("2025-07-01T03:59:59.999Z")).toBe("2025-06-30");
  expect(newYorkDate("2025-07-01T04:00:00Z")).toBe("2025-07-01");
  expect(newYorkDate("1883-11-17T04:56:01Z")).toBe("1883-11-16");
  expect(newYorkDate("1883-11-17T04:56:02Z")).toBe("1883-11-17");
});
