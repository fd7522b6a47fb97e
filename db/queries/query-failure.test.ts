import { expect, it } from "vitest";
import { connect } from "@/db/server/client";
import { createTestDatabase } from "@/testing/test-database";
import { queryFailure } from "./query-failure";

it("a query that PostgreSQL cancelled is too slow", async () => {
  const { db, drop } = await createTestDatabase();
  const failed = await db
    .transaction(async (transaction) => {
      await transaction.execute("set local statement_timeout = 50");
      await transaction.execute("select pg_sleep(10)");
    })
    .catch((error: unknown) => error);
  await drop();
  expect(queryFailure(failed)).toBe("too slow");
});

it("a missing server is unreachable", async () => {
  const { db, end } = connect("postgres://nobody@127.0.0.1:1/none");
  const failed = await db.execute("select 1").catch((error: unknown) => error);
  await end();
  expect(queryFailure(failed)).toBe("unreachable");
});

it("a bug is neither", () => {
  expect(queryFailure(new TypeError("x is not a function"))).toBeNull();
  expect(queryFailure("text")).toBeNull();
});
