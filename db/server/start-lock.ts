import { accessSync, constants, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "@/db/server/postmaster";

/** Longer than any start takes: the process number in an older lock now belongs to another program. */
const STALE_AFTER = 120_000;

/** One start at a time per data folder. A lock that a killed run left is taken over. */
export async function withStartLock<Result>(dataDir: string, work: () => Promise<Result>): Promise<Result> {
  const file = join(dataDir, "starting.lock");
  while (!take(file)) {
    // On a read-only disk, a lock that a killed run left would never go away.
    accessSync(dataDir, constants.W_OK);
    if (isStale(file)) rmSync(file, { force: true });
    else await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function isStale(file: string) {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    const age = Date.now() - statSync(file).mtimeMs;
    // Between its creation and its first byte the file is empty.
    return age > STALE_AFTER || (pid > 0 && !isAlive(pid));
  } catch {
    return false;
  }
}
