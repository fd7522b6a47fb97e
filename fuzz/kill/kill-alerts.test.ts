import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DATABASE_ROLES, urlFor } from "@/db/server/purposes";
import { killAlerts } from "@/fuzz/kill/kill-alerts";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "section16-kill-alerts-"));
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

test("a sender that is killed three times delivers every match, and nothing after a 410", async () => {
  const url = urlFor("write", database.url, DATABASE_ROLES.write);
  const { killed, failures } = await killAlerts(database, { folder, url: () => url, matches: 60, kills: 3, seed: 16 });
  expect(failures).toEqual([]);
  expect(killed).toBe(3);
});
