import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { alias } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as schema from "@/db/schema";
import { industry, issuer } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
/** Reads rows with drizzle's own code. */
let plain: Db;

beforeAll(async () => {
  database = await createTestDatabase();
  plain = drizzle(database.pool, { schema, casing: "snake_case" });
  const namedAt = new Date("2024-02-03T04:05:06Z");
  await database.db.insert(issuer).values([
    { cik: "0000000001", name: "Classified Corp", tradingSymbol: null, namedAt },
    { cik: "0000000002", name: null, tradingSymbol: "NONE", namedAt },
  ]);
  await database.db
    .insert(industry)
    .values({ cik: "0000000001", code: "7372", name: "Software", source: "edgar", asOf: "2024-02-01" });
});
afterAll(() => database.drop());

it("gives null for a joined table without a row, and dates as dates", async () => {
  const found = await database.db
    .select({ issuer, industry })
    .from(issuer)
    .leftJoin(industry, eq(industry.cik, issuer.cik))
    .orderBy(issuer.cik);
  const namedAt = new Date("2024-02-03T04:05:06Z");
  expect(found).toEqual([
    {
      issuer: { cik: "0000000001", name: "Classified Corp", tradingSymbol: null, namedAt },
      industry: { cik: "0000000001", code: "7372", name: "Software", source: "edgar", asOf: "2024-02-01" },
    },
    { issuer: { cik: "0000000002", name: null, tradingSymbol: "NONE", namedAt }, industry: null },
  ]);
});

const other = alias(industry, "other");

/** Statements with whole tables, single columns, columns of two tables in one object, expressions, aliases and joins of each kind. */
const STATEMENTS: Record<string, (db: Db) => PromiseLike<unknown>> = {
  "one table": (db) => db.select().from(issuer).orderBy(issuer.cik),
  "columns and expressions": (db) =>
    db
      .select({
        of: { name: issuer.name, at: issuer.namedAt },
        n: sql<number>`1 + 1`,
        as: sql`upper(name)`.as("named"),
      })
      .from(issuer)
      .orderBy(issuer.cik),
  "an object of two tables": (db) =>
    db
      .select({ both: { code: industry.code, name: issuer.name }, mixed: { code: industry.code, n: sql`1` } })
      .from(issuer)
      .leftJoin(industry, eq(industry.cik, issuer.cik))
      .orderBy(issuer.cik),
  "a table under two names": (db) =>
    db
      .select()
      .from(issuer)
      .leftJoin(industry, eq(industry.cik, issuer.cik))
      .leftJoin(other, eq(other.code, issuer.name))
      .orderBy(issuer.cik),
  "a table that comes second": (db) =>
    db.select().from(industry).rightJoin(issuer, eq(industry.cik, issuer.cik)).orderBy(issuer.cik),
  "a subquery": (db) => {
    const newest = db.select({ cik: issuer.cik, at: issuer.namedAt }).from(issuer).as("newest");
    return db
      .select({ at: newest.at, newest: { cik: newest.cik } })
      .from(newest)
      .orderBy(newest.cik);
  },
  "what a statement changed": (db) => db.update(issuer).set({ tradingSymbol: "SAME" }).returning(),
  "a prepared statement": (db) =>
    db
      .select({ issuer })
      .from(issuer)
      .where(eq(issuer.cik, sql.placeholder("cik")))
      .prepare("one")
      .execute({
        cik: "0000000001",
      }),
};

it.each(Object.keys(STATEMENTS))("reads %s as drizzle does", async (name) => {
  const statement = STATEMENTS[name];
  const [ours, drizzles] = [await statement?.(database.db), await statement?.(plain)];
  expect(ours).toEqual(drizzles);
  // The keys are in the same order, which data formats show.
  expect(JSON.stringify(ours)).toBe(JSON.stringify(drizzles));
  expect(ours).not.toHaveLength(0);
});
