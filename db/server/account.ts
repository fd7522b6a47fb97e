import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { DatabaseUnavailable } from "@/db/server/database-unavailable";

/** The user that PostgreSQL runs as; null is the user who runs this process. */
export type Account = { uid: number; gid: number } | null;

const idOf = (user: string, which: "-u" | "-g") =>
  Number(execFileSync("id", [which, user], { stdio: ["ignore", "pipe", "ignore"] }));

const accountOf = (user: string): Account => {
  try {
    return { uid: idOf(user, "-u"), gid: idOf(user, "-g") };
  } catch {
    return null;
  }
};

/**
 * PostgreSQL refuses to run as root: then its files belong to whoever owns them already, else to the user `postgres`,
 * who is made when there is none.
 */
export function postgresAccount(dataFolder: string): Account {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder);
    if (uid !== 0) return { uid, gid };
  }
  const found = accountOf("postgres");
  if (found) return found;
  spawnSync("useradd", ["--system", "--user-group", "--shell", "/usr/sbin/nologin", "postgres"], { stdio: "ignore" });
  const made = accountOf("postgres");
  if (made) return made;
  throw new DatabaseUnavailable(
    "PostgreSQL does not run as root, and the user `postgres` could not be made. " +
      "Make it (useradd --system postgres), run this as another user, or set DATABASE_URL.",
  );
}

const passable = (folder: string, account: Account) =>
  spawnSync("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], { ...account, cwd: "/", stdio: "ignore" }).status === 0;

/** The outermost folder on the way to `path` that the account may not pass, or null when the way is clear. */
export function closedFolder(path: string, account: Account): string | null {
  if (!account) return null;
  const way: string[] = [];
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder)) way.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return way.find((folder) => !passable(folder, account)) ?? null;
}
