import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { lesserReader } from "@/db/paper/lesser-reader";

type Limits = {
  /** Milliseconds. */
  longest: number;
  /** Bytes of standard output. */
  mostOutput: number;
  /** Megabytes of objects. */
  memory: number;
};

export type Ended = {
  /** Null if the process was killed. */
  code: number | null;
  output: string;
  said: string;
  /** The limit that it exceeded. */
  over: "time" | "output" | null;
};

/** Far more than any of our programs prints. */
const MOST_SAID = 10_000;

/** How to load a program from the project's folder. */
const USUAL = (program: string) => ["--import", "./scripts/exit-with-parent-or-before.mjs", "--import", "tsx", program];

const HERE = "/proc/self/cwd";

/** For a program that gives up root: modules that it loads later must not depend on a parent folder that only root may enter. */
const BY_THIS_FOLDER = (program: string) => [
  "--preserve-symlinks",
  "--preserve-symlinks-main",
  "--import",
  `${HERE}/scripts/from-here.mjs`,
  "--import",
  `${HERE}/scripts/exit-with-parent-or-before.mjs`,
  "--import",
  `${HERE}/node_modules/tsx/dist/loader.mjs`,
  `${HERE}/${program}`,
];

/**
 * Runs one of our TypeScript programs in a separate process, so that the server never keeps other readers waiting. It is ended
 * when it exceeds its limits, and when this process ends.
 * @param program from the project's folder, which the start command has made the working folder
 * @throws if it could not be started
 */
export function runApart(
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  { longest, mostOutput, memory }: Limits,
): Promise<Ended> {
  const givesUpRoot = lesserReader() !== null && existsSync(HERE);
  const how = givesUpRoot ? BY_THIS_FOLDER : USUAL;
  const child = spawn(process.execPath, [`--max-old-space-size=${memory}`, ...how(program), ...args], {
    env: givesUpRoot ? { ...env, TSX_TSCONFIG_PATH: `${HERE}/tsconfig.json` } : env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let over: Ended["over"] = null;
  const end = (limit: NonNullable<Ended["over"]>) => {
    over ??= limit;
    child.kill("SIGKILL");
  };
  const timer = setTimeout(() => end("time"), longest);
  const output: Buffer[] = [];
  let length = 0;
  child.stdout?.on("data", (part: Buffer) => {
    length += part.length;
    if (length > mostOutput) end("output");
    else output.push(part);
  });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(0, MOST_SAID);
  });
  return new Promise<Ended>((settle, fail) => {
    child.on("error", fail);
    child.on("close", (code) => settle({ code, output: Buffer.concat(output).toString("utf8"), said, over }));
  }).finally(() => clearTimeout(timer));
}
