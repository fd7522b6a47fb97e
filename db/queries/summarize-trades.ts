import { and, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { filingMeets, rowMeets } from "@/db/queries/filing-conditions";
import { filing, filingRow } from "@/db/schema";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import type { DaySum } from "@/lib/series/day-sum";

const ORIGINAL_FORMS = ["3", "4", "5"];

/**
 * What was bought and sold under a filter, by filing day. Amendments are left out, as they restate what an original
 * says: nothing is counted twice. The plan part is that of filings whose 10b5-1 box is checked.
 */
export async function summarizeTrades(db: Db, filter: FilingFilter): Promise<DaySum[]> {
  const value = sql`${filingRow.transactionShares} * ${filingRow.pricePerShare}`;
  const agree = sql`(${filingRow.transactionCode}, ${filingRow.acquiredDisposedCode}) in (('P', 'A'), ('S', 'D'))`;
  const found = await db
    .select({
      day: filing.filingDate,
      code: sql<DaySum["code"]>`case when ${agree} then ${filingRow.transactionCode} end`,
      underPlan: sql<boolean>`coalesce(${filing.aff10b5One}, false)`,
      rows: sql<string>`count(*)`,
      value: sql<string>`coalesce(sum(${value}), 0)`,
      valueMissing: sql<string>`count(*) filter (where ${value} is null)`,
    })
    .from(filingRow)
    .innerJoin(filing, sql`${filing.accessionNumber} = ${filingRow.accessionNumber}`)
    .where(
      and(
        rowMeets(filter),
        filingMeets(filter),
        inArray(filingRow.transactionCode, ["P", "S"]),
        sql`${filingRow.tableNumber} = 'I'`,
        inArray(filing.documentType, ORIGINAL_FORMS),
      ),
    )
    .groupBy(sql`1, 2, 3`)
    .orderBy(sql`1, 2, 3`);
  return found.map((sum) => ({ ...sum, rows: Number(sum.rows), valueMissing: Number(sum.valueMissing) }));
}

/** The newest filing date held; null where none is known. */
export async function findNewestFilingDate(db: Db): Promise<string | null> {
  const [found] = await db.select({ day: sql<string | null>`max(${filing.filingDate})` }).from(filing);
  return found?.day ?? null;
}
