import { expect, test } from "vitest";
import { wholeTable } from "@/app/whole-table";

async function* rows() {
  for (const cell of ["1", "2", "3"]) yield [cell];
}

const ask = (signal?: AbortSignal) =>
  wholeTable(new Request("http://localhost/footnotes.csv", { signal }), "csv", {
    title: "Footnotes",
    header: ["n"],
    cells: (n) => [n],
    record: (n) => ({ n }),
    batches: rows,
  });

test("readers who leave before reading anything do not keep a turn from those who follow", async () => {
  for (let n = 0; n < 5; n++) {
    const leaving = new AbortController();
    expect((await ask(leaving.signal)).status).toBe(200);
    leaving.abort();
  }
  expect(await (await ask()).text()).toBe("n\r\n1\r\n2\r\n3\r\n");
});

test("a reader who left before the response was made does not keep a turn either", async () => {
  for (let n = 0; n < 5; n++) await ask(AbortSignal.abort());
  expect((await ask()).status).toBe(200);
});
