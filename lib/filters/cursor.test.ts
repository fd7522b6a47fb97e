import { expect, test } from "vitest";
import { parseCursor, printCursor } from "@/lib/filters/cursor";

test("restores a cursor from its address", () => {
  const cursor = { orderedAt: "2025-06-12T21:52:00.000Z", accessionNumber: "0000320193-25-000012" };
  expect(parseCursor(printCursor(cursor))).toEqual(cursor);
});

test.each([
  "",
  "x",
  btoa("0000-01-01T00:00:00.000Z 1"),
  btoa("2024-02-30T00:00:00.000Z 1"),
  "!!!",
  btoa("2025 x"),
  btoa("2025-13-45T99:99:99Z 1"),
  btoa("'; drop table filing --"),
])("%j is not a cursor", (text) => {
  expect(parseCursor(text)).toBeNull();
});
