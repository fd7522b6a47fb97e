import { DatabaseError } from "pg";
import { EXIT_CRASH } from "@/db/command/exit-on-crash";
import { DatabaseUnavailable } from "@/db/server/database-unavailable";
import { diskTrouble } from "@/db/server/disk-trouble";
import type { Settings } from "@/lib/settings";
import { BuildFailed, DiskFailed } from "./build-site";

export class CannotListen extends Error {}
export class SiteFailed extends Error {}
export class NotBuilt extends Error {}
export class WrongAlerts extends Error {}

/** Reports what went wrong, and returns the exit code for it. */
export function report(error: unknown, { dataDir }: Settings): number {
  const trouble = diskTrouble(error, dataDir);
  const inPlainWords = [CannotListen, DatabaseUnavailable, BuildFailed, NotBuilt, SiteFailed, WrongAlerts].some(
    (type) => error instanceof type,
  );
  if (trouble !== null) console.error(trouble);
  else if (error instanceof DatabaseError && !inPlainWords)
    console.error(`The database reports an error: ${error.message}`);
  else console.error(inPlainWords && error instanceof Error ? error.message : error);
  if ([CannotListen, NotBuilt, WrongAlerts].some((type) => error instanceof type)) return 2;
  const isDisk = trouble !== null || error instanceof DiskFailed;
  return isDisk || error instanceof DatabaseUnavailable || error instanceof DatabaseError ? 3 : EXIT_CRASH;
}
