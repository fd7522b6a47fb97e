import { and, type SQL, sql } from "drizzle-orm";
import { filingIsListed, rowMeets } from "@/db/queries/filing-conditions";
import { filing, filingRow } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { type ImplausibleColumns, implausibleOf } from "@/lib/record/implausible";
import { describeRelationship, type Relationship } from "@/lib/record/relationship";
import type { DirectoryTrade, PartyActivity } from "@/lib/views/directory";

/** How many of the other parties are named. The rest are only counted. */
const OTHERS_NAMED = 3;

type Party = {
  cik: string;
  /** Whether a filing is theirs. */
  isTheirs: SQL;
  others: "issuers" | "insiders";
};

/** The filings of one party under a filter. Only these are read: a few thousand for the largest party. */
export async function findPartyActivity(
  db: Db,
  { cik, isTheirs, others }: Party,
  filter: FilingFilter,
): Promise<PartyActivity> {
  const ofFiling = filingIsListed(filter, false);
  const theirs = sql`select ${filing.accessionNumber}, ${filing.filingDate}, ${filing.filedAt}, ${filing.periodOfReport}, ${filing.orderedAt}, ${filing.documentType}, ${filing.issuerCik} from ${filing} where ${and(isTheirs, ofFiling)}`;
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
      filed_at: string | null;
      period_of_report: string | null;
      ordered_at: string;
      document_type: string | null;
    } | null;
    others: PartyActivity["others"] | null;
    others_in_all: string;
    relationship: Relationship | null;
    trade: (Omit<DirectoryTrade, "implausible"> & { implausible: ImplausibleColumns | null }) | null;
  }>(sql`
    with theirs as (${theirs}), others as (${otherCik}),
      last as (select * from theirs order by ordered_at desc, accession_number desc limit 1)
    select
      (select count(*) from theirs) as filings,
      (select to_jsonb(last) from last) as last,
      (select jsonb_agg(jsonb_build_object('cik', cik, 'name', name, 'tradingSymbol', symbol))
        from (select cik, n.name, ${symbol} as symbol from others ${named} order by at desc, cik limit ${OTHERS_NAMED}) as first) as others,
      (select count(*) from others) as others_in_all,
      (select jsonb_build_object('isDirector', is_director, 'isOfficer', is_officer, 'isTenPercentOwner', is_ten_percent_owner,
          'isOther', is_other, 'officerTitle', officer_title, 'otherText', other_text)
        from last join filing_owner o using (accession_number) where o.cik = ${cik} limit 1) as relationship,
      (select jsonb_build_object('accessionNumber', accession_number, 'row', table_number || '-' || line, 'code', transaction_code,
          'hasExercisePrice', exists (
            select from filing_row other where other.accession_number = trade.accession_number and other.table_number = 'II'
              and other.transaction_code = trade.transaction_code and other.conversion_or_exercise_price > 0),
          'date', transaction_date, 'shares', transaction_shares::text, 'acquiredDisposedCode', acquired_disposed_code,
          'sharesOwnedFollowing', shares_owned_following::text,
          'implausible', (
            select jsonb_build_object('field', field, 'reason', reason, 'cause', cause, 'amount', amount::text, 'times', times::text,
              'trades', trades, 'footnoteId', footnote_id)
            from implausible_row of_trade
            where (of_trade.accession_number, of_trade.table_number, of_trade.line) = (trade.accession_number, trade.table_number, trade.line)))
        from (
          select row.* from theirs cross join lateral (
            select * from ${filingRow}
            where ${filingRow.accessionNumber} = theirs.accession_number and ${rowMeets(filter)}
            order by table_number, line desc limit 1
          ) as row
          order by theirs.ordered_at desc, theirs.accession_number desc limit 1
        ) as trade) as trade`);
  const [row] = rows;
  const last = row?.last;
  return {
    filings: Number(row?.filings ?? 0),
    lastFiling: last
      ? {
          accessionNumber: last.accession_number,
          filingDate: last.filing_date,
          filedAt: last.filed_at === null ? null : new Date(last.filed_at).toISOString(),
          periodOfReport: last.period_of_report,
          orderedAt: new Date(last.ordered_at).toISOString(),
          documentType: last.document_type,
        }
      : null,
    role: others === "issuers" && row?.relationship ? describeRelationship(row.relationship) : null,
    lastTrade: row?.trade
      ? { ...row.trade, implausible: row.trade.implausible && implausibleOf(row.trade.implausible) }
      : null,
    others: row?.others ?? [],
    othersInAll: Number(row?.others_in_all ?? 0),
  };
}
