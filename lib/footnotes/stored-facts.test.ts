import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const READERS = /^lib\/footnotes\/(?:read-facts|(?:holders|plan|price|shares|tax|transfer|vesting)\/)/;
/** An issuer's splits are inferred from the balances of all its insiders, and confirmed by the notes of these balances. */
const SPLITS = ["ratio", "day", "to-come"].map((part) => `lib/footnotes/shares/split-${part}.ts`);
/** Paper forms are read and checked before they are stored, so they have no stored facts. */
const OTHER_PROGRAMS = /^(?:paper|db\/(?:derive|ingest|paper|command|edgar|dataset|backup)|lib\/derive\/derive-circle)/;

const isSource = (path: string) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|-for-test\.ts$/.test(path);

const sourcesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path}`)
    .filter(isSource);

/** The files that a file imports values from. Types do not exist at run time. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(ROOT, path), "utf8");
  const named = [...text.matchAll(/^(?:import|export)\s+(?!type\b)[^;"]*?from\s+"([^"]+)"/gm)];
  return named
    .filter(([words]) => !/\{(?:\s*type\s+\w+\s*,?)+\}\s*from/.test(words))
    .flatMap(([, name = ""]) => {
      const base = name.startsWith("@/") ? name.slice(2) : relative(ROOT, join(ROOT, dirname(path), name));
      return [".ts", ".tsx"].map((ending) => base + ending).filter((file) => existsSync(join(ROOT, file)));
    });
}

it("keeps the readers of facts out of reach of every page, component, data format and query", () => {
  const ways = new Map(["app", "components", "db/queries"].flatMap(sourcesIn).map((path) => [path, [path]]));
  for (const [path, way] of ways) {
    if (OTHER_PROGRAMS.test(path)) continue;
    for (const next of importsOf(path)) if (!ways.has(next)) ways.set(next, [...way, next]);
  }
  expect(ways.size).toBeGreaterThan(500);
  const reached = [...ways].filter(([path]) => READERS.test(path) && !SPLITS.includes(path));
  expect(reached.map(([, way]) => way.join(" → "))).toEqual([]);
});
