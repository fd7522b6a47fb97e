import { and, desc, eq, gte, inArray, lte, not, or, sql } from "drizzle-orm";
import { filingMeets, rowIsImplausible, rowIsUnsure, rowMeets } from "@/db/queries/filing-conditions";
import { eventRow, filing, filingRow, tradeReading } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { orderDay } from "@/lib/record/order-day";
import type { DaySum } from "@/lib/series/day-sum";

/**
 * What was bought and sold under a filter, by filing date or trade date: each trade once, however many filings report it, and as
 * last amended. Implausible rows are omitted.
 */
export async function summarizeTrades(
  db: Db,
  filter: FilingFilter,
  by: "filed" | "traded" = "filed",
): Promise<DaySum[]> {
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
      day: by === "filed" ? filing.filingDate : filingRow.transactionDate,
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
      table: filingRow.tableNumber,
      isIndirect: sql<boolean>`coalesce(${filingRow.directOrIndirect} = 'I', false)`.as("is_indirect"),
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
        not(rowIsImplausible),
      ),
    )
    .as("trades");
  const found = await db
    .select({
      day: trades.day,
      code: trades.code,
      apart: trades.apart,
      table: trades.table,
      underPlan: trades.underPlan,
      rows: sql<string>`count(*)`,
      shares: sql<string>`coalesce(sum(${trades.shares}), 0)`,
      value: sql<string>`coalesce(sum(${trades.value}), 0)`,
      valueMissing: sql<string>`count(*) filter (where ${trades.value} is null)`,
      indirect: sql<string>`count(*) filter (where ${trades.isIndirect})`,
    })
    .from(trades)
    .where(eq(trades.report, 1))
    .groupBy(sql`1, 2, 3, 4, 5`)
    .orderBy(sql`1, 2, 3, 4, 5`);
  return found.map((sum) => ({
    ...sum,
    rows: Number(sum.rows),
    valueMissing: Number(sum.valueMissing),
    indirect: Number(sum.indirect),
  }));
}

/** A row from paper that may be a purchase or a sale, because its code could not be read. */
const isCodeUnread = sql`(${filingRow.kind} = 'transaction' and 'transactionCode' = any(${filingRow.unread}))`;

/** The day that the newest filing is sorted by, leaving out dates in the future; null if no filing has a date. */
export async function findNewestDay(db: Db): Promise<string | null> {
  const [newest] = await db
    .select({ orderedAt: filing.orderedAt })
    .from(filing)
    .where(lte(filing.orderedAt, sql`now()`))
    .orderBy(desc(filing.orderedAt))
    .limit(1);
  return newest ? orderDay(newest.orderedAt.toISOString()) : null;
}

/** How many filings are sorted by a day from this one on, and how many of them have a filing date. */
export async function countDated(db: Db, from: string): Promise<{ filings: number; dated: number }> {
  const [found] = await db
    .select({ filings: sql<string>`count(*)`, dated: sql<string>`count(${filing.filingDate})` })
    .from(filing)
    .where(and(gte(filing.orderedAt, sql`${from}::date`), lte(filing.orderedAt, sql`now()`)));
  return { filings: Number(found?.filings ?? 0), dated: Number(found?.dated ?? 0) };
}
