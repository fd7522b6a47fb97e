import { type ChildProcess, spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Account } from "@/db/server/account";
import type { Binaries } from "@/db/server/binaries";
import { DatabaseUnavailable, SaidInFull } from "@/db/server/database-unavailable";
import type { ServerPlace } from "@/db/server/place";
import { diskTroubleIn } from "./disk-trouble";

export const SUPERUSER = "section16";

const MAJOR_VERSION = "18";
const LOG_LIMIT = 10 * 1024 * 1024;

/** Only what PostgreSQL needs, so that no setting of ours or secret of the reader's is in its environment. */
const { PATH, NODE_ENV } = process.env;
const environment: NodeJS.ProcessEnv = { NODE_ENV, PATH, LC_ALL: "C", TZ: "UTC" };

const logFile = (place: ServerPlace) => join(place.dataDir, "postgres.log");

const own = (path: string, account: Account) => {
  if (account) chownSync(path, account.uid, account.gid);
};

/**
 * Creates the data folder if there is none. It gets its name only when it is complete, so a run that is killed here leaves
 * nothing incomplete.
 */
export async function makeCluster(place: ServerPlace, { initdb }: Binaries, password: string, durable: boolean) {
  const versionFile = join(place.dataFolder, "PG_VERSION");
  if (existsSync(versionFile)) {
    const version = readFileSync(versionFile, "utf8").trim();
    if (version === MAJOR_VERSION) return;
    throw new DatabaseUnavailable(
      `${place.dataFolder} was made by PostgreSQL ${version}, but this is version ${MAJOR_VERSION}. Choose another DATA_DIR and ingest again.`,
    );
  }
  const unfinished = `${place.dataFolder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  own(unfinished, place.account);
  const passwordFile = join(place.dataDir, "postgres.password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  own(passwordFile, place.account);
  try {
    await run(place, initdb, [
      `--pgdata=${unfinished}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // PostgreSQL's own rules for order and case: the same on every machine and after every update of its C library.
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      ...(process.platform === "linux" ? ["--lc-ctype=C.UTF-8"] : []),
      "--no-instructions",
      ...(durable ? [] : ["--no-sync"]),
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, place.dataFolder);
}

async function run(place: ServerPlace, program: string, args: string[]) {
  const child = spawn(program, args, { ...place.account, cwd: place.dataDir, env: environment });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const code = await new Promise<number | null>((settle, fail) => child.on("close", settle).on("error", fail));
  if (code === 0) return;
  const trouble = diskTroubleIn(output, place.dataFolder);
  if (trouble !== null) throw new SaidInFull(trouble);
  throw new DatabaseUnavailable(`PostgreSQL could not create its data folder: ${output.trim()}`);
}

export type Launch = {
  child: ChildProcess;
  /** What the server has logged since it was launched. */
  log: () => string;
};

/**
 * Launches the server in a session of its own, so that Ctrl-C in the terminal reaches us, who stop things in order, and not the
 * server.
 */
export function launchPostgres(
  place: ServerPlace,
  { postgres }: Binaries,
  port: number,
  flags: Record<string, string>,
): Launch {
  const path = logFile(place);
  const isLong = existsSync(path) && statSync(path).size > LOG_LIMIT;
  const log = openSync(path, isLong ? "w" : "a", 0o600);
  const from = statSync(path).size;
  const child = spawn(
    postgres,
    [
      "-D",
      place.dataFolder,
      "-p",
      String(port),
      ...Object.entries(flags).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    { ...place.account, cwd: place.dataDir, env: environment, detached: true, stdio: ["ignore", log, log] },
  );
  closeSync(log);
  child.unref();
  return { child, log: () => readFileSync(path).subarray(from).toString() };
}
