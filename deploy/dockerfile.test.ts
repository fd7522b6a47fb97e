import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { SETTING_NAMES } from "@/lib/settings";
import { contextFiles, readDockerfile, type Step } from "@/testing/dockerfile";

const stages = readDockerfile("deploy/Dockerfile");
const files = contextFiles();
const { dependencies, devDependencies, scripts } = JSON.parse(readFileSync("package.json", "utf8"));

const stepsOf = <Keyword extends Step["keyword"]>(keyword: Keyword, from = stages) =>
  from
    .flatMap(({ steps }) => steps)
    .filter((step): step is Extract<Step, { keyword: Keyword }> => step.keyword === keyword);

const last = stages.slice(-1);

it("builds on one Node that package.json allows, pinned to a major version", () => {
  const names = stages.map(({ name }) => name);
  const images = stages.map(({ base }) => base).filter((base) => !names.includes(base));
  expect(images).toEqual([expect.stringMatching(/^node:\d+-[a-z]+-slim$/)]);
  expect(Number(images[0]?.match(/\d+/)?.[0])).toBeGreaterThanOrEqual(20);
});

it("copies only what exists", () => {
  for (const { from, sources } of stepsOf("COPY")) {
    if (from !== null) expect(stages.map(({ name }) => name)).toContain(from);
    else for (const source of sources) expect(existsSync(source), source).toBe(true);
  }
});

it("runs as a user other than root, by number", () => {
  expect(stepsOf("USER", last).at(-1)?.value).toMatch(/^[1-9]\d*:[1-9]\d*$/);
});

it("declares its health check and the port on which it listens", () => {
  expect(stepsOf("HEALTHCHECK", last)[0]?.program.join(" ")).toContain("/healthz");
  expect(stepsOf("EXPOSE", last)[0]?.value).toBe(stepsOf("ENV", last)[0]?.values.PORT);
});

it("starts with npm run serve, which neither installs nor builds", () => {
  expect(stepsOf("CMD", last)[0]?.program.join(" ")).toBe(scripts.serve);
});

it("sets only what every container needs", () => {
  const set = stepsOf("ENV").flatMap(({ values }) => Object.keys(values));
  expect(set.filter((name) => (SETTING_NAMES as string[]).includes(name)).sort()).toEqual(["DATA_DIR", "HOST", "PORT"]);
});

it("does not see settings, tests, data or history", () => {
  expect(
    files.filter((path) => /(^|\/)(\.env|\.git|\.data|node_modules)|\.test\.tsx?$|^(e2e|deploy|testing)\//.test(path)),
  ).toEqual([]);
});

it("does not see source that imports a development package, because these are not installed", () => {
  const development = Object.keys(devDependencies).filter((name) => !(name in dependencies));
  const importing = files
    .filter((path) => /\.(tsx?|m?js)$/.test(path))
    .filter((path) =>
      development.some((name) => new RegExp(`(from|import\\() ?["']${name}["'/]`).test(readFileSync(path, "utf8"))),
    );
  expect(importing).toEqual([]);
});
