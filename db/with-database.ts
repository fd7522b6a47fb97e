import { commandSettings } from "@/db/command-settings";
import { migrateDatabase } from "@/db/migrate";
import { openDatabase } from "@/db/server";
import { isConnectionLoss } from "@/db/server/connection-loss";
import { DatabaseUnavailable } from "@/db/server/database-unavailable";

const EXIT_SETTINGS = 2;
const EXIT_DATABASE = 3;

/**
 * Runs a command's work on a database that is reached and migrated, and lets go of it afterwards. What is wrong with the
 * settings or the database is said in plain words.
 * @returns the exit code: the work's own, 2 for settings that cannot be read, 3 for a database that cannot be used.
 */
export async function withDatabase(work: (url: string) => Promise<number>): Promise<number> {
  const read = commandSettings();
  if ("problems" in read) {
    process.stderr.write(`${read.problems.join("\n")}\n`);
    return EXIT_SETTINGS;
  }
  const say = (notice: string) => process.stderr.write(`${notice}\n`);
  try {
    const opened = await openDatabase(read.settings, { say });
    try {
      await migrateDatabase(opened.url);
      return await work(opened.url);
    } finally {
      await opened.stop();
    }
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable) && !isConnectionLoss(error)) throw error;
    say(`The database cannot be used: ${error.message}`);
    return EXIT_DATABASE;
  }
}
