import { inArray, or, sql } from "drizzle-orm";
import { amendmentLink, supersededRow } from "@/db/schema";
import type { Db } from "@/db/server/client";

/**
 * Rows in amendments of these originals that restate an earlier report, by key: those that superseded others, and those that were
 * superseded in turn, which we also show as restating others.
 */
export async function listRestated(db: Db, originals: readonly string[]): Promise<ReadonlySet<string>> {
  if (originals.length === 0) return new Set();
  const isAmendment = sql<boolean>`${supersededRow.accessionNumber} in (select ${amendmentLink.accessionNumber} from ${amendmentLink} where ${inArray(amendmentLink.amends, [...originals])})`;
  const found = await db
    .select({
      by: supersededRow.supersededBy,
      row: sql<string>`${supersededRow.accessionNumber} || '#' || ${supersededRow.tableNumber} || '-' || ${supersededRow.line}`,
      isAmendment,
    })
    .from(supersededRow)
    .where(or(inArray(supersededRow.accessionNumber, [...originals]), isAmendment));
  return new Set(found.flatMap((each) => (each.isAmendment ? [each.by, each.row] : [each.by])));
}
