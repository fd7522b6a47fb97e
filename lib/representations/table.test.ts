import { expect, test } from "vitest";
import { type TableFormat, tableStream } from "@/lib/representations/table";

const TABLE = {
  header: ["name", "shares"],
  cells: ({ name, shares }: { name: string; shares: string }) => [name, shares],
  record: (item: { name: string; shares: string }) => item,
};

async function* batches() {
  yield [];
  yield [];
  yield [{ name: "Ruth\nAnn", shares: "1" }];
  yield [];
  yield [
    { name: "B", shares: "2" },
    { name: "C", shares: "3" },
  ];
}

const textOf = async (format: TableFormat, items: AsyncIterable<{ name: string; shares: string }[]>) =>
  new Response(tableStream(format, TABLE, items)).text();

test("CSV has a header and a line for each item, and is not held up by batches without any", async () => {
  expect(await textOf("csv", batches())).toBe('name,shares\r\n"Ruth\nAnn",1\r\nB,2\r\nC,3\r\n');
});

test("NDJSON has each item on a line of its own, whatever it contains, and nothing else", async () => {
  const lines = (await textOf("ndjson", batches())).split("\n");
  expect(lines.pop()).toBe("");
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { name: "Ruth\nAnn", shares: "1" },
    { name: "B", shares: "2" },
    { name: "C", shares: "3" },
  ]);
  async function* nothing() {}
  expect(await textOf("ndjson", nothing())).toBe("");
});

test("reads no further than the reader does", async () => {
  let read = 0;
  async function* endless() {
    for (;;) {
      read += 1;
      yield [{ name: "A", shares: String(read) }];
    }
  }
  const reader = tableStream("ndjson", TABLE, endless()).getReader();
  await reader.read();
  await reader.read();
  await reader.cancel();
  expect(read).toBeLessThanOrEqual(3);
});
