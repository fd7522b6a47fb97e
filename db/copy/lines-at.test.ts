import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDuck, rowsOf } from "@/db/copy/duck";
import { linesAt } from "@/db/copy/lines-at";

// Each line is of the filing with ten times its number.
test.each([
  ["no line", []],
  ["one line", [7]],
  ["lines near each other", [199_000, 1_000, 99_000]],
  ["lines far from each other", [999_999, 0, 500_000]],
  ["many lines far from each other", Array.from({ length: 400 }, (_, at) => at * 2_500)],
])("finds %s by number", async (_, numbers) => {
  const duck = await openDuck(":memory:", "", 200);
  try {
    const found = await duck.on(async (connection) => {
      await connection.run("create table listing as select range::int as n, range * 10 as filing from range(1000000)");
      return rowsOf<{ filing: string }>(connection, linesAt(sql`filing`, Int32Array.from(numbers)));
    });
    expect(found.map(({ filing }) => Number(filing) / 10).sort((a, b) => a - b)).toEqual(
      numbers.toSorted((a, b) => a - b),
    );
  } finally {
    duck.close();
  }
});

test("asks for more lines than a function takes arguments", () => {
  expect(() => linesAt(sql`filing`, new Int32Array(150_000))).not.toThrow();
});
