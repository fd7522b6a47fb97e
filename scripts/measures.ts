import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * `npm run measures`: how the code is arranged, in figures. Tests and what only tests use do not count as source. `npm run check`
 * forbids rings folder by folder; this finds them by the imports themselves. `--list` names what is counted.
 */
const FRAMEWORK_NAMES = new Set([
  "GET",
  "POST",
  "metadata",
  "generateMetadata",
  "dynamic",
  "config",
  "viewport",
  "Props",
]);
const LONG_LINE = 150;
const SMALL_FILE = 20;
const ENDINGS = ["", ".ts", ".tsx", ".mjs"];

const isSource = (path: string) =>
  /\.(ts|tsx|mjs)$/.test(path) && !/\.test\.tsx?$|^e2e\/|^testing\/|-for-test\.ts$/.test(path);

const text = new Map(
  execFileSync("git", ["ls-files"], { encoding: "utf8" })
    .split("\n")
    .filter(isSource)
    .map((path) => [path, readFileSync(path, "utf8")]),
);

function importedFile(from: string, specifier: string): string | null {
  const base = specifier.startsWith("@/") ? specifier.slice(2) : join(dirname(from), specifier);
  if (!specifier.startsWith("@/") && !specifier.startsWith(".")) return null;
  return ENDINGS.map((ending) => base + ending).find((path) => text.has(path)) ?? null;
}

const imports = new Map(
  [...text].map(([path, code]) => {
    const specifiers = [...code.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map(([, name]) => name ?? "");
    return [path, new Set(specifiers.map((name) => importedFile(path, name)).filter((found) => found !== null))];
  }),
);

/** The folders directly in `top` that import each other, in whatever roundabout way, ring by ring. */
function rings(top: string): string[][] {
  const folderOf = (path: string) => (path.startsWith(`${top}/`) ? (path.split("/").slice(1, -1)[0] ?? "") : null);
  const edges = new Map<string, Set<string>>();
  for (const [path, targets] of imports) {
    const from = folderOf(path);
    if (from === null) continue;
    const to = edges.get(from) ?? new Set();
    for (const folder of [...targets].map(folderOf)) if (folder !== null && folder !== from) to.add(folder);
    edges.set(from, to);
  }
  const reachedFrom = (start: string) => {
    const reached = new Set<string>();
    const visit = (folder: string) => {
      for (const next of edges.get(folder) ?? []) if (!reached.has(next)) visit(reached.add(next) && next);
    };
    visit(start);
    return reached;
  };
  const reach = new Map([...edges.keys()].map((folder) => [folder, reachedFrom(folder)]));
  const ringOf = (folder: string) =>
    [...edges.keys()].filter((other) => reach.get(folder)?.has(other) && reach.get(other)?.has(folder)).sort();
  const found = [...edges.keys()].map(ringOf).filter((ring) => ring.length > 0);
  return [...new Map(found.map((ring) => [ring.join(), ring])).values()];
}

function namesExportedTwice(): string[] {
  const files = new Map<string, number>();
  for (const code of text.values())
    for (const [, name = ""] of code.matchAll(/^export (?:async )?(?:const|function|class|type|interface) (\w+)/gm))
      files.set(name, (files.get(name) ?? 0) + 1);
  return [...files].filter(([name, count]) => count > 1 && !FRAMEWORK_NAMES.has(name)).map(([name]) => name);
}

const linesOf = (path: string) => (text.get(path) ?? "").split("\n").length - 1;
const sum = (paths: string[]) => paths.reduce((total, path) => total + linesOf(path), 0);

function smallFilesWithOneImporter(): string[] {
  const importers = new Map<string, number>();
  for (const targets of imports.values())
    for (const target of targets) importers.set(target, (importers.get(target) ?? 0) + 1);
  return [...text.keys()].filter((path) => linesOf(path) <= SMALL_FILE && importers.get(path) === 1);
}

const longPatterns = [...text].flatMap(([path, code]) =>
  code
    .split("\n")
    .filter((line) => line.length > LONG_LINE && /\/[^/\n]{100,}\/[dgimsuy]*|RegExp\(/.test(line))
    .map(() => path),
);

/** What reads facts from the text of a note, apart from what scores the readers. */
const factReaders = [...imports]
  .filter(([, targets]) => targets.has("lib/footnotes/read-facts.ts"))
  .map(([path]) => path)
  .filter((path) => !path.startsWith("bench/") && !path.startsWith("scripts/"));

const pages = [...text.keys()].filter((path) => /^app\/(?:.*\/)?page\.tsx$/.test(path)).map(linesOf);
const median = pages.sort((a, b) => a - b)[Math.floor(pages.length / 2)];

const all = [...text.keys()];
const paper = all.filter((path) => path.startsWith("paper/"));
const twice = namesExportedTwice();
const small = smallFilesWithOneImporter();
const figures: [string, string | number, string][] = [
  [
    "rings of folders in lib",
    rings("lib").length,
    rings("lib")
      .map((ring) => ring.join(" "))
      .join("; "),
  ],
  [
    "rings of folders in db",
    rings("db").length,
    rings("db")
      .map((ring) => ring.join(" "))
      .join("; "),
  ],
  [
    "rings of folders in components",
    rings("components").length,
    rings("components")
      .map((ring) => ring.join(" "))
      .join("; "),
  ],
  ["source lines", sum(all).toLocaleString("en"), ""],
  ["of them paper", `${((100 * sum(paper)) / sum(all)).toFixed(1)} %`, `${sum(paper).toLocaleString("en")} lines`],
  [`pattern lines over ${LONG_LINE} characters`, longPatterns.length, [...new Set(longPatterns)].join(" ")],
  ["names exported from more than one file", twice.length, twice.join(" ")],
  [`files of at most ${SMALL_FILE} lines with one importer`, small.length, small.join(" ")],
  ["places where facts are read from text", factReaders.length, factReaders.join(" ")],
  ["page.tsx, median lines", median ?? 0, ""],
];
const isListed = process.argv.includes("--list");
for (const [name, value, list] of figures) console.log(`${name}: ${value}${isListed && list ? `\n    ${list}` : ""}`);
