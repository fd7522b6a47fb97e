import { expect, test } from "vitest";
import { sideBySide } from "@/db/queries/side-by-side";

async function partsOf(length: number, most: number) {
  const parts: number[][] = [];
  const values = Array.from({ length }, (_, at) => at);
  const found = await sideBySide(values, most, async (part) => {
    parts.push(part);
    return part.map((value) => value * 10);
  });
  expect(found).toEqual(values.map((value) => value * 10));
  return parts.map((part) => part.length);
}

test("values are looked up in a few statements at once, and few values in one", async () => {
  expect(await partsOf(100, 4)).toEqual([25, 25, 25, 25]);
  expect(await partsOf(24, 2)).toEqual([12, 12]);
  expect(await partsOf(17, 4)).toEqual([8, 8, 1]);
  expect(await partsOf(8, 4)).toEqual([8]);
  expect(await partsOf(0, 4)).toEqual([]);
});
