import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { diskTroubleIn } from "@/db/server/disk-trouble";
import { SETTING_NAMES } from "@/lib/settings";
import { CUT_FONTS, CUT_FONTS_RECIPE, cutFonts } from "./cut-fonts";
import { NEXT, runNode } from "./node-program";
import type { Stoppable } from "./shutdown";

/** Says which sources the pages in .next were built from. It is written last, so an interrupted build has none. */
const STAMP = ".next/section16-sources";

export const BUILT_FOLDERS = ["app", "components", "paper", "lib", "db", "public"];
const AT_ROOT = /^(?!next-env\.d\.ts$|.*\.(config|test)\.ts$).*\.(js|ts|tsx)$|^(tsconfig|package-lock)\.json$/;
const isNotBuilt = (path: string) => /\.test\.tsx?$/.test(path) || dirname(path) === CUT_FONTS;

export class BuildFailed extends Error {}
/** The disk could not store the pages. */
export class DiskFailed extends BuildFailed {}

function sources(): string[] {
  const inFolders = BUILT_FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return [...readdirSync(".").filter((name) => AT_ROOT.test(name)), ...inFolders]
    .filter((path) => !isNotBuilt(path))
    .sort();
}

/** Everything a build depends on: sources, packages and Node. Settings are read when the site runs. */
function fingerprint(): string {
  const hash = createHash("sha256");
  hash.update(`node ${process.versions.node.split(".")[0]}\n`);
  for (const path of [...sources(), CUT_FONTS_RECIPE]) hash.update(`${path}\n`).update(readFileSync(path)).update("\n");
  return hash.digest("hex");
}

export const isBuildFresh = () =>
  existsSync(".next/BUILD_ID") && existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint();

/** What Next prints when a stage begins, and what we call it. */
const STAGES: readonly [RegExp, string][] = [
  [/Creating an optimized production build/, "compiling"],
  [/Collecting page data/, "looking at each page"],
  [/Finalizing page optimization/, "finishing"],
];

/** Next also reads `.env`, but never changes what the environment has, even if it is empty. */
const NO_SETTINGS = Object.fromEntries(SETTING_NAMES.map((name) => [name, ""]));

/**
 * Builds the pages for `npm start`. The build does not see settings, so that one build serves all of them: a page that would be
 * prerendered from the database or with an address of the site fails here.
 * @param onStart receives the running build, to stop it
 * @param onStage receives what is being done just now
 * @throws BuildFailed with the output of the build
 */
export async function buildSite(onStart: (build: Stoppable) => void, onStage: (stage: string) => void): Promise<void> {
  const built = fingerprint();
  rmSync(STAMP, { force: true });
  onStage("fonts");
  await cutFonts();
  const build = runNode([NEXT, "build"], { ...process.env, ...NO_SETTINGS, NEXT_TELEMETRY_DISABLED: "1" }, "pipe");
  onStart(build);
  let output = "";
  for (const stream of [build.child.stdout, build.child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const [, stage] = STAGES.findLast(([printed]) => printed.test(text)) ?? [];
      if (stage !== undefined) onStage(stage);
    });
  }
  const code = await build.ended;
  const trouble = code === 0 ? null : diskTroubleIn(output, resolve(".next"));
  if (trouble !== null) throw new DiskFailed(trouble);
  if (code !== 0) throw new BuildFailed(`${output.trimEnd()}\nThe build failed (${code}).`);
  mkdirSync(".next", { recursive: true });
  writeFileSync(STAMP, built);
}
