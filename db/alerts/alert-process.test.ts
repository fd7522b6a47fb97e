import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { alert, alertMatch, delivery } from "@/db/schema";
import { DATABASE_ROLES, urlFor } from "@/db/server/purposes";
import { webhookHeaders } from "@/lib/alerts/webhook-signature";
import { storeMatches } from "@/testing/alerts-for-test";
import { filingForTest, KESTREL, transactionForTest } from "@/testing/ingested-filing-for-test";
import { type Program, startProgram } from "@/testing/program";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";
import { startReceiver } from "@/testing/webhook-receiver";

let database: TestDatabase;
let folder: string;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
/** Whether the receiver leaves requests without an answer. */
let hangs = false;
const programs: Program[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "section16-alerts-"));
  receiver = await startReceiver(() => (hangs ? undefined : 204));
});
const killAll = async () => {
  for (const program of programs) program.kill();
  await Promise.all(programs.splice(0).map(({ ended }) => ended));
};
afterAll(async () => {
  await killAll();
  await receiver.stop();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const SECRET = `whsec_${Buffer.alloc(32, 3).toString("base64")}`;
const path = () => join(folder, "alerts.json");
const writeAlerts = (...names: string[]) => {
  const alerts = names.map((name) => ({ name, view: "/filings", webhook: `${receiver.url}/${name}`, secret: SECRET }));
  writeFileSync(path(), JSON.stringify({ alerts }));
};

function start(): Program {
  const program = startProgram(["db/alerts/alert-process.ts", path()], {
    SECTION16_WRITE_URL: urlFor("write", database.url, DATABASE_ROLES.write),
    SECTION16_ALERTS_SOCKET: "",
    ALERT_ALLOW_PRIVATE: "1",
    SMTP_URL: "",
    DATA_DIR: folder,
  });
  programs.push(program);
  return program;
}

const states = async () =>
  Object.fromEntries((await database.db.select().from(alert)).map(({ name, state }) => [name, state]));
const receivedBy = (name: string) => receiver.received.filter((one) => one.path === `/${name}`);

test("what the file asks for is sent and signed, the file may change meanwhile, and a second process takes over", async () => {
  writeAlerts("first");
  const one = start();
  await expect.poll(states).toEqual({ first: "active" });
  await storeMatches(database.db, "file:first", 1);
  await expect.poll(() => receivedBy("first").length).toBe(1);
  const [{ headers, body } = expect.fail("nothing arrived")] = receivedBy("first");
  const [id, at] = [String(headers["webhook-id"]), Number(headers["webhook-timestamp"]) * 1_000];
  expect(headers).toMatchObject(webhookHeaders({ id, at, body }, [SECRET]));

  // A mistake is reported, and what the file said before applies.
  writeFileSync(path(), '{ "alerts": [\n  { "name": "first" ');
  await expect.poll(one.errors).toContain(`${path()}: Line `);
  await storeMatches(database.db, "file:first", 1, { first: 2 });
  await expect.poll(() => receivedBy("first").length).toBe(2);

  writeAlerts("second");
  await expect.poll(states).toEqual({ first: "stopped", second: "active" });

  start();
  one.kill();
  await one.ended;
  await storeMatches(database.db, "file:second", 1);
  await expect.poll(() => receivedBy("second").length).toBe(1);
  expect(receivedBy("first")).toHaveLength(2);
});

test("a filing that is stored becomes a webhook of each alert whose view lists it, and of no other", async () => {
  const alertOf = (name: string, view: string) => ({ name, view, webhook: `${receiver.url}/${name}`, secret: SECRET });
  writeFileSync(
    path(),
    JSON.stringify({
      alerts: [
        alertOf("sales", "/transactions?code=S"),
        alertOf("purchases", "/transactions?code=P"),
        alertOf("kestrel", `/issuers/${KESTREL[0]}`),
      ],
    }),
  );
  start();
  await expect.poll(states).toMatchObject({ sales: "active", purchases: "active", kestrel: "active" });
  // It has to be filed after the alerts began, whenever this test runs.
  const bought = transactionForTest("P", "A", "2999-06-07", "500", "10", "1500");
  await ingestFiles(database, [filingForTest({ n: 1, filed: "2999-06-10", rows: [bought] })], { isSample: false });
  await expect.poll(() => [receivedBy("purchases").length, receivedBy("kestrel").length]).toEqual([1, 1]);
  for (const name of ["purchases", "kestrel"]) {
    const [{ body } = expect.fail("nothing arrived")] = receivedBy(name);
    const { data } = JSON.parse(body);
    expect(data.alert.name).toBe(name);
    expect(data.matches).toMatchObject([
      {
        kind: "new",
        url: expect.stringContaining("/filings/9999000001-25-000001#I-1"),
        // 500 × 10
        transaction: { value: "5000", stated: { transactionCode: "P", transactionShares: "500" } },
      },
    ]);
  }
  // All matches of a filing are stored together, so one of this alert would be there by now.
  expect((await database.db.select().from(alertMatch)).filter(({ alertId }) => alertId === "file:sales")).toEqual([]);
});

test("a process that is killed and started again sends what waited: the same message, and what was found meanwhile", async () => {
  await killAll();
  writeAlerts("third");
  start();
  await expect.poll(states).toMatchObject({ third: "active" });
  hangs = true;
  await storeMatches(database.db, "file:third", 3);
  // The first of three messages is under way.
  await expect.poll(() => receivedBy("third").length).toBe(1);
  await killAll();
  receiver.closeConnections();
  hangs = false;
  // While no process runs.
  await storeMatches(database.db, "file:third", 1, { first: 4 });
  const messages = () => database.db.select().from(delivery).where(eq(delivery.alertId, "file:third"));
  const before = await messages();
  expect(before.map(({ state, tries }) => [state, tries])).toEqual(Array.from({ length: 3 }, () => ["waiting", 0]));

  start();
  await expect.poll(async () => (await messages()).filter(({ state }) => state === "delivered").length).toBe(4);
  const idOf = ({ headers }: { headers: Record<string, unknown> }) => String(headers["webhook-id"]);
  const [first, again, ...others] = receivedBy("third");
  expect([again && idOf(again), again?.body]).toEqual([first && idOf(first), first?.body]);
  // Each of the others arrived once.
  expect(new Set([again, ...others].map((one) => one && idOf(one))).size).toBe(1 + others.length);
  expect([again, ...others].map((one) => one && idOf(one)).sort()).toEqual(
    (await messages()).map(({ deliveryId }) => deliveryId).sort(),
  );
  const matches = [again, ...others].flatMap((one) => JSON.parse(one?.body ?? "").data.matches);
  expect(matches.map(({ url }) => url.slice(-10)).sort()).toEqual([
    "000001#I-1",
    "000002#I-1",
    "000003#I-1",
    "000004#I-1",
  ]);
});
