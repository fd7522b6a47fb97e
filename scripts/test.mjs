// Runs all checks, whatever the state of the clone. It stops at the first step that fails. `npm test -- --unit` skips build and
// journeys; `npm test -- --e2e` runs only those.
import "./check-node.mjs";
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { installChromiumWhenNeeded } from "./chromium.mjs";
import { CommandFailed, installWhenNeeded } from "./prepare.mjs";
import { makeTestFolder } from "./test-folder.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
process.env.NEXT_TELEMETRY_DISABLED = "1";

const UNIT_REPORT = ".ci-unit.json";
const E2E_REPORT = ".ci-e2e.json";

const only = process.argv.find((argument) => argument === "--unit" || argument === "--e2e");
// With CI set, Biome uses colours even in a file.
const colours = process.stdout.isTTY ? [] : ["--colors=off"];
const began = Date.now();

/** @param {string} path @param {string[]} args @param {NodeJS.ProcessEnv} [env] @returns {Promise<void>} */
function run(path, args, env = process.env) {
  const child = spawn(process.execPath, [`node_modules/${path}`, ...args], { env, stdio: "inherit" });
  return new Promise((settle, fail) => {
    child.on("error", fail);
    child.on("close", (code, signal) => {
      if (code === 0) settle();
      else fail(new CommandFailed(path, args, code ?? signal, ""));
    });
  });
}

/** @type {{ name: string, part?: "--unit" | "--e2e", work: () => Promise<void> }[]} */
const steps = [
  { name: "packages", work: installWhenNeeded },
  {
    name: "format and lint",
    part: "--unit",
    work: () => run("@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", ...colours]),
  },
  {
    name: "types",
    part: "--unit",
    work: async () => {
      await run("next/dist/bin/next", ["typegen"]);
      await run("typescript/bin/tsc", ["--noEmit"]);
    },
  },
  { name: "unused code", part: "--unit", work: () => run("knip/bin/knip.js", ["--no-progress"]) },
  {
    name: "unit and database tests",
    part: "--unit",
    work: () =>
      run("vitest/vitest.mjs", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${UNIT_REPORT}`]),
  },
  { name: "build", part: "--e2e", work: () => run("tsx/dist/cli.mjs", ["scripts/build.ts"]) },
  { name: "Chromium", part: "--e2e", work: installChromiumWhenNeeded },
  {
    name: "journeys",
    part: "--e2e",
    work: async () => {
      const env = { ...process.env, E2E_DATA_DIR: makeTestFolder(), PLAYWRIGHT_JSON_OUTPUT_NAME: E2E_REPORT };
      await run("@playwright/test/cli.js", ["test", "--reporter=list,json"], env);
    },
  },
];

function countResults() {
  const sum = { passed: 0, failed: 0, skipped: 0, flaky: 0 };
  if (existsSync(UNIT_REPORT)) {
    const unit = JSON.parse(readFileSync(UNIT_REPORT, "utf8"));
    sum.passed += unit.numPassedTests;
    sum.failed += unit.numFailedTests;
    sum.skipped += unit.numPendingTests + unit.numTodoTests;
  }
  if (existsSync(E2E_REPORT)) {
    const { stats } = JSON.parse(readFileSync(E2E_REPORT, "utf8"));
    sum.passed += stats.expected + stats.flaky;
    sum.failed += stats.unexpected;
    sum.flaky = stats.flaky;
    sum.skipped += stats.skipped;
  }
  return sum;
}

const folder = makeTestFolder();
process.env.TMPDIR = folder;
for (const report of [UNIT_REPORT, E2E_REPORT]) rmSync(report, { force: true });
let failedStep = "";
for (const { name, part, work } of steps) {
  if (only && part && part !== only) continue;
  const since = Date.now();
  console.log(`\n== ${name}`);
  try {
    await work();
    console.log(`== ${name}: ${((Date.now() - since) / 1000).toFixed(1)} s`);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    console.error(error.message);
    failedStep = name;
    break;
  }
}
rmSync(folder, { recursive: true, force: true });

const { passed, failed, skipped, flaky } = countResults();
console.log(
  `\n${failedStep ? `FAILED at: ${failedStep}` : "All steps passed"}, ${Math.round((Date.now() - began) / 1000)} s`,
);
if (only !== "--e2e" && !process.env.CORPUS_DIR)
  console.log("Tests over real filings were skipped: CORPUS_DIR does not name a folder of them.");
if (flaky) console.log(`Journeys that passed only when repeated (named as flaky above): ${flaky}.`);
// A failed step without tests is a failure all the same.
const failures = failedStep ? Math.max(failed, 1) : failed;
console.log(`${passed} passed, ${failures} failed${skipped ? `, ${skipped} skipped` : ""}`);
process.exitCode = failures > 0 ? 1 : 0;
