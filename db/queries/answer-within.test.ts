import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerWithin } from "@/db/queries/answer-within";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("stops a query that takes too long, and restores the limit of the connection", async () => {
  expect(await answerWithin(database.db, 50, (client) => client.execute(sql`select pg_sleep(5)`))).toBeNull();
  const limit = async () => (await database.db.execute(sql`show statement_timeout`)).rows;
  const before = await limit();
  const answer = await answerWithin(database.db, 5_000, (client) => client.execute<{ n: number }>(sql`select 1 as n`));
  expect(answer?.rows).toEqual([{ n: 1 }]);
  expect(await limit()).toEqual(before);
});

test("does not mistake any other failure for a slow query", async () => {
  await expect(answerWithin(database.db, 5_000, (client) => client.execute(sql`select 1 / 0`))).rejects.toThrow();
});

test("leaves the rest of a transaction without a limit", async () => {
  await database.db.transaction(async (transaction) => {
    const limit = async () => (await transaction.execute(sql`show statement_timeout`)).rows;
    const before = await limit();
    const answers = await Promise.all(
      [1, 2].map((n) => answerWithin(transaction, 50, (client) => client.execute(sql`select ${n}::int as n`))),
    );
    expect(answers.map((answer) => answer?.rows)).toEqual([[{ n: 1 }], [{ n: 2 }]]);
    expect(await limit()).toEqual(before);
  });
});
