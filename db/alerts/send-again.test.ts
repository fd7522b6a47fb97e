import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { resumeAlert, sendDayAgain } from "@/db/alerts/send-again";
import { alert, delivery } from "@/db/schema";
import { changeDelivery, storeAlert, storeDeliveries } from "@/testing/alerts-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.delete(alert);
  await storeAlert(database.db, "file:a", { target: "https://a.example", name: "a" });
});

const waiting = async () =>
  (await database.db.select().from(delivery).where(eq(delivery.state, "waiting"))).map((one) => one.deliveryId).sort();

test("a day in New York is sent again with the same ids, and other days are not", async () => {
  await storeAlert(database.db, "file:b", { target: "https://b.example", name: "b" });
  await storeAlert(database.db, "file:off", { target: "https://c.example", name: "off", state: "stopped" });
  await storeAlert(database.db, "r1", { target: "r@example.org", name: null, origin: "reader", channel: "mail" });
  await storeDeliveries(database.db, "file:a", ["in", "night", "gone", "next"]);
  await storeDeliveries(database.db, "file:b", ["other"]);
  await storeDeliveries(database.db, "file:off", ["off"]);
  await storeDeliveries(database.db, "r1", ["reader"]);
  const on = (time: string) => ({ state: "delivered" as const, tries: 1, createdAt: new Date(time) });
  await changeDelivery(database.db, "in", on("2026-11-20T18:00:00Z"));
  // 23:30 in New York.
  await changeDelivery(database.db, "night", on("2026-11-21T04:30:00Z"));
  await changeDelivery(database.db, "next", on("2026-11-21T05:30:00Z"));
  await changeDelivery(database.db, "gone", {
    state: "failed",
    tries: 10,
    createdAt: new Date("2026-11-20T12:00:00Z"),
  });
  for (const id of ["other", "off", "reader"]) await changeDelivery(database.db, id, on("2026-11-20T18:00:00Z"));
  expect(await sendDayAgain(database.db, "2026-11-20", "b")).toBe(1);
  expect(await waiting()).toEqual(["other"]);
  expect(await sendDayAgain(database.db, "2026-11-20", null)).toBe(3);
  expect(await waiting()).toEqual(["gone", "in", "night", "other"]);
  const [again] = await database.db.select().from(delivery).where(eq(delivery.deliveryId, "gone"));
  expect(again).toMatchObject({ tries: 0, body: '{"is":"gone"}' });
});

test("an alert that was disabled can be resumed, and begins now", async () => {
  expect(await resumeAlert(database.db, "a")).toBe(false);
  const before = new Date("2026-01-01T00:00:00Z");
  await database.db.update(alert).set({ state: "disabled", stateReason: "410", startsAt: before });
  expect(await resumeAlert(database.db, "nobody")).toBe(false);
  expect(await resumeAlert(database.db, "a")).toBe(true);
  const [one = expect.fail("no alert")] = await database.db.select().from(alert);
  expect(one).toMatchObject({ state: "active", stateReason: null });
  expect(one.startsAt.getTime()).toBeGreaterThan(before.getTime());
});
