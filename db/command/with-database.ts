import { giveUpRoot, handOverFolders, insteadOfRoot, unreadableFile, type WrittenFolder } from "@/db/server/account";
import { isConnectionLoss } from "@/db/server/connection-loss";
import { DatabaseUnavailable, SaidInFull } from "@/db/server/database-unavailable";
import { diskTrouble } from "@/db/server/disk-trouble";
import { isTimedOut } from "@/db/server/may-retry";
import { openDatabase } from "@/db/server/open-database";
import { handedOverUrl, prepareDatabase } from "@/db/server/prepare-database";
import { commandSettings } from "./command-settings";

const EXIT_SETTINGS = 2;
const EXIT_DATABASE = 3;
/** Most starts migrate nothing, and say nothing. */
const LONG_MS = 10_000;

/** The files that a command uses. They matter when it is started as root and continues as another user. */
type Files = {
  /** Paths to read. If only root can read them, the command stays root. */
  reads?: string[];
  writes?: WrittenFolder[];
};

type Work = (url: string) => Promise<number>;

/** For commands that neither read nor write files. */
export const withDatabase = (work: Work): Promise<number> => withDatabaseAndFiles({}, work);

/**
 * Opens and migrates the database, runs a command's work on it, and closes it. Problems with the settings, the database or the
 * disk are reported in plain words. Started as root, it opens the database as root and does the work as another user if possible.
 * @param work gets the address for writing
 * @returns the exit code: the work's own, 2 for settings that cannot be read, 3 for a database that cannot be used.
 */
export async function withDatabaseAndFiles(files: Files, work: Work): Promise<number> {
  const read = commandSettings();
  if ("problems" in read) {
    process.stderr.write(`${read.problems.join("\n")}\n`);
    return EXIT_SETTINGS;
  }
  const { settings } = read;
  const say = (notice: string) => process.stderr.write(`${notice}\n`);
  try {
    // The start command has opened and migrated it for us.
    const handedOver = handedOverUrl();
    if (handedOver !== null) return await work(handedOver);
    const opened = await openDatabase(settings, { say });
    try {
      const { write } = await sayIfLong(prepareDatabase(opened, { ...settings, say }), () =>
        say("Migrating the database. A new table for a large record takes some minutes."),
      );
      stepDown(settings.dataDir, files, say);
      return await work(write);
    } finally {
      await opened.stop();
    }
  } catch (error) {
    const message = whyNot(error, settings.dataDir);
    if (message === null) throw error;
    say(message);
    return EXIT_DATABASE;
  }
}

async function sayIfLong<T>(work: Promise<T>, notice: () => void): Promise<T> {
  const timer = setTimeout(notice, LONG_MS);
  return work.finally(() => clearTimeout(timer));
}

function stepDown(dataDir: string, { reads = [], writes = [] }: Files, say: (notice: string) => void) {
  const { account, reason } = insteadOfRoot(process.cwd(), dataDir);
  if (account === null && reason === null) return;
  const unreadable = account === null ? null : unreadableFile(reads, account);
  const why = reason ?? (unreadable === null ? null : `only root can read ${unreadable}`);
  if (account === null || why !== null) {
    say(`This command reads files as root, because ${why}.`);
    return;
  }
  handOverFolders(dataDir, writes, account);
  giveUpRoot(account);
}

/** Why the database or the disk cannot be used, in words; null for any other error. */
export function whyNot(error: unknown, dataDir: string): string | null {
  const trouble = diskTrouble(error, dataDir);
  if (trouble !== null) return trouble;
  if (error instanceof SaidInFull) return error.message;
  if (error instanceof DatabaseUnavailable || isConnectionLoss(error))
    return `The database cannot be used: ${error.message}`;
  return isTimedOut(error)
    ? `Another program has blocked the database for too long (${error.message}). Run the same command again later.`
    : null;
}
