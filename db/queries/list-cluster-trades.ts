import { type SQL, sql } from "drizzle-orm";
import { listKinds } from "@/db/queries/listing";
import { filingOwner, filingRow, listing, tradeReading } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { CLUSTER_TRADES, type ClusterCode } from "@/lib/clusters/cluster-rule";
import type { CountedRow, TradeOwner } from "@/lib/clusters/clusters";
import { NO_FILTER } from "@/lib/filters/filing-filter";
import { rowId } from "@/lib/record/reported-row";
import { keyInFiling } from "@/lib/record/row-key";

/** A purchase, or a sale, that counts, with the issuer of the shares. */
export type ClusterTrade = CountedRow & { issuerCik: string };

export type ClusterTrades = {
  rows: ClusterTrade[];
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
  currency: string | null;
  under_plan: boolean;
  event: string | null;
  owners: TradeOwner[] | null;
  event_filings: string[] | null;
  event_owners: string[] | null;
};

/**
 * Purchases (code P, acquired, Table I) or sales (code S, disposed of) of some issuers' shares as last amended, each once however many
 * filings report it, the newest trades first. Implausible ones are omitted.
 * @param filedSince omits filings before this day, so that only so many need to be read
 */
export async function listClusterTrades(
  db: Db,
  issuerCiks: readonly string[],
  { code, limit, filedSince = null }: { code: ClusterCode; limit: number; filedSince?: string | null },
): Promise<ClusterTrades> {
  if (issuerCiks.length === 0) return { rows: [], readFrom: null };
  const since = filedSince === null ? sql`'-infinity'::timestamptz` : sql`${filedSince}::date`;
  const kinds = await listKinds(db, {
    filter: { ...NO_FILTER, code: [code] },
    onlyTransactions: true,
    onlyInSums: true,
  });
  const { rows: found } = await db.execute<Found>(sql`
    select issuer_cik, accession_number, table_number, line, listing.transaction_date::text as date, shares, price, currency,
      plan = 'under' as under_plan, event,
      (select json_agg(json_build_object('cik', cik, 'name', name) order by position)
        from ${filingOwner} where ${filingOwner.accessionNumber} = listing.accession_number) as owners,
      ${ofEvent(sql`member.accession_number`, sql`true`)} as event_filings,
      ${ofEvent(sql`reporter.cik`, sql`reporter.cik is not null`)} as event_owners
    from unnest(${sql.param(issuerCiks)}::text[]) as party (cik) cross join lateral (
      select * from ${listing} where issuer_cik = party.cik and kind = any(${sql.param(kinds)}::text[])
        and ordered_at >= ${since} and owner_position = 1 and table_number = 'I' offset 0
    ) as listing
      left join ${tradeReading} using (accession_number, table_number, line)
      left join ${filingRow} using (accession_number, table_number, line)
    where acquired_disposed_code = ${CLUSTER_TRADES[code].letter} and apart is distinct from 'unsure'
      and (event is null or event = accession_number || '#' || table_number || '-' || line)
    order by listing.transaction_date desc nulls last, accession_number desc, line desc
    limit ${limit + 1}`);
  const isCut = found.length > limit;
  const rows = found.slice(0, limit).map((row) => tradeOf(row, code));
  return { rows, readFrom: isCut ? (rows.at(-1)?.date ?? null) : null };
}

/** Of all filings that report the row's trade. */
const ofEvent = (column: SQL, condition: SQL): SQL =>
  sql`case when event is not null then (
    select array_agg(distinct ${column} order by ${column})
    from event_row member join filing_owner reporter using (accession_number)
    where member.event = listing.event and ${condition}) end`;

const tradeOf = (row: Found, code: ClusterCode): ClusterTrade => ({
  issuerCik: row.issuer_cik,
  rowKey: keyInFiling(row.accession_number, rowId({ tableNumber: row.table_number, line: row.line })),
  tableNumber: row.table_number,
  transactionCode: code,
  acquiredDisposedCode: CLUSTER_TRADES[code].letter,
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
