import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { linesFor } from "@/db/queries/listing";
import { filing, filingRow, implausibleRow } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { implausibleOf } from "@/lib/record/implausible";
import { rowId } from "@/lib/record/reported-row";
import { COUNTED, type Count, upTo } from "@/lib/values/counts";
import type { ImplausibleRow } from "@/lib/views/data";
import type { LeftOut } from "@/lib/views/lists";

const isTheRow = and(
  eq(filingRow.accessionNumber, implausibleRow.accessionNumber),
  eq(filingRow.tableNumber, implausibleRow.tableNumber),
  eq(filingRow.line, implausibleRow.line),
);

type Counted = Pick<LeftOut, "implausible" | "prices">;

/** The implausible transactions under a filter: how many, and how many of those that were counted because of the price. */
export const countImplausible = (db: Db, filter: FilingFilter): Promise<Counted> =>
  countMarked(db, filter, sql`accession_number, table_number, line`);

/** The same for trades: one that several filings report is counted once. */
export const countImplausibleTrades = (db: Db, filter: FilingFilter): Promise<Counted> =>
  countMarked(db, filter, sql`coalesce(event, accession_number || '#' || table_number || '-' || line)`);

async function countMarked(db: Db, filter: FilingFilter, each: SQL): Promise<Counted> {
  // No row is both plausible and implausible.
  if (filter.implausible.length > 0 && !filter.implausible.includes("yes")) return { implausible: upTo(0), prices: 0 };
  const lines = await linesFor(db, { filter: { ...filter, implausible: ["yes"] }, onlyTransactions: true });
  const { rows } = await db.execute<{ rows: string; prices: string }>(sql`
    select count(*) as rows, count(*) filter (where field = 'pricePerShare') as prices
    from (select distinct on (${each}) accession_number, table_number, line
      from ${lines.select(sql`accession_number, table_number, line, event`)} as lines
      order by ${each}, accession_number, table_number, line limit ${COUNTED + 1}) as found
    join ${implausibleRow} using (accession_number, table_number, line)`);
  return { implausible: upTo(Number(rows[0]?.rows ?? 0)), prices: Number(rows[0]?.prices ?? 0) };
}

/** All implausible rows, superseded ones too, newest first. */
export async function listImplausible(db: Db, limit: number): Promise<{ rows: ImplausibleRow[]; inAll: Count }> {
  const [found, counted] = await Promise.all([
    db
      .select({
        implausible: implausibleRow,
        issuerName: filing.issuerName,
        filingDate: filing.filingDate,
        pricePerShare: filingRow.pricePerShare,
        transactionShares: filingRow.transactionShares,
      })
      .from(implausibleRow)
      .innerJoin(filingRow, isTheRow)
      .innerJoin(filing, eq(filing.accessionNumber, implausibleRow.accessionNumber))
      .orderBy(desc(filing.orderedAt), implausibleRow.accessionNumber, implausibleRow.tableNumber, implausibleRow.line)
      .limit(limit),
    db.$count(
      db
        .select({ line: implausibleRow.line })
        .from(implausibleRow)
        .limit(COUNTED + 1),
    ),
  ]);
  return {
    rows: found.map(({ implausible, ...row }) => ({
      accessionNumber: implausible.accessionNumber,
      row: rowId(implausible),
      ...row,
      implausible: implausibleOf(implausible),
    })),
    inAll: upTo(counted),
  };
}
