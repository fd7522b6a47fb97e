import { and, eq, sql } from "drizzle-orm";
import { filingMeets, rowMeets } from "@/db/queries/filing-conditions";
import { filing, filingRow, implausibleRow } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { COUNTED } from "@/lib/values/counts";

/** The implausible transactions under a filter, which totals leave out: how many, and how many of them because of the price. */
export async function countImplausible(db: Db, filter: FilingFilter): Promise<{ rows: number; prices: number }> {
  const found = db
    .select({ field: implausibleRow.field })
    .from(implausibleRow)
    .innerJoin(
      filingRow,
      and(
        eq(filingRow.accessionNumber, implausibleRow.accessionNumber),
        eq(filingRow.tableNumber, implausibleRow.tableNumber),
        eq(filingRow.line, implausibleRow.line),
      ),
    )
    .innerJoin(filing, eq(filing.accessionNumber, implausibleRow.accessionNumber))
    .where(and(rowMeets(filter), filingMeets(filter)))
    .limit(COUNTED)
    .as("found");
  const [counted] = await db
    .select({
      rows: sql<string>`count(*)`,
      prices: sql<string>`count(*) filter (where ${found.field} = 'pricePerShare')`,
    })
    .from(found);
  return { rows: Number(counted?.rows ?? 0), prices: Number(counted?.prices ?? 0) };
}
