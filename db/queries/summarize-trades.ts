import { and, eq, inArray, or, sql } from "drizzle-orm";
import { filingMeets, rowIsUnsure, rowMeets } from "@/db/queries/filing-conditions";
import { eventRow, filing, filingRow, tradeReading } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import type { DaySum } from "@/lib/series/day-sum";

/**
 * What was bought and sold under a filter, by filing day: each trade once, however many filings report it, and as last amended.
 */
export async function summarizeTrades(db: Db, filter: FilingFilter): Promise<DaySum[]> {
  const value = sql`${filingRow.transactionShares} * ${filingRow.pricePerShare}`;
  const agree = sql`(${filingRow.transactionCode}, ${filingRow.acquiredDisposedCode}) in (('P', 'A'), ('S', 'D'))`;
  const isRow = (table: typeof eventRow | typeof tradeReading) =>
    and(
      eq(table.accessionNumber, filingRow.accessionNumber),
      eq(table.tableNumber, filingRow.tableNumber),
      eq(table.line, filingRow.line),
    );
  const trades = db
    .select({
      day: filing.filingDate,
      code: sql<
        DaySum["code"]
      >`case when ${agree} and ${tradeReading.currency} is null and not ${rowIsUnsure} then ${filingRow.transactionCode} end`.as(
        "code",
      ),
      apart: sql<
        DaySum["apart"]
      >`case when ${rowIsUnsure} then 'unsure' when ${tradeReading.currency} is not null then 'currency' when ${agree} then null else 'letter' end`.as(
        "apart",
      ),
      underPlan: sql<boolean>`${tradeReading.planState} is not null`.as("under_plan"),
      shares: filingRow.transactionShares,
      value: value.as("value"),
      report: sql<number>`case when ${eventRow.event} is null then 1 else row_number() over (
        partition by ${eventRow.event} order by ${eventRow.isCounted} desc, ${filingRow.accessionNumber}) end`.as(
        "report",
      ),
    })
    .from(filingRow)
    .innerJoin(filing, eq(filing.accessionNumber, filingRow.accessionNumber))
    .leftJoin(eventRow, isRow(eventRow))
    .leftJoin(tradeReading, isRow(tradeReading))
    .where(
      and(
        rowMeets(filter),
        filingMeets(filter),
        or(inArray(filingRow.transactionCode, ["P", "S"]), isCodeUnread),
        eq(filingRow.tableNumber, "I"),
      ),
    )
    .as("trades");
  const found = await db
    .select({
      day: trades.day,
      code: trades.code,
      apart: trades.apart,
      underPlan: trades.underPlan,
      rows: sql<string>`count(*)`,
      shares: sql<string>`coalesce(sum(${trades.shares}), 0)`,
      value: sql<string>`coalesce(sum(${trades.value}), 0)`,
      valueMissing: sql<string>`count(*) filter (where ${trades.value} is null)`,
    })
    .from(trades)
    .where(eq(trades.report, 1))
    .groupBy(sql`1, 2, 3, 4`)
    .orderBy(sql`1, 2, 3, 4`);
  return found.map((sum) => ({ ...sum, rows: Number(sum.rows), valueMissing: Number(sum.valueMissing) }));
}

/** A row from paper that may be a purchase or a sale, because its code could not be read. */
const isCodeUnread = sql`(${filingRow.kind} = 'transaction' and 'transactionCode' = any(${filingRow.unread}))`;

/** The newest filing date in the database; null if none is known. */
export async function findNewestFilingDate(db: Db): Promise<string | null> {
  const [found] = await db.select({ day: sql<string | null>`max(${filing.filingDate})` }).from(filing);
  return found?.day ?? null;
}
