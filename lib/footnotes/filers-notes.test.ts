import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { publishedFacts } from "./published-facts";
import { readFacts } from "./read-facts";

/** Notes in the words of filers, line by line, each with what it states but for its holders. Lines with # say what they have in common. */
const NOTES = readFileSync(join(import.meta.dirname, "filers-notes.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("# "))
  .map((line): [note: string, facts: string] => {
    const [note = "", facts = ""] = line.split(" → ");
    return [note, facts];
  });

const inShort = (value: unknown): string => {
  if (value === true) return "";
  if (value === null || typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map(inShort).join("+");
  const { what, shares, first, last, method, purpose, rule, ratio, date, low, per, into, to, kind } = value as Record<
    string,
    unknown
  >;
  if (what) return `${what}:${shares}`;
  if (first !== undefined) return `${first}..${last}`;
  if (method) return `${method}/${(purpose as string[]).join("&")}`;
  if (ratio) return `${ratio}@${date}`;
  if (per) return `${per}>${into}`;
  return String(low ?? rule ?? kind ?? to);
};

/** "plan_10b5_1=made_under; vesting=2020-05-01..2021-05-01" */
const stated = (text: string): string =>
  Object.entries(publishedFacts(text, readFacts(text)).facts)
    .filter(([key]) => key !== "holder")
    .map(([key, value]) => `${key}=${inShort(value)}`)
    .sort()
    .join("; ");

test.each(NOTES)("%s", (text, facts) => {
  expect(stated(text) || "nothing").toBe(facts);
});
