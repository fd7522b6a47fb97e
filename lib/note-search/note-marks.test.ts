import { expect, test } from "vitest";
import { anyMark, FIRST_MONTH, LAST_MONTH, monthMarks, monthOf, startOfMonth } from "./note-marks";

test.each([
  ["2021-03", "2021-03", ["M:2021-03"]],
  ["2021-11", "2022-02", ["M:2021-11", "M:2021-12", "M:2022-01", "M:2022-02"]],
  ["2020-12", "2023-01", ["M:2020-12", "M:2021", "M:2022", "M:2023-01"]],
  ["2021-01", "2021-12", ["M:2021"]],
  ["2021-02", "2021-01", []],
])("marks the months from %s to %s with as few marks as possible", (from, to, marks) => {
  expect(monthMarks("ordered", monthOf(from), monthOf(to))).toEqual(marks);
});

test("puts dates that can only be a typing error in the first or last month", () => {
  expect(monthOf("0209-05-01")).toBe(FIRST_MONTH);
  expect(monthOf("2219-05")).toBe(LAST_MONTH);
  expect(monthMarks("traded", FIRST_MONTH, FIRST_MONTH)).toEqual(["T:1990-01"]);
  expect([startOfMonth(FIRST_MONTH), startOfMonth(LAST_MONTH + 1)]).toEqual(["-infinity", "infinity"]);
  expect(startOfMonth(monthOf("2021-12") + 1)).toBe("2022-01-01T00:00:00.000Z");
});

test("finds nothing in a search without marks, and quotes the contents of a mark", () => {
  expect(anyMark([])).toBe("('N:')");
  expect(anyMark(["I:320193", "D:4/A", "C:'\\"])).toBe("('I:320193' | 'D:4/A' | 'C:''\\\\')");
});
