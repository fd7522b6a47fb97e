import { createHash } from "node:crypto";
import { inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { statedFacts } from "@/db/schema";
import type { StatedFacts } from "@/lib/footnotes/stated-facts";

/** As PostgreSQL makes a `uuid` of the MD5 of a text. */
export const textMd5 = (text: string): string =>
  createHash("md5")
    .update(text)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

/** What texts state, by text; those that state nothing, or whose filing waits to be derived, are left out. */
export async function listStatedFacts(db: Db, texts: readonly string[]): Promise<ReadonlyMap<string, StatedFacts>> {
  const byKey = new Map(texts.map((text) => [textMd5(text), text]));
  if (byKey.size === 0) return new Map();
  const found = await db
    .select({ key: statedFacts.textMd5, facts: statedFacts.facts })
    .from(statedFacts)
    .where(inArray(statedFacts.textMd5, [...byKey.keys()]));
  return new Map(found.map(({ key, facts }) => [byKey.get(key) ?? "", facts]));
}
