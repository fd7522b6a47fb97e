import { and, type SQL, sql } from "drizzle-orm";
import { filing } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { PartyActivity } from "@/lib/views/directory";

/** How many of the other parties are named. The rest are only counted. */
const OTHERS_NAMED = 3;

/** Counts the filings of one party. It reads only these; the largest party has some thousands. */
export async function findPartyActivity(
  db: Db,
  isTheirs: SQL,
  ofFiling: SQL | undefined,
  others: "issuers" | "insiders",
): Promise<PartyActivity> {
  const theirs = sql`select ${filing.accessionNumber}, ${filing.filingDate}, ${filing.orderedAt}, ${filing.documentType}, ${filing.issuerCik} from ${filing} where ${and(isTheirs, ofFiling)}`;
  const otherCik =
    others === "issuers"
      ? sql`select issuer_cik as cik, max(ordered_at) as at from theirs where issuer_cik is not null group by 1`
      : sql`select o.cik, max(theirs.ordered_at) as at from theirs join filing_owner o using (accession_number) where o.cik is not null group by 1`;
  const named = others === "issuers" ? sql`left join issuer n using (cik)` : sql`left join owner n using (cik)`;
  const symbol = others === "issuers" ? sql`n.trading_symbol` : sql`null::text`;
  const { rows } = await db.execute<{
    filings: string;
    last: {
      accession_number: string;
      filing_date: string | null;
      ordered_at: string;
      document_type: string | null;
    } | null;
    others: PartyActivity["others"] | null;
    others_in_all: string;
  }>(sql`
    with theirs as (${theirs}), others as (${otherCik})
    select
      (select count(*) from theirs) as filings,
      (select to_jsonb(t) from theirs t order by ordered_at desc, accession_number desc limit 1) as last,
      (select jsonb_agg(jsonb_build_object('cik', cik, 'name', name, 'tradingSymbol', symbol))
        from (select cik, n.name, ${symbol} as symbol from others ${named} order by at desc, cik limit ${OTHERS_NAMED}) as first) as others,
      (select count(*) from others) as others_in_all`);
  const [row] = rows;
  const last = row?.last;
  return {
    filings: Number(row?.filings ?? 0),
    lastFiling: last
      ? {
          accessionNumber: last.accession_number,
          filingDate: last.filing_date,
          orderedAt: new Date(last.ordered_at).toISOString(),
          documentType: last.document_type,
        }
      : null,
    others: row?.others ?? [],
    othersInAll: Number(row?.others_in_all ?? 0),
  };
}
