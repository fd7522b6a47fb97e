import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GET } from "@/app/healthz/route";
import { findMigrationState } from "@/db/server/migration-state";
import { VERSION } from "@/lib/version";
import { serveFrom } from "@/testing/serve-for-test";
import { asOwner, createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  serveFrom(database);
});
afterAll(() => database.drop());

test("says that there is no screener copy yet, and is ready without one", async () => {
  expect(await (await GET()).json()).not.toHaveProperty("copy");
  vi.stubEnv("SECTION16_COPY_SOCKET", "/nowhere/copy.sock");
  const answer = await GET();
  vi.unstubAllEnvs();
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ status: "ok", copy: null });
});

test("is not ready if a newer version migrated the database, and says what to do", async () => {
  expect((await GET()).status).toBe(200);
  await asOwner(
    database,
    "insert into drizzle.__drizzle_migrations (hash, created_at) select 'newer', max(created_at) + 1 from drizzle.__drizzle_migrations",
  );
  const { applied, expected } = await findMigrationState(database.db);
  expect(applied).toBe(expected + 1);
  const answer = await GET();
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({
    status: "newer database",
    message:
      "This database was written by a newer version of Section 16. Install that version, or restore a backup that this version made.",
    migrations: { applied, expected },
    version: VERSION,
    live: true,
    ready: false,
  });
});
