import { openEmbedded } from "@/db/server/embedded";
import { findPlace } from "@/db/server/place";
import { reachDatabase } from "@/db/server/reach-database";
import type { Settings } from "@/lib/settings";

export type OpenDatabase = {
  url: string;
  /** Whether this call started the server, or found it running. */
  started: boolean;
  /** Lets go of the database. The last of our processes to do so stops a server that one of them started. */
  stop: () => Promise<void>;
  /** Ends a server that this call started at once and without waiting; the next start mends what that leaves. */
  abandon: () => void;
};

type OpenOptions = {
  /** Told what the reader should know, such as that the data is kept in another folder than usual. */
  say?: (notice: string) => void;
  /** Further settings of PostgreSQL, by name. */
  flags?: Record<string, string>;
  /** False for a database that may be lost with the machine: tests. */
  durable?: boolean;
};

const lossy = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * The database for a command: the reader's own when `databaseUrl` is given, else PostgreSQL in `dataDir`, joined when it
 * runs and started when it does not. It is not yet migrated.
 * @throws DatabaseUnavailable with the reason in plain words; the command ends with exit code 3.
 */
export async function openDatabase(
  { databaseUrl, dataDir }: Pick<Settings, "databaseUrl" | "dataDir">,
  { say = () => {}, flags = {}, durable = true }: OpenOptions = {},
): Promise<OpenDatabase> {
  if (databaseUrl) {
    await reachDatabase(databaseUrl);
    return { url: databaseUrl, started: false, stop: async () => {}, abandon: () => {} };
  }
  return openEmbedded(findPlace(dataDir, say), durable ? flags : { ...lossy, ...flags }, durable);
}
