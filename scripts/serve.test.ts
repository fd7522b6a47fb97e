import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

/** A copy of the program without a build: its own `scripts`, and links to the rest. */
let program = "";

beforeAll(() => {
  program = mkdtempSync(join(tmpdir(), "section16-not-built-"));
  cpSync("scripts", join(program, "scripts"), { recursive: true });
  for (const name of readdirSync(".").filter((name) => name !== "scripts" && !name.startsWith(".")))
    symlinkSync(resolve(name), join(program, name));
});

afterAll(() => rmSync(program, { recursive: true, force: true }));

it("npm run serve refuses to start without a build, and says how to make one", () => {
  const before = readdirSync(program).sort();
  const { status, stderr } = spawnSync(process.execPath, [join(program, "scripts/start.mjs"), "serve"], {
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: "", DATA_DIR: join(program, "data"), SITE_URL: "" },
  });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: "The pages have not been built from these sources. Run `npm ci` and `npm run build`, then start again.\n",
  });
  expect(readdirSync(program).sort(), "nothing was installed, built or started").toEqual(before);
});
