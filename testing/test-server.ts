import { rmSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "@/db/server/migrate";
import { openDatabase } from "@/db/server/open-database";
import { makeTestFolder } from "@/scripts/test-folder.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the migrated database that every test file's database is copied from. */
    templateUrl: string;
  }
}

/** One PostgreSQL for the whole run, in a temporary folder. */
export default async function setUp(project: TestProject) {
  const folder = makeTestFolder();
  // The folder may be in memory, so little is kept for a server that fails.
  const flags = { max_wal_size: "512MB" };
  const server = await openDatabase({ databaseUrl: null, dataDir: folder }, { durable: false, flags });
  const template = new URL(server.url);
  template.pathname = "/section16_template";
  await migrateDatabase(template.href);
  project.provide("templateUrl", template.href);

  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
