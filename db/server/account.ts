import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, lchownSync, lstatSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { DatabaseUnavailable } from "@/db/server/database-unavailable";

/** The user that PostgreSQL runs as; null is the user of this process. */
export type Account = { uid: number; gid: number } | null;

/** A user other than root. */
export type Lesser = NonNullable<Account>;

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
 * PostgreSQL refuses to run as root. Started as root, we run it as the owner of its data folder, or as the user `postgres`,
 * which is created if needed.
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
    "PostgreSQL does not run as root, and the user `postgres` could not be created. " +
      "Create it (useradd --system postgres), run this as another user, or set DATABASE_URL.",
  );
}

const passable = (folder: string, account: Account) =>
  spawnSync("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], { ...account, cwd: "/", stdio: "ignore" }).status === 0;

/** The outermost folder on the path to `path` that the account may not enter, or null if there is none. */
export function closedFolder(path: string, account: Account): string | null {
  if (!account) return null;
  const way: string[] = [];
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder)) way.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return way.find((folder) => !passable(folder, account)) ?? null;
}

/** The user who handles foreign files instead of root, and why the rest must still run as root; or null. */
export type Instead = { account: Lesser | null; reason: string | null };

/**
 * Finds the user who owns the data folder, or else `postgres` or `nobody`, and whether that user can run the program.
 * @param program the folder of the program
 * @param dataDir the folder of uploads
 */
export function insteadOfRoot(program: string, dataDir: string): Instead {
  if (process.getuid?.() !== 0) return { account: null, reason: null };
  const dataFolder = join(resolve(dataDir), "postgres");
  const owner = existsSync(dataFolder) ? statSync(dataFolder) : null;
  const found = owner && owner.uid !== 0 ? owner : (accountOf("postgres") ?? accountOf("nobody"));
  if (found === null) return { account: null, reason: "there is no user postgres or nobody" };
  const account = { uid: found.uid, gid: found.gid };
  return { account, reason: whatIsClosed(program, dataDir, account) };
}

function whatIsClosed(program: string, dataDir: string, account: Lesser): string | null {
  const name = nameOf(account.uid);
  const closed = closedFolder(program, account) ?? closedFolder(dataDir, account);
  if (closed !== null) return `the user ${name} cannot enter ${closed}`;
  const files = [
    "package.json",
    "tsconfig.json",
    "scripts",
    "db",
    "lib",
    "paper",
    "sample",
    join(".next", "BUILD_ID"),
    join(".next", "server"),
  ];
  const unreadable = unreadableFile(
    files.map((file) => join(program, file)).filter((path) => existsSync(path)),
    account,
  );
  if (unreadable !== null) return `the user ${name} cannot read ${unreadable}`;
  const node = spawnSync(process.execPath, ["--version"], { ...account, cwd: "/", stdio: "ignore" });
  return node.status === 0 ? null : `the user ${name} cannot run ${process.execPath}`;
}

const nameOf = (uid: number) =>
  spawnSync("id", ["-un", String(uid)], { encoding: "utf8" }).stdout?.trim() || `number ${uid}`;

/** Finds a file or folder under the paths that the account may not read, or null. If we cannot find out, the first path. */
export function unreadableFile(paths: string[], { uid, gid }: Lesser): string | null {
  if (paths.length === 0) return null;
  const args = ["-L", ...paths.map((path) => resolve(path)), "!", "-readable", "-print", "-quit"];
  const { status, stdout, stderr } = spawnSync("find", args, { uid, gid, cwd: "/", encoding: "utf8" });
  const found = stdout?.split("\n")[0];
  if (found) return found;
  return status === 0 ? null : (stderr?.match(/[‘'](\/.*)[’']:/)?.[1] ?? paths[0] ?? null);
}

/** A folder in DATA_DIR that we write to while we handle files from elsewhere. */
export type WrittenFolder = "paper-drafts" | "downloads" | "screener" | "cards" | "alerts";

/** Gives the folders to the account, so that it can write there. */
export function handOverFolders(dataDir: string, folders: readonly WrittenFolder[], account: Lesser) {
  if (folders.length > 0) mkdirSync(dataDir, { recursive: true });
  for (const name of folders) {
    const folder = join(resolve(dataDir), name);
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    // Leave alone what already belongs to the account: it could replace a folder that root walks through by a link.
    if (lstatSync(folder).uid !== account.uid) giveTo(folder, account);
  }
}

/** A folder after its content, so that a walk that was cut off starts again. */
function giveTo(path: string, account: Lesser) {
  const stat = lstatSync(path);
  if (stat.isDirectory()) for (const name of readdirSync(path)) giveTo(join(path, name), account);
  if (stat.uid !== account.uid) lchownSync(path, account.uid, account.gid);
}

/** Turns this process into another user's, irreversibly. */
export function giveUpRoot({ uid, gid }: Lesser) {
  process.setgroups?.([gid]);
  process.setgid?.(gid);
  process.setuid?.(uid);
}
