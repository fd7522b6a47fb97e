import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeDeliveries } from "@/db/alerts/make-deliveries";
import { alert, alertMatch, delivery } from "@/db/schema";
import type { Message } from "@/lib/alerts/message";
import { storeAlert, storeMatches } from "@/testing/alerts-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.delete(alert);
});

const target = "https://receiver.example/hook";
/** Friday, November 27, 2026. In New York it is 7:00 at 12:00 UTC. */
const FRIDAY_7 = Date.UTC(2026, 10, 27, 12);
const make = (now = FRIDAY_7) => makeDeliveries(database, { siteUrl: "https://section16.example", now });
const messages = async (): Promise<Message[]> =>
  (await database.db.select().from(delivery).orderBy(delivery.createdAt)).map(({ body }) => JSON.parse(body));
const unsent = async () =>
  (await database.db.select().from(alertMatch)).filter((match) => match.deliveryId === null).length;

describe("messages", () => {
  test("are made at once, each match is in one, and a second run makes none", async () => {
    await storeAlert(database.db, "file:a", { target });
    await storeMatches(database.db, "file:a", 3);
    expect(await make()).toBe(3);
    const made = await messages();
    expect(made.flatMap(({ data }) => data.matches.map(({ filing }) => filing.accessionNumber)).sort()).toEqual([
      "0001365555-26-000001",
      "0001365555-26-000002",
      "0001365555-26-000003",
    ]);
    expect(made[0]?.data.alert).toEqual({
      name: "file:a",
      title: expect.stringMatching(/^Transactions: /),
      view: "https://section16.example/transactions?code=P",
      rate: "immediate",
    });
    expect(await unsent()).toBe(0);
    expect(await make()).toBe(0);
  });

  test("have ids that are safe in headers, and no two are the same", async () => {
    await storeAlert(database.db, "file:a", { target });
    await storeMatches(database.db, "file:a", 50);
    await make();
    const ids = (await database.db.select().from(delivery)).map(({ deliveryId }) => deliveryId);
    expect(new Set(ids).size).toBe(50);
    expect(ids.filter((id) => !/^msg_[\w-]{24}$/.test(id))).toEqual([]);
  });

  test("are one mail for everything that was found since the last", async () => {
    await storeAlert(database.db, "file:a", { target: "desk@example.org", channel: "mail" });
    await storeMatches(database.db, "file:a", 3);
    expect(await make()).toBe(1);
    expect((await messages())[0]?.data.matches).toHaveLength(3);
  });

  test("are only made for active alerts", async () => {
    for (const state of ["unconfirmed", "stopped", "disabled"] as const) {
      await storeAlert(database.db, state, { target, state });
      await storeMatches(database.db, state, 1);
    }
    expect(await make()).toBe(0);
    await database.db.update(alert).set({ state: "active" }).where(eq(alert.alertId, "disabled"));
    expect(await make()).toBe(1);
  });
});

describe("a digest", () => {
  test("has what was found before 7 in the morning, and the rest waits for the next", async () => {
    await storeAlert(database.db, "file:a", { target, rate: "daily" });
    await storeMatches(database.db, "file:a", 2, { rate: "daily", matchedAt: new Date(FRIDAY_7 - 60_000) });
    await storeMatches(database.db, "file:a", 1, { rate: "daily", matchedAt: new Date(FRIDAY_7 + 60_000), first: 3 });
    expect(await make(FRIDAY_7 - 1)).toBe(0);
    // Even if nobody was there at 7.
    expect(await make(FRIDAY_7 + 5 * 3_600_000)).toBe(1);
    expect((await messages()).map(({ data }) => data.matches.length)).toEqual([2]);
    expect(await make(FRIDAY_7 + 6 * 3_600_000)).toBe(0);
    expect(await make(FRIDAY_7 + 24 * 3_600_000)).toBe(1);
    expect(await unsent()).toBe(0);
  });

  test("of a week is made on Monday", async () => {
    await storeAlert(database.db, "file:a", { target, rate: "weekly" });
    await storeMatches(database.db, "file:a", 2, { rate: "weekly", matchedAt: new Date(FRIDAY_7) });
    const monday = FRIDAY_7 + 3 * 24 * 3_600_000;
    expect(await make(monday - 1)).toBe(0);
    expect(await make(monday)).toBe(1);
  });

  test("has what an immediate alert found late", async () => {
    await storeAlert(database.db, "file:a", { target });
    await storeMatches(database.db, "file:a", 2, { rate: "daily", matchedAt: new Date(FRIDAY_7 - 1) });
    expect(await make()).toBe(1);
    expect((await messages()).map(({ data }) => [data.alert.rate, data.matches.length])).toEqual([["daily", 2]]);
  });
});
