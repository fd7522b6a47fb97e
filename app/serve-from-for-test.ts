import type { Connection } from "@/db/server/client";

/** Makes the site's own code read a test's database. Closed together with that database. */
export function serveFrom(connection: Connection) {
  const shared: typeof globalThis & { section16Connection?: Connection } = globalThis;
  shared.section16Connection = connection;
}
