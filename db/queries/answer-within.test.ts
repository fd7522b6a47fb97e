import { sql } from "drizzle-orm";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { answerWithin } from "@/db/queries/answer-within";
import { connectToRead } from "@/db/server/client";
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

test("sends what is asked at the same time one after the other, as its connection answers", async () => {
  const { db, end } = connectToRead(database.url, () => undefined);
  const send = Client.prototype.query;
  let [waiting, most] = [0, 0];
  const sent = vi.spyOn(Client.prototype, "query").mockImplementation(function (this: Client, ...asked: unknown[]) {
    waiting += 1;
    most = Math.max(most, waiting);
    return Reflect.apply(send, this, asked).finally(() => {
      waiting -= 1;
    });
  });
  try {
    const answers = await answerWithin(db, 5_000, (client) =>
      Promise.all([1, 2, 3, 4].map((n) => client.execute(sql`select ${n}::int as n`))),
    );
    expect(answers?.map(({ rows }) => rows)).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }], [{ n: 4 }]]);
    expect(most).toBe(1);
  } finally {
    sent.mockRestore();
    await end();
  }
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
