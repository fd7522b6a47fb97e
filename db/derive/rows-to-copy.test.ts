import { afterAll, beforeAll, expect, test } from "vitest";
import { RowsToCopy } from "@/db/derive/rows-to-copy";
import { ownerSeat } from "@/db/schema";
import { withoutForeignKeyChecks } from "@/db/server/foreign-key-checks";
import { inTransaction } from "@/db/server/in-transaction";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("texts come back as they were, whatever they contain", async () => {
  const signed = ["/s/\n\tIngrid", 'A "quoted" one, with a comma', "back\\slash \\n", "{}", "NULL", ""];
  const seat = {
    accessionNumber: "9999000001-25-000001",
    position: 1,
    cik: "7",
    firstAt: "2025-06-12T21:00:00.000Z",
    lastAt: "2025-06-12T21:00:00.000Z",
    filings: 1,
    hasLeft: false,
    role: "Director\\\tand \n more",
    signed,
  };
  const rows = new RowsToCopy(ownerSeat);
  rows.add([seat]);
  const found = await inTransaction(database.pool, async (client) => {
    await withoutForeignKeyChecks(client);
    await rows.copy(client);
    return client.query("select role, signed, trade from owner_seat");
  });
  expect(found.rows).toEqual([{ role: seat.role, signed, trade: null }]);
});
