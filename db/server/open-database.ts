import { openEmbedded } from "@/db/server/embedded";
import { availableMemory } from "@/db/server/memory";
import { findPlace } from "@/db/server/place";
import { postgresFlags } from "@/db/server/postgres-flags";
import type { Purpose } from "@/db/server/purposes";
import { reachDatabase } from "@/db/server/reach-database";
import type { Settings } from "@/lib/settings";

export type OpenDatabase = {
  /** For migrating: its user owns the tables. */
  url: string;
  /** The address for each purpose, if each role has a password of its own: not on the reader's own server. */
  logins: Record<Purpose, string> | null;
  /** Whether this call started the server, or found it running. */
  started: boolean;
  /** Settles when the server that we started is gone, unless it was stopped. */
  lost: Promise<void>;
  /** Closes the database. The last of our processes to do so stops a server that one of them started. */
  stop: () => Promise<void>;
  /** Ends a server that this call started, at once and without waiting; the next start repairs what that leaves. */
  abandon: () => void;
};

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
    await reachDatabase("DATABASE_URL", databaseUrl);
    return { url: databaseUrl, logins: null, started: false, lost: NEVER, stop: async () => {}, abandon: () => {} };
  }
  const ofMemory = postgresFlags(availableMemory(memoryLimitMb));
  return openEmbedded(findPlace(dataDir, say), { ...ofMemory, ...(durable ? {} : lossy), ...flags }, durable);
}
