import { expect, test } from "vitest";
import { parseNoteCursor, printNoteCursor } from "./note-cursor";
import type { NoteCursor } from "./note-search";

const PLACE = { orderedAt: "2025-06-09T20:31:00.000Z", accessionNumber: "9999000001-25-000028", position: 3 };

test.each<NoteCursor>([
  { ...PLACE, rank: null },
  { ...PLACE, rank: 0 },
  { ...PLACE, rank: 0.09910322 },
  { ...PLACE, rank: 1e-20 },
  { ...PLACE, rank: 12.5, position: 0 },
])("is read back as printed: %o", (cursor) => {
  expect(printNoteCursor(cursor)).toMatch(/^[\w.-]+$/);
  expect(parseNoteCursor(printNoteCursor(cursor))).toEqual(cursor);
});

test.each(["", "x", "x.1", ".1", `${printNoteCursor({ ...PLACE, rank: null })}.`, "a.99999", "%00.1"])(
  "is null if it cannot be read: %s",
  (text) => {
    expect(parseNoteCursor(text)).toBeNull();
  },
);
