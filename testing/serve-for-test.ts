import { afterAll, beforeAll } from "vitest";
import { ingestFiles } from "@/db/ingest/ingest-files";
import type { Connection } from "@/db/server/client";
import { ReadServers, type ServerConnection } from "@/db/server/read-servers";
import { createTestDatabase, type TestDatabase } from "./test-database";

/** Makes the site's own code read a test's database. Closed together with that database. */
export function serveFrom(connection: Connection) {
  const shared: typeof globalThis & { section16Servers?: ReadServers<Connection & ServerConnection> } = globalThis;
  shared.section16Servers = new ReadServers(() => ({ ...connection, abandon: () => {} }), "");
}

/** For the tests of a file or `describe`: the site reads a database with these filings. Returns that database, once the tests run. */
export function serveFilings(filings: Parameters<typeof ingestFiles>[1]): () => TestDatabase {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    serveFrom(database);
    await ingestFiles(database, filings, { isSample: false });
  });
  afterAll(() => database.drop());
  return () => database;
}
