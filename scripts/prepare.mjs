import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { step } from "./steps.mjs";

/** @param {string} path @returns {{ packages: Record<string, { version?: string, optional?: boolean }> }} */
const readLock = (path) => JSON.parse(readFileSync(path, "utf8"));

/** Whether node_modules has what package-lock.json lists. npm writes its own list only when it has finished. */
function isInstalled() {
  const list = "node_modules/.package-lock.json";
  if (!existsSync(list)) return false;
  const wanted = readLock("package-lock.json").packages;
  const there = readLock(list).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === "" || there[path]?.version === version || (optional === true && !there[path]),
  );
}

/**
 * Runs a program quietly; its output is shown when it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<void>}
 */
export function runQuietly(program, args, env = process.env) {
  const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  return new Promise((settle, fail) => {
    child.on("error", fail);
    child.on("close", (code, signal) => {
      if (code === 0) settle();
      else fail(new CommandFailed(program, args, code ?? signal, output));
    });
  });
}

export class CommandFailed extends Error {
  /**
   * @param {string} program
   * @param {string[]} args
   * @param {number | string | null} code
   * @param {string} output
   */
  constructor(program, args, code, output) {
    super(`${output.trimEnd()}\n${[program, ...args].join(" ")} ended with ${code}.`.trimStart());
    this.name = "CommandFailed";
  }
}

/** Installs the packages if they are missing or differ from package-lock.json. */
export async function installWhenNeeded() {
  if (isInstalled()) return;
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  await step("Installing packages", () =>
    npm ? runQuietly(process.execPath, [npm, ...args]) : runQuietly("npm", args),
  );
}
