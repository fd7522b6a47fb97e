import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** What PostgreSQL writes about itself into `postmaster.pid`. */
export type Postmaster = { pid: number; port: number };

export const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

function commandOf(pid: number): string {
  try {
    if (existsSync("/proc/self/cmdline")) return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

const servesFolder = (pid: number, dataFolder: string) => isAlive(pid) && commandOf(pid).includes(dataFolder);

/** The server that runs on this data folder, or null. A file that a killed server left behind does not count. */
export function runningPostmaster(dataFolder: string): Postmaster | null {
  const file = join(dataFolder, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid && port && servesFolder(pid, dataFolder) ? { pid, port } : null;
}

/** PostgreSQL itself ignores a `postmaster.pid` whose process is gone, but not one whose number another program now has. */
export function removeRecycledPid(dataFolder: string) {
  const file = join(dataFolder, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (!pid || (isAlive(pid) && !servesFolder(pid, dataFolder))) rmSync(file);
}

/** Asks the server to finish (connections are cut, and what is committed is kept) and waits until it has. */
export async function stopPostmaster({ pid }: Postmaster, dataFolder: string) {
  const patience = Date.now() + 30_000;
  process.kill(pid, "SIGINT");
  let insisted = false;
  while (servesFolder(pid, dataFolder)) {
    if (!insisted && Date.now() > patience) {
      process.kill(pid, "SIGQUIT");
      insisted = true;
    }
    await sleep(20);
  }
}
