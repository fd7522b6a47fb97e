import { expect, test } from "vitest";
import { daysBefore } from "./days-before";

test("counts days over months, leap years and years that charts do not show", () => {
  expect(daysBefore("2024-03-01", 1)).toBe("2024-02-29");
  expect(daysBefore("2024-12-31", -1)).toBe("2025-01-01");
  expect(daysBefore("1895-03-01", -7)).toBe("1895-03-08");
  expect(daysBefore("2205-03-01", 1)).toBe("2205-02-28");
});

test("ends with the year 9999, and leaves text that is not a date", () => {
  expect(daysBefore("9998-12-31", -2000)).toBe("9999-12-31");
  expect(daysBefore("2025-02-30", 1)).toBe("2025-02-30");
  expect(daysBefore("0025-06-09", 1)).toBe("0025-06-09");
});
