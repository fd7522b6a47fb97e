import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readAlertsFile } from "@/lib/alerts/alerts-file";
import { SETTING_NAMES } from "@/lib/settings";

const DOCUMENTS = [
  "README.md",
  "ARCHITECTURE.md",
  "GLOSSARY.md",
  "CONTRIBUTING.md",
  "deploy/README.md",
  "docs/one-filing.md",
];

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

/** Names of a kind of file that exists in many folders, and of a file that the reader creates. */
const KINDS = ["page.tsx", "view.ts", "deploy/.env", "alerts.json"];

/**
 * The files and folders that a document names: the targets of its links, relative to its own folder, and anything in code
 * style that looks like a path from the top folder.
 */
function namedFiles(document: string): string[] {
  const text = read(document);
  const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].flatMap(([, path]) => join(dirname(document), path ?? ""));
  const code = [...text.matchAll(/`([^`\s]+)`/g)].flatMap(([, path]) => path ?? []);
  const isPath = (path: string) => /^[a-z][\w-]*\/[\w./-]*$/.test(path) || /^[\w.-]+\.(tsx?|m?js|json|md)$/.test(path);
  return [...new Set([...links, ...code.filter((path) => isPath(path) && !KINDS.includes(path))])];
}

it.each(DOCUMENTS)("%s names files that exist", (name) => {
  const missing = namedFiles(name).filter((path) => !existsSync(new URL(path, import.meta.url)));
  expect(missing).toEqual([]);
});

describe.each(DOCUMENTS)("%s", (name) => {
  const text = read(name);

  it("names npm scripts that exist", () => {
    const { scripts } = JSON.parse(read("package.json"));
    for (const [, script] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
      expect(Object.keys(scripts)).toContain(script);
  });
});

describe("CHANGELOG.md", () => {
  it("lists this version first, after the unreleased changes", () => {
    const { version } = JSON.parse(read("package.json"));
    const headings = [...read("CHANGELOG.md").matchAll(/^## \[(.+?)\]/gm)].map(([, name]) => name);
    expect(headings.filter((name) => name !== "Unreleased")[0]).toBe(version);
    expect(JSON.parse(read("package-lock.json")).version).toBe(version);
  });
});

it("README.md has an example of alerts.json that is right", () => {
  const [, example = ""] = read("README.md").match(/^( {4}\{\n {6}"alerts".*?\n {4}\}\n)/ms) ?? [];
  const secret = `whsec_${Buffer.alloc(32).toString("base64")}`;
  const alerts = readAlertsFile(example.replace("whsec_…", secret), { today: "2026-11-20" });
  expect(alerts).toMatchObject({ alerts: [{ rate: "immediate" }, { rate: "daily" }] });
});

describe("settings", () => {
  it.each(SETTING_NAMES)("%s is in .env.example and in README.md", (name) => {
    expect(read(".env.example")).toMatch(new RegExp(`^#?${name}=`, "m"));
    expect(read("README.md")).toContain(`\`${name}\``);
  });

  it("are the only ones in .env.example", () => {
    const named = [...read(".env.example").matchAll(/^#?([A-Z][A-Z_]*)=/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual([...SETTING_NAMES].sort());
  });
});
