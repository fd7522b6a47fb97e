import { expect, test } from "vitest";
import { parseCursor, printCursor } from "@/lib/filters/cursor";

test("restores a cursor from its address", () => {
  const cursor = { orderedAt: "2025-06-12T21:52:00.000Z", accessionNumber: "0000320193-25-000012" };
  expect(parseCursor(printCursor(cursor))).toEqual(cursor);
});

test("has what the list is sorted by", () => {
  const at = { orderedAt: "2025-06-12T21:52:00.000Z", accessionNumber: "0000320193-25-000012" };
  const byIssuer = { column: "issuer", descending: false } as const;
  const byValue = { column: "value", descending: true } as const;
  for (const cursor of [
    { ...at, key: "o’brien & söhne ag" },
    { ...at, key: null },
  ]) {
    expect(parseCursor(printCursor(cursor), byIssuer)).toEqual(cursor);
  }
  expect(parseCursor(printCursor({ ...at, key: "-12.5" }), byValue)).toEqual({ ...at, key: "-12.5" });
  // Of another order.
  expect(parseCursor(printCursor({ ...at, key: "aspen" }), byValue)).toBeNull();
  expect(parseCursor(printCursor(at), byValue)).toBeNull();
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
