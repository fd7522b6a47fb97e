import { type SQL, sql } from "drizzle-orm";
import { rowIsImplausible, rowIsUnsure, rowStands } from "@/db/queries/filing-conditions";
import { eventRow, filing, filingOwner, filingRow, tradeReading } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { CountedRow, PurchaseOwner } from "@/lib/clusters/clusters";
import { rowId } from "@/lib/record/reported-row";
import { keyInFiling } from "@/lib/record/row-key";

/** A purchase that counts, with the issuer of the shares. */
export type Purchase = CountedRow & { issuerCik: string };

export type Purchases = {
  rows: Purchase[];
  /** The trade date from which they were read, if there are more; null if all were read. */
  readFrom: string | null;
};

type Found = {
  issuer_cik: string;
  accession_number: string;
  table_number: "I" | "II";
  line: number;
  date: string | null;
  shares: string | null;
  price: string | null;
  letter: string | null;
  currency: string | null;
  under_plan: boolean;
  event: string | null;
  owners: PurchaseOwner[] | null;
  event_filings: string[] | null;
  event_owners: string[] | null;
};

/**
 * Purchases (code P, acquired, Table I) of some issuers' shares as last amended, each once however many filings report it, the
 * newest trades first. Implausible ones are omitted.
 * @param filedSince omits filings before this day, so that only so many need to be read
 */
export async function listPurchases(
  db: Db,
  issuerCiks: readonly string[],
  { limit, filedSince = null }: { limit: number; filedSince?: string | null },
): Promise<Purchases> {
  if (issuerCiks.length === 0) return { rows: [], readFrom: null };
  const since = filedSince === null ? sql`` : sql`and ${filing.orderedAt} >= ${filedSince}::date`;
  const { rows: found } = await db.execute<Found>(sql`
    select ${filing.issuerCik}, ${filingRow.accessionNumber}, ${filingRow.tableNumber}, ${filingRow.line},
      ${filingRow.transactionDate}::text as date, ${filingRow.transactionShares} as shares,
      ${filingRow.pricePerShare} as price, ${filingRow.acquiredDisposedCode} as letter, ${tradeReading.currency},
      ${tradeReading.planState} is not null as under_plan, ${eventRow.event},
      (select json_agg(json_build_object('cik', ${filingOwner.cik}, 'name', ${filingOwner.name}) order by ${filingOwner.position})
        from ${filingOwner} where ${filingOwner.accessionNumber} = ${filingRow.accessionNumber}) as owners,
      ${ofEvent(sql`member.accession_number`, sql`true`)} as event_filings,
      ${ofEvent(sql`reporter.cik`, sql`reporter.cik is not null`)} as event_owners
    from ${filing} join ${filingRow} on ${filingRow.accessionNumber} = ${filing.accessionNumber}
      left join ${eventRow} on ${isOfRow(eventRow)} left join ${tradeReading} on ${isOfRow(tradeReading)}
    where ${filing.issuerCik} in ${issuerCiks} ${since} and ${isPurchase} and ${filingRow.acquiredDisposedCode} = 'A'
      and not ${rowIsUnsure} and not ${rowIsImplausible}
      and (${eventRow.event} is null or ${eventRow.isCounted}) and ${rowStands}
    order by ${filingRow.transactionDate} desc nulls last, ${filingRow.accessionNumber} desc, ${filingRow.line} desc
    limit ${limit + 1}`);
  const isCut = found.length > limit;
  const rows = found.slice(0, limit).map(purchaseOf);
  return { rows, readFrom: isCut ? (rows.at(-1)?.date ?? null) : null };
}

/** Whether a row is a transaction of Table I with code P. */
export const isPurchase = sql`(${filingRow.kind}, ${filingRow.tableNumber}, ${filingRow.transactionCode}) = ('transaction', 'I', 'P')`;

const isOfRow = (table: typeof eventRow | typeof tradeReading): SQL =>
  sql`(${table.accessionNumber}, ${table.tableNumber}, ${table.line}) = (${filingRow.accessionNumber}, ${filingRow.tableNumber}, ${filingRow.line})`;

/** Of all filings that report the row's trade. */
const ofEvent = (column: SQL, condition: SQL): SQL =>
  sql`case when ${eventRow.event} is not null then (
    select array_agg(distinct ${column} order by ${column})
    from event_row member join filing_owner reporter using (accession_number)
    where member.event = ${eventRow.event} and ${condition}) end`;

const purchaseOf = (row: Found): Purchase => ({
  issuerCik: row.issuer_cik,
  rowKey: keyInFiling(row.accession_number, rowId({ tableNumber: row.table_number, line: row.line })),
  tableNumber: row.table_number,
  transactionCode: "P",
  acquiredDisposedCode: row.letter,
  date: row.date,
  shares: row.shares,
  price: row.price,
  currency: row.currency,
  underPlan: row.under_plan,
  owners: row.owners ?? [],
  event:
    row.event === null
      ? null
      : { counted: row.event, filings: row.event_filings ?? [], owners: row.event_owners ?? [] },
});
