import { getTableName } from "drizzle-orm";
import type { ClientBase, Pool, PoolClient } from "pg";
import type { FilingPeriod } from "@/db/derive/note-parts";
import { takeWork, type WorkPiece } from "@/db/derive/rebuild-work";
import { listing } from "@/db/schema";
import { columnNames } from "@/db/schema/json-rows";
import { withoutForeignKeyChecks } from "@/db/server/foreign-key-checks";
import { inTransaction } from "@/db/server/in-transaction";
import { NEEDED_FOR_TOTALS } from "@/lib/record/unsure-row";

const PLACE = "accession_number, table_number, line";
const UNSURE = `'{${NEEDED_FOR_TOTALS.map((name) => `"${name}"`).join(",")}}'::text[]`;

/**
 * A query for the lines of some filings in `listing`, from the record and what is derived from it. For a filing that is not derived yet,
 * it returns what the filing itself says. The rows are looked up filing by filing: `offset 0` keeps the planner from reading all of them
 * for a period.
 * @param filings the condition on `filing`
 */
const listingLines = (filings: string): string => `
  with picked as materialized (
    select accession_number, ordered_at, filing_date, document_type, issuer_cik, aff10b5_one from filing where ${filings}
  ),
  transactions as materialized (
    select accession_number, table_number, line, r.transaction_code as code, r.transaction_date, r.transaction_shares as shares,
      r.price_per_share as price, coalesce(r.direct_or_indirect = 'I', false) as is_indirect,
      case when t.plan_state is not null then 'under' when r.transaction_code in ('P', 'S')
        then case when aff10b5_one is null then 'no-box' else 'not-indicated' end end as plan,
      t.plan_adopted_on,
      case when t.range_currency = 'USD' and t.range_high - t.range_low > 1 then 'wide'
        when t.range_low is not null then 'stated' end as price_range,
      i.field is not null as is_implausible,
      case when not coalesce(r.transaction_code in ('P', 'S'), 'transactionCode' = any(r.unread), false) then null
        when coalesce(r.unread && ${UNSURE}, false) or coalesce(r.uncertain && ${UNSURE}, false) then 'unsure'
        when t.currency is not null then 'currency'
        when (r.transaction_code, r.acquired_disposed_code) in (('P', 'A'), ('S', 'D')) then null
        else 'letter' end as apart,
      event
    from (
      select aff10b5_one, filed.* from picked cross join lateral (
        select accession_number, table_number, line, transaction_code, transaction_date, transaction_shares, price_per_share,
          direct_or_indirect, acquired_disposed_code, unread, uncertain
        from filing_row where filing_row.accession_number = picked.accession_number and kind = 'transaction' offset 0
      ) as filed
    ) as r
      left join trade_reading t using (${PLACE}) left join implausible_row i using (${PLACE})
      left join event_row using (${PLACE})
    where not exists (select from superseded_row s where (s.accession_number, s.table_number, s.line)
      = (r.accession_number, r.table_number, r.line))
  )
  select accession_number, coalesce(table_number, '') as table_number, coalesce(line, 0) as line,
    coalesce(position, 1) as owner_position, ordered_at, filing_date, document_type, issuer_cik, cik as owner_cik, code,
    transaction_date, shares, price, coalesce(is_indirect, false) as is_indirect, plan, plan_adopted_on, price_range,
    coalesce(is_implausible, false) as is_implausible, apart, event
  from picked
    left join lateral (
      select cik, row_number() over (order by cik) as position from filing_owner
      where filing_owner.accession_number = picked.accession_number and cik is not null group by cik
    ) as owners on true
    left join transactions using (accession_number)`;

const COLUMNS = columnNames(listing);
const KEY = ["accession_number", "table_number", "line", "owner_position"];
const OTHERS = COLUMNS.filter((column) => !KEY.includes(column));
const NAME = getTableName(listing);
const listed = (columns: readonly string[], of = "") => columns.map((column) => of + column).join(", ");

/** Always in the same order, so that runs which find the same new kinds wait for each other instead of deadlocking. */
const PUT_KINDS = `
  insert into listing_kind select distinct kind collate "default" from put order by 1 on conflict do nothing`;

/** Replaces the lines of some filings in `listing`. Lines that stay the same are left alone. */
export async function putListing(
  client: Pick<ClientBase, "query">,
  accessionNumbers: readonly string[],
): Promise<void> {
  await client.query({
    name: "put_listing",
    text: `
      with new as materialized (${listingLines("filing.accession_number = any($1)")}),
        gone as (
          delete from ${NAME} where accession_number = any($1)
            and not exists (select from new where ${KEY.map((column) => `new.${column} = ${NAME}.${column}`).join(" and ")})),
        put as (
          insert into ${NAME} (${listed(COLUMNS)}) select ${listed(COLUMNS)} from new
          on conflict (${listed(KEY)}) do update set (${listed(OTHERS)}) = row(${listed(OTHERS, "excluded.")})
            where (${listed(OTHERS, `${NAME}.`)}) is distinct from (${listed(OTHERS, "excluded.")})
          returning kind)
      ${PUT_KINDS}`,
    values: [accessionNumbers],
  });
}

/** Writes the lines of all filings of a period into `listing`, which has none of them yet. */
export const writeListingOf = (pool: Pool, { id, task: { from, to } }: WorkPiece<FilingPeriod>): Promise<number> =>
  inTransaction(pool, async (client: PoolClient) => {
    if (!(await takeWork(client, id))) return 0;
    await withoutForeignKeyChecks(client);
    await client.query("set local work_mem = '64MB'");
    const { rows } = await client.query<{ lines: number }>({
      text: `
        with put as (
          insert into ${NAME} (${listed(COLUMNS)})
          select ${listed(COLUMNS)} from (${listingLines("filing.ordered_at >= $1 and filing.ordered_at < $2")}) as new
          order by ordered_at
          returning kind),
        kinds as (${PUT_KINDS})
        select count(*)::int as lines from put`,
      values: [from, to],
    });
    return rows[0]?.lines ?? 0;
  });
