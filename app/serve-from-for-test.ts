import type { Connection } from "@/db/server/client";

/** Lets the site's own code read a test's database. It is closed with the test's. */
export function serveFrom(connection: Connection) {
  const shared: typeof globalThis & { section16Connection?: Connection } = globalThis;
  shared.section16Connection = connection;
}
