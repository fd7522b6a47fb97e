import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BUILT_FOLDERS } from "./build-site";

test("a change in any folder that pages import from makes a new build", () => {
  const sources = BUILT_FOLDERS.filter((folder) => !["db", "public"].includes(folder)).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .map((name) => readFileSync(join(folder, name), "utf8")),
  );
  const imported = sources.flatMap((text) => [...text.matchAll(/ from "@\/([\w-]+)\//g)].map(([, folder]) => folder));
  expect(imported.length).toBeGreaterThan(1000);
  expect(BUILT_FOLDERS).toEqual(expect.arrayContaining([...new Set(imported)]));
});
