import { openEmbedded } from "@/db/server/embedded";
import { availableMemory } from "@/db/server/memory";
import type { OpenDatabase } from "@/db/server/opened-database";
import { findPlace } from "@/db/server/place";
import { postgresFlags } from "@/db/server/postgres-flags";
import { reachDatabase } from "@/db/server/reach-database";
import type { Settings } from "@/lib/settings";

type OpenOptions = {
  /** Called with what the reader should know, such as that the data is in another folder than usual. */
  say?: (notice: string) => void;
  /** Further settings of PostgreSQL, by name. */
  flags?: Record<string, string>;
  /** False for a database that may be lost with the machine: tests. */
  durable?: boolean;
};

type WhereItIs = Pick<Settings, "databaseUrl" | "dataDir"> & Partial<Pick<Settings, "memoryLimitMb">>;

const lossy = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
const NEVER = new Promise<void>(() => {});

/**
 * Opens the database for a command: the reader's own if `databaseUrl` is given, or else PostgreSQL in `dataDir`, which is joined
 * if it runs and started otherwise. It is not yet migrated: see `prepareDatabase`.
 * @throws DatabaseUnavailable with the reason in plain words; the command ends with exit code 3.
 */
export async function openDatabase(
  { databaseUrl, dataDir, memoryLimitMb = null }: WhereItIs,
  { say = () => {}, flags = {}, durable = true }: OpenOptions = {},
): Promise<OpenDatabase> {
  if (databaseUrl) {
    await reachDatabase("DATABASE_URL", databaseUrl, { mustWrite: true });
    return {
      url: databaseUrl,
      logins: null,
      started: false,
      lost: NEVER,
      isRunning: () => true,
      stop: async () => {},
      abandon: () => {},
    };
  }
  const ofMemory = postgresFlags(availableMemory(memoryLimitMb));
  return openEmbedded(findPlace(dataDir, say), { ...ofMemory, ...(durable ? {} : lossy), ...flags }, durable);
}
