import { expect, test } from "vitest";
import { LineList } from "@/db/copy/line-list";

test("lines stay in the order in which they were added, however many come at once", () => {
  const list = new LineList(8);
  const added: number[] = [];
  for (const count of [0, 3, 5, 1, 20, 0, 8, 2]) {
    const lines = Int32Array.from({ length: count }, (_, at) => added.length + at);
    list.add(lines);
    added.push(...lines);
    lines.fill(-1);
  }
  expect(list.parts.flatMap((part) => [...part])).toEqual(added);
  expect(list.parts.length).toBeGreaterThan(3);
});
