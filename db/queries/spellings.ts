import { and, isNotNull } from "drizzle-orm";
import { filingRow } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { isOneOf, prepared } from "@/db/server/prepared";
import { keyOfRow } from "@/lib/record/row-key";

/** By the key of a row: the texts as filed of its columns, where the database would print them differently. */
export async function listSpellings(
  db: Db,
  accessionNumbers: string[],
): Promise<ReadonlyMap<string, Record<string, string>>> {
  if (accessionNumbers.length === 0) return new Map();
  const found = await spellingsOf(db).execute({ accessionNumbers });
  return new Map(found.flatMap(({ spelling, ...row }) => (spelling ? [[keyOfRow(row), spelling] as const] : [])));
}

const spellingsOf = prepared((db) =>
  db
    .select({
      accessionNumber: filingRow.accessionNumber,
      tableNumber: filingRow.tableNumber,
      line: filingRow.line,
      spelling: filingRow.spelling,
    })
    .from(filingRow)
    .where(and(isOneOf(filingRow.accessionNumber, "accessionNumbers"), isNotNull(filingRow.spelling)))
    .prepare("spellings"),
);
