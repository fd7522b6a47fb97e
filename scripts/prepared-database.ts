import { stagesInWords } from "@/db/command/progress";
import { isSampleWanted } from "@/db/ingest/is-sample-wanted";
import { openDatabase } from "@/db/server/open-database";
import type { OpenDatabase } from "@/db/server/opened-database";
import { type PreparedDatabase, prepareDatabase } from "@/db/server/prepare-database";
import type { Settings } from "@/lib/settings";
import type { Shutdown } from "./shutdown";
import { say, step } from "./steps.mjs";

/** The open database, and how to open it again after a loss. */
export type Prepared = { opened: OpenDatabase; urls: PreparedDatabase; open: () => Promise<OpenDatabase> };

export async function openPrepared(settings: Settings, shutdown: Shutdown): Promise<Prepared> {
  let opening: Promise<OpenDatabase>;
  let opened: OpenDatabase | null = null;
  const open = async () => {
    opening = openDatabase(settings, { say });
    opened = await opening;
    return opened;
  };
  const first = open();
  shutdown.add({ stop: async () => (await opening.catch(() => null))?.stop(), abandon: () => opened?.abandon() });
  const database = await step("Starting the database", () => first);
  const migrated = (on: OpenDatabase) => prepareDatabase(on, { ...settings, say });
  const urls = await step("Migrating the database", () => migrated(database));
  if (settings.loadSample === "auto" && (await isSampleWanted(urls.write)))
    await step("Loading the sample", async (detail) => {
      const { loadSample } = await import("@/db/ingest/load-sample");
      await loadSample(urls.write, stagesInWords(detail));
    });
  const prepared: Prepared = {
    opened: database,
    urls,
    open: async () => {
      const again = await open();
      prepared.urls = await migrated(again);
      return again;
    },
  };
  return prepared;
}
