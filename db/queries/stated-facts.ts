import { inArray } from "drizzle-orm";
import { statedFacts } from "@/db/schema";
import { textMd5 } from "@/db/schema/text-md5";
import type { Db } from "@/db/server/client";
import type { StatedFacts } from "@/lib/record/stated-facts";

/** The facts of texts, by text, without texts that state none or whose filing waits to be derived. */
export async function listStatedFacts(db: Db, texts: readonly string[]): Promise<ReadonlyMap<string, StatedFacts>> {
  const byKey = new Map(texts.map((text) => [textMd5(text), text]));
  if (byKey.size === 0) return new Map();
  const found = await db
    .select({ key: statedFacts.textMd5, facts: statedFacts.facts })
    .from(statedFacts)
    .where(inArray(statedFacts.textMd5, [...byKey.keys()]));
  return new Map(found.map(({ key, facts }) => [byKey.get(key) ?? "", facts]));
}
