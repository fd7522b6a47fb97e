import { type Command, CommanderError } from "commander";
import { DatabaseError } from "pg";
import { BACKUP_EXIT, BackupFailure } from "@/db/backup/backup-format";
import { isConnectionLoss } from "@/db/server/connection-loss";
import { DatabaseUnavailable } from "@/db/server/database-unavailable";
import { openDatabase } from "@/db/server/open-database";
import { describeCount } from "@/lib/values/counts";
import { commandSettings } from "./command-settings";

/** Parses the arguments and runs the command. Usage errors end with exit code 2. */
export async function runCommand(command: Command): Promise<void> {
  try {
    await command.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? BACKUP_EXIT.done : BACKUP_EXIT.usage;
  }
}

/** "1 filing", "4,120 filings". */
export const numberOfFilings = (count: number) => describeCount({ count, countAtLeast: count }, "filing");

type Flags = { json?: boolean };

/** Does a command's work on the database without migrating it. Ctrl-C aborts the signal. */
export const onDatabase = (flags: Flags, work: (url: string, signal: AbortSignal) => Promise<void>): Promise<void> =>
  withFailures(flags, async () => {
    const read = commandSettings();
    if ("problems" in read) throw new BackupFailure(read.problems.join("\n"), BACKUP_EXIT.usage);
    const interrupt = new AbortController();
    process.once("SIGINT", () => interrupt.abort());
    process.once("SIGTERM", () => interrupt.abort());
    const opened = await openDatabase(read.settings, { say: (notice) => process.stderr.write(`${notice}\n`) });
    try {
      await work(opened.url, interrupt.signal);
    } finally {
      await opened.stop();
    }
  });

/**
 * Reports an error in plain words on standard error, with `json` also as one object on standard output, and sets the exit code.
 */
export async function withFailures({ json = false }: Flags, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const failure = inPlainWords(error);
    process.stderr.write(`${failure.message}\n`);
    if (json) {
      const { message, exitCode } = failure;
      process.stdout.write(`${JSON.stringify({ kind: "failure", message, exitCode })}\n`);
    }
    process.exitCode = failure.exitCode;
  }
}

/** @throws errors that are bugs of this program. */
function inPlainWords(error: unknown): BackupFailure {
  if (error instanceof BackupFailure) return error;
  if (error instanceof DatabaseUnavailable || isConnectionLoss(error))
    return new BackupFailure(`The database cannot be used: ${error.message}`, BACKUP_EXIT.database);
  if (error instanceof DatabaseError)
    return new BackupFailure(`The database reports an error: ${error.message}`, BACKUP_EXIT.database);
  throw error;
}
