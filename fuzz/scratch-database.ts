import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateDatabase } from "@/db/server/migrate";
import { openDatabase } from "@/db/server/open-database";

const EXIT_INTERRUPTED = 130;
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

export type ScratchDatabase = { url: string; folder: string; drop: () => Promise<void> };

/** A migrated database on a separate PostgreSQL, in a folder that is removed afterwards. */
export async function openScratchDatabase(): Promise<ScratchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "section16-fuzz-"));
  // PostgreSQL's user needs access when this runs as root.
  chmodSync(folder, 0o755);
  const server = await openDatabase({ databaseUrl: null, dataDir: folder }, { durable: false });
  const interrupted = () => {
    server.abandon();
    rmSync(folder, { recursive: true, force: true });
    process.exit(EXIT_INTERRUPTED);
  };
  for (const signal of SIGNALS) process.once(signal, interrupted);
  await migrateDatabase(server.url);
  return {
    url: server.url,
    folder,
    async drop() {
      for (const signal of SIGNALS) process.off(signal, interrupted);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
