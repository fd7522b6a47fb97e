import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "@/db/server/migrate";
import { openDatabase } from "@/db/server/open-database";
import { isAlive } from "@/db/server/postmaster";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the migrated database that every test file's database is copied from. */
    templateUrl: string;
  }
}

const PREFIX = "section16-test-";

/** One PostgreSQL for the whole run, in a temporary folder. */
export default async function setUp(project: TestProject) {
  removeLeftOvers();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // PostgreSQL's user needs access when this runs as root; the data itself is closed to others.
  chmodSync(folder, 0o755);
  const server = await openDatabase({ databaseUrl: null, dataDir: folder }, { durable: false });
  const template = new URL(server.url);
  template.pathname = "/section16_template";
  await migrateDatabase(template.href);
  project.provide("templateUrl", template.href);

  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Removes the folders of killed runs. A PostgreSQL whose folder is gone ends within a minute. */
function removeLeftOvers() {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.match(/^section16-test-(\d+)-/)?.[1]);
    if (pid && !isAlive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
