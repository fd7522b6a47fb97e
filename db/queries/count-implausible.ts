import { and, desc, eq, sql } from "drizzle-orm";
import { filingMeets, rowMeets } from "@/db/queries/filing-conditions";
import { filing, filingRow, implausibleRow } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { implausibleOf } from "@/lib/record/implausible";
import { rowId } from "@/lib/record/reported-row";
import { COUNTED, type Count, upTo } from "@/lib/values/counts";
import type { ImplausibleRow } from "@/lib/views/data";

const isTheRow = and(
  eq(filingRow.accessionNumber, implausibleRow.accessionNumber),
  eq(filingRow.tableNumber, implausibleRow.tableNumber),
  eq(filingRow.line, implausibleRow.line),
);

/** The implausible transactions under a filter: how many, and how many of them because of the price. */
export async function countImplausible(db: Db, filter: FilingFilter): Promise<{ rows: number; prices: number }> {
  const found = db
    .select({ field: implausibleRow.field })
    .from(implausibleRow)
    .innerJoin(filingRow, isTheRow)
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
