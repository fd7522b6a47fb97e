import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeDeliveries } from "@/db/alerts/make-deliveries";
import { matchFilings } from "@/db/alerts/match-filings";
import { pruneMessages } from "@/db/alerts/prune-messages";
import { sendDayAgain } from "@/db/alerts/send-again";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { alert, alertMatch, delivery, pastMatch } from "@/db/schema";
import { changeDelivery, storeAlert, storeDeliveries, storeMatches } from "@/testing/alerts-for-test";
import { type FilingForTest, filingForTest, transactionForTest } from "@/testing/ingested-filing-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.delete(alert);
});

const DAY = 86_400_000;
const NOW = new Date("2026-11-20T17:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY);
const messages = async () => (await database.db.select().from(delivery)).map((one) => one.deliveryId).sort();

test("messages that were delivered or have failed are kept for 90 days, and can be sent again until then", async () => {
  await storeAlert(database.db, "file:a", { target: "https://a.example" });
  await storeDeliveries(database.db, "file:a", ["old", "failed", "day 89", "sent again", "waits"]);
  await changeDelivery(database.db, "old", { state: "delivered", createdAt: daysAgo(91), lastTryAt: daysAgo(91) });
  await changeDelivery(database.db, "failed", { state: "failed", createdAt: daysAgo(95), lastTryAt: daysAgo(91) });
  await changeDelivery(database.db, "day 89", { state: "delivered", createdAt: daysAgo(89), lastTryAt: daysAgo(89) });
  await changeDelivery(database.db, "sent again", {
    state: "delivered",
    createdAt: daysAgo(95),
    lastTryAt: daysAgo(2),
  });
  await changeDelivery(database.db, "waits", { createdAt: daysAgo(400) });
  expect(await pruneMessages(database, NOW)).toBe(2);
  expect(await messages()).toEqual(["day 89", "sent again", "waits"]);
  expect(await sendDayAgain(database.db, "2026-08-23", null), "89 days before November 20").toBe(1);
});

test("what waits is deleted if its alert has been off for 90 days, and kept if its alert is active", async () => {
  await storeAlert(database.db, "file:on", { target: "https://a.example" });
  await storeAlert(database.db, "file:off", { target: "https://b.example", state: "stopped", stateAt: daysAgo(91) });
  await storeAlert(database.db, "file:new", { target: "https://c.example", state: "paused", stateAt: daysAgo(3) });
  for (const id of ["on", "off", "new"]) {
    await storeDeliveries(database.db, `file:${id}`, [id]);
    await changeDelivery(database.db, id, { createdAt: daysAgo(200) });
    await storeMatches(database.db, `file:${id}`, 1, { matchedAt: daysAgo(200) });
  }
  expect(await pruneMessages(database, NOW), "a message and a match").toBe(2);
  expect(await messages()).toEqual(["new", "on"]);
  expect((await database.db.select().from(alertMatch)).map(({ alertId }) => alertId).sort()).toEqual([
    "file:new",
    "file:on",
  ]);
  expect(await database.db.select().from(pastMatch)).toMatchObject([{ alertId: "file:off" }]);
});

/** Filed on June 10, 2025, with a purchase of 500 at $10. */
const file = (n: number, shares: string, more: Partial<FilingForTest> = {}) =>
  filingForTest({
    n,
    filed: "2025-06-10",
    rows: [transactionForTest("P", "A", "2025-06-09", shares, "10", "1500")],
    ...more,
  });
const amendment = (n: number, shares: string, filed: string) =>
  file(n, shares, { filed, form: "4/A", period: "2025-06-10", dateOfOriginalSubmission: "2025-06-10" });
const ingest = (...files: ReturnType<typeof filingForTest>[]) => ingestFiles(database, files, { isSample: false });

/** Matches what is queued, and sends it as if that were long ago. Returns what was found. */
async function findAndPrune() {
  await matchFilings(database);
  const found = await database.db.select().from(alertMatch);
  // Before the last digest.
  await database.db.update(alertMatch).set({ matchedAt: daysAgo(101) });
  await makeDeliveries(database, { siteUrl: "https://s.example", now: NOW.getTime() });
  await database.db.update(delivery).set({ state: "delivered", createdAt: daysAgo(100), lastTryAt: daysAgo(100) });
  await pruneMessages(database, NOW);
  expect([await database.db.$count(alertMatch), await database.db.$count(delivery)]).toEqual([0, 0]);
  return found.map(({ kind, matchKey, changes }) => [kind, matchKey, changes]);
}

test("a match is never found again after its message was deleted, and an amendment still says what it changes", async () => {
  await storeAlert(database.db, "file:a", {
    target: "https://a.example",
    rate: "daily",
    startsAt: new Date("2025-06-01T00:00:00Z"),
  });
  const compareAgain = () =>
    database.pool.query("insert into filing_to_match (accession_number) select accession_number from filing");
  const key = "9999000001-25-000001#I-1";
  await ingest(file(1, "500"));
  expect(await findAndPrune()).toEqual([["new", key, null]]);
  await compareAgain();
  expect(await findAndPrune(), "compared again").toEqual([]);

  await ingest(amendment(2, "500", "2025-06-12"));
  expect(await findAndPrune(), "an amendment that changes nothing").toEqual([]);
  await ingest(amendment(3, "50", "2025-06-13"));
  expect(await findAndPrune()).toEqual([["changed", key, [{ field: "transactionShares", from: "500", to: "50" }]]]);
  await compareAgain();
  expect(await findAndPrune(), "compared again").toEqual([]);
});
