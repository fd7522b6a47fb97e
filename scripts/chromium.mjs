import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runQuietly } from "./prepare.mjs";
import { step } from "./steps.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** @param {string} path */
const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** @param {string} name */
const onPath = (name) =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram);

/** A Chromium on the machine: CHROMIUM_PATH or what is on the PATH; undefined leaves Playwright to its own. */
export function machineChromium() {
  return process.env.CHROMIUM_PATH || NAMES.map(onPath).find(Boolean);
}

/** Ubuntu's package of the same name only points to a snap. */
function isDebian() {
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  return /^ID=debian$/m.test(release) && onPath("apt-get") !== undefined;
}

/** How to become root without a password: already root, by sudo, or null. */
function asRoot() {
  if (process.getuid?.() === 0) return [];
  return spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0 ? ["sudo", "-n"] : null;
}

/** Installs a Chromium if there is none: Debian's own package if possible, or else Playwright's download. */
export async function installChromiumWhenNeeded() {
  if (machineChromium()) return;
  const { chromium } = await import("playwright");
  if (existsSync(chromium.executablePath())) return;
  const root = isDebian() ? asRoot() : null;
  await step("Installing Chromium", async () => {
    if (!root) return runQuietly(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"]);
    const aptGet = async (/** @type {string[]} */ ...args) => {
      const [program = "", ...rest] = [...root, "apt-get", "-qq", ...args];
      await runQuietly(program, rest, { ...process.env, DEBIAN_FRONTEND: "noninteractive" });
    };
    await aptGet("update");
    await aptGet("install", "--yes", "--no-install-recommends", "chromium", "fonts-liberation");
  });
}
