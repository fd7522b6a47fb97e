import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A user on every Unix who owns nothing. PostgreSQL needs its user to have a name. */
const NOBODY = 65534;

const START_WITHIN = 120_000;

/** Mounts a folder read-only at another place, and runs a program there. */
const IN_READ_ONLY_COPY = `
set -e
mount --bind "$1" "$2"
mount -o remount,bind,ro "$2"
cd "$2"
shift 2
exec setpriv --reuid ${NOBODY} --regid ${NOBODY} --clear-groups "$@"`;

export type Served = { output: () => string; stop: () => Promise<number | null> };

/**
 * Whether this machine lets us mount the folder read-only and run Node there as another user: root on most Linux machines.
 * `reason` says what prevents it.
 */
export function canServeReadOnly(clone: string, folder: string): { reason: string | null } {
  if (process.getuid?.() !== 0) return { reason: "only root can mount a folder read-only" };
  mkdirSync(join(folder, "program"), { recursive: true });
  const { status, stderr, error } = spawnSync(
    "unshare",
    [...inReadOnlyCopy(clone, folder), process.execPath, "scripts/check-node.mjs"],
    { encoding: "utf8" },
  );
  return { reason: status === 0 ? null : error?.message || stderr.trim() || `unshare ended with ${status}` };
}

const inReadOnlyCopy = (clone: string, folder: string) => [
  "--mount",
  "--propagation",
  "private",
  "sh",
  "-c",
  IN_READ_ONLY_COPY,
  "sh",
  clone,
  join(folder, "program"),
];

/**
 * Runs `npm run serve` of a clone, with data and temporary files in `folder` and, if `readOnly`, without anything else to write
 * to. Resolves when the site answers.
 */
export async function serve(
  clone: string,
  folder: string,
  settings: { PORT: string } & Record<string, string>,
  readOnly: boolean,
): Promise<Served> {
  for (const name of ["data", "tmp"]) {
    mkdirSync(join(folder, name), { recursive: true });
    if (!readOnly) continue;
    chmodSync(join(folder, name), 0o700);
    chownSync(join(folder, name), NOBODY, NOBODY);
  }
  const program = [process.execPath, "scripts/start.mjs", "serve"];
  const { PATH, NODE_ENV } = process.env;
  const env = { PATH, NODE_ENV, DATA_DIR: join(folder, "data"), TMPDIR: join(folder, "tmp"), ...settings };
  const child = readOnly
    ? spawn("unshare", [...inReadOnlyCopy(clone, folder), ...program], { env, stdio: ["ignore", "pipe", "pipe"] })
    : spawn(program[0] ?? "", program.slice(1), { cwd: clone, env, stdio: ["ignore", "pipe", "pipe"] });
  return answering(child, `http://127.0.0.1:${settings.PORT}/healthz`);
}

/** Waits until a program that was just started answers at an address. */
export async function answering(child: ChildProcess, url: string): Promise<Served> {
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  const ended = new Promise<number | null>((settle) => child.on("close", settle));
  const limit = Date.now() + START_WITHIN;
  while (Date.now() < limit && child.exitCode === null && child.signalCode === null) {
    if ((await fetch(url).catch(() => null))?.ok)
      return {
        output: () => output,
        async stop() {
          child.kill("SIGTERM");
          return ended;
        },
      };
    await sleep(100);
  }
  child.kill("SIGKILL");
  throw new Error(`The site did not start:\n${output}`);
}
