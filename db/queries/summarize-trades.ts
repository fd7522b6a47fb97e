import { and, desc, gte, lte, sql } from "drizzle-orm";
import { linesFor } from "@/db/queries/listing";
import { filing } from "@/db/schema";
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
  among: readonly string[] | null = null,
): Promise<DaySum[]> {
  const lines = await linesFor(db, { filter, onlyTransactions: true, onlyInSums: true, among });
  const day = sql.raw(by === "filed" ? "filing_date" : "transaction_date");
  const trades = lines.select(sql`
    accession_number, table_number, line, ${day} as day, case when apart is null then code end as code, apart, is_indirect,
    plan is not distinct from 'under' as under_plan, shares, shares * price as value, event`);
  const place = sql`accession_number || '#' || table_number || '-' || line`;
  // Only trades that several filings report are sorted by trade, because they are few.
  const { rows } = await db.execute<Record<keyof DaySum, never> & { under_plan: boolean; value_missing: string }>(sql`
    with trades as materialized (
      select ${lines.repeatRows ? sql`distinct` : sql``} * from ${trades} as lines where code is not null or apart is not null)
    select day::text, code, apart, table_number as table, under_plan, count(*) as rows, coalesce(sum(shares), 0) as shares,
      coalesce(sum(value), 0) as value, count(*) filter (where value is null) as value_missing,
      count(*) filter (where is_indirect) as indirect
    from (
      select * from trades where event is null
      union all
      (select distinct on (event) * from trades where event is not null
        order by event, (event = ${place}) desc, accession_number)
    ) as reports
    group by reports.day, code, apart, table_number, under_plan
    order by reports.day, code collate "C", apart collate "C", table_number collate "C", under_plan`);
  return rows.map(({ under_plan: underPlan, value_missing: valueMissing, ...sum }) => ({
    ...sum,
    underPlan,
    rows: Number(sum.rows),
    valueMissing: Number(valueMissing),
    indirect: Number(sum.indirect),
  }));
}

/**
 * Who bought and who sold shares under a filter (Table I), as last amended: for each report, the owners of its filing and of all others
 * that report the same trade, by CIK or, without one, by name. Implausible rows are omitted, and equal reports are given once.
 */
export async function listTraders(db: Db, filter: FilingFilter): Promise<{ code: "P" | "S"; owners: string[] }[]> {
  const lines = await linesFor(db, { filter, onlyTransactions: true, onlyInSums: true });
  const { rows } = await db.execute<{ code: "P" | "S"; owners: string[] }>(sql`
    select distinct code, array(
        select coalesce(cik, name) from filing_owner
          where accession_number = trade.accession_number and coalesce(cik, name) is not null
        union
        select cik from event_row join filing_owner using (accession_number) where event_row.event = trade.event and cik is not null
        order by 1) as owners
    from (
      select distinct accession_number, code, event from ${lines.select(sql`accession_number, table_number, code, apart, event`)} as lines
      where table_number = 'I' and code is not null and apart is null) as trade`);
  return rows;
}

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
