import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { AlertsFile } from "@/db/alerts/follow-alerts-file";
import { keepFileAlerts } from "@/db/alerts/keep-file-alerts";
import type { FileAlert } from "@/lib/alerts/alerts-file";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const LONG_AGO = "2020-01-01T00:00:00.000Z";

const alertNamed = (name: string, changes: Partial<FileAlert> = {}): FileAlert => ({
  id: `file:${name}`,
  name,
  view: "/transactions?code=P",
  channel: "webhook",
  target: "https://a.example/hook",
  rate: "immediate",
  secrets: ["whsec_x"],
  ...changes,
});

/** Two alerts that began long ago, and a reader's. */
beforeEach(async () => {
  await database.pool.query("delete from alert");
  await keepFileAlerts(database, [alertNamed("a"), alertNamed("b")]);
  await database.pool.query(
    `insert into alert (alert_id, origin, view, channel, target, rate, state) values ('r', 'reader', '/', 'mail', 'x@y.example', 'daily', 'active')`,
  );
  await database.pool.query("update alert set starts_at = $1", [LONG_AGO]);
});

async function states() {
  const { rows } = await database.pool.query<{ name: string | null; state: string; isOld: boolean; target: string }>(
    `select name, state, starts_at = $1 as "isOld", target from alert order by alert_id`,
    [LONG_AGO],
  );
  return rows.map(({ name, state, isOld }) => `${name ?? "reader"} ${state}${isOld ? "" : ", begins now"}`);
}

test("an unchanged file changes nothing, and neither does another rate or target of an active alert change when it began", async () => {
  await keepFileAlerts(database, [alertNamed("a"), alertNamed("b", { rate: "daily", target: "https://b.example" })]);
  expect(await states()).toEqual(["a active", "b active", "reader active"]);
  const { rows } = await database.pool.query("select rate, target from alert where name = 'b'");
  expect(rows).toEqual([{ rate: "daily", target: "https://b.example" }]);
});

test("a new alert, and one with another view, begin now", async () => {
  await keepFileAlerts(database, [alertNamed("a", { view: "/filings" }), alertNamed("b"), alertNamed("c")]);
  expect(await states()).toEqual(["a active, begins now", "b active", "c active, begins now", "reader active"]);
});

test("an alert that leaves the file is stopped, and begins now when it comes back", async () => {
  await keepFileAlerts(database, [alertNamed("a")]);
  expect(await states()).toEqual(["a active", "b stopped", "reader active"]);
  await keepFileAlerts(database, [alertNamed("a"), alertNamed("b")]);
  expect(await states()).toEqual(["a active", "b active, begins now", "reader active"]);
});

test("a disabled alert stays disabled until the file gives it another target", async () => {
  await database.pool.query("update alert set state = 'disabled', state_reason = 'gone' where name = 'a'");
  await keepFileAlerts(database, [alertNamed("a"), alertNamed("b")]);
  expect(await states()).toEqual(["a disabled", "b active", "reader active"]);
  await keepFileAlerts(database, [alertNamed("a", { target: "https://b.example" }), alertNamed("b")]);
  expect(await states()).toEqual(["a active, begins now", "b active", "reader active"]);
});

test("a disabled alert gets a new rate of the file too, and stays disabled", async () => {
  await database.pool.query("update alert set state = 'disabled', state_reason = 'gone' where name = 'a'");
  await keepFileAlerts(database, [alertNamed("a", { rate: "weekly" }), alertNamed("b")]);
  expect(await states()).toEqual(["a disabled", "b active", "reader active"]);
  const { rows } = await database.pool.query("select rate, state_reason from alert where name = 'a'");
  expect(rows).toEqual([{ rate: "weekly", state_reason: "gone" }]);
});

test("an empty file stops all alerts of the file, and none of a reader", async () => {
  await keepFileAlerts(database, []);
  expect(await states()).toEqual(["a stopped", "b stopped", "reader active"]);
});

test("no secret gets into the database", async () => {
  const { rows } = await database.pool.query("select alert::text as text from alert");
  expect(rows.map(({ text }) => text).join()).not.toContain("whsec_");
});

test("alerts go on if the file is missing for a moment, as when an editor replaces it, and stop if it stays away", async () => {
  const folder = mkdtempSync(join(tmpdir(), "section16-alerts-file-"));
  const path = join(folder, "alerts.json");
  const secret = `whsec_${Buffer.alloc(32, 3).toString("base64")}`;
  const text = JSON.stringify({
    alerts: ["a", "b"].map((name) => ({
      name,
      view: "/transactions?code=P",
      webhook: "https://a.example/hook",
      secret,
    })),
  });
  const file = new AlertsFile(path, { allowPrivate: false });
  const follow = () =>
    file.follow(database, (problem) => {
      throw new Error(problem);
    });
  try {
    writeFileSync(path, text);
    await follow();
    rmSync(path);
    await follow();
    expect(await states()).toEqual(["a active", "b active", "reader active"]);
    writeFileSync(path, text);
    await follow();
    expect(await states()).toEqual(["a active", "b active", "reader active"]);
    rmSync(path);
    await follow();
    await follow();
    expect(await states()).toEqual(["a stopped", "b stopped", "reader active"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
