import { getTableName } from "drizzle-orm";
import type { ClientBase, Pool, PoolClient } from "pg";
import type { FilingPeriod } from "@/db/derive/note-parts";
import { takeWork, type WorkPiece } from "@/db/derive/rebuild-work";
import { listing } from "@/db/schema";
import { columnNames } from "@/db/schema/json-rows";
import { citedIds } from "@/db/schema/note-places";
import { withoutForeignKeyChecks } from "@/db/server/foreign-key-checks";
import { inTransaction } from "@/db/server/in-transaction";
import { rolesByTitle } from "@/lib/people/officer-roles";
import type { GapReasonKind } from "@/lib/record/balance-check";
import type { RowColumn } from "@/lib/record/filing-fields";
import { type Role, roleBits } from "@/lib/record/role";
import { CHANGE_DECIMALS, NEEDED_FOR_VALUE } from "@/lib/record/trade-figures";
import { NEEDED_FOR_TOTALS, OF_BALANCES } from "@/lib/record/unsure-row";

const PLACE = "accession_number, table_number, line";

/** Whether a row was read from paper with one of these figures unread or uncertain. */
const isInDoubt = (names: readonly RowColumn[]) => {
  const listed = `'{${names.join(",")}}'::text[]`;
  return `(coalesce(r.unread && ${listed}, false) or coalesce(r.uncertain && ${listed}, false))`;
};

const BEFORE = `case r.side when 'A' then r.after - r.shares when 'D' then r.after + r.shares end`;
/** The same balance stated for several rows is right for only one of them. */
const HOLDING_IS_SURE = `(i.field is null and not ${isInDoubt(OF_BALANCES)} and ${BEFORE} >= 0
  and (c.reason ->> 'kind') is distinct from '${"one balance for several rows" satisfies GapReasonKind}')`;

/** What is derived from rows, apart from implausible figures, which are rare: each table, its name in the query, and what is read of it. */
const OF_ROWS = [
  ["trade_reading", "t", "plan_state, plan_adopted_on, range_currency, range_high, range_low, currency"],
  ["event_row", "e", "event"],
  ["row_check", "c", "reason"],
  ["trade_history", "h", "label, is_first, is_first_in_two_years"],
  ["row_pattern", "p", "pattern"],
  ["trade_cluster", "k", "insiders"],
] as const;
/** Each is materialized, because the planner would otherwise assume that every join multiplies the rows. */
const ofRows = ([table, name, columns]: (typeof OF_ROWS)[number]) => `${name} as materialized (
    select of_filing.* from picked cross join lateral (
      select ${PLACE}, ${columns} from ${table} where ${table}.accession_number = picked.accession_number offset 0
    ) as of_filing
  )`;

const bit = (role: Role) => roleBits([role]);
/** The title of an owner, which may point to the remarks. */
const TITLE = `concat_ws(E'\\n', officer_title, case when officer_title ~* '^\\W*$|remark|note|see|refer' then left(remarks, 1000) end)`;

/**
 * A query for the lines of some filings in `listing`, from the record and what is derived from it. For a filing that is not derived yet,
 * it returns what the filing itself says. Everything is looked up filing by filing:
 * `offset 0` keeps the planner from reading whole tables for a period.
 * @param filings the condition on `filing`
 * @param titles the parameters with the titles of their owners, and with the roles that each names
 */
const listingLines = (filings: string, [titles, roles]: readonly [string, string]): string => `
  with picked as materialized (
    select accession_number, ordered_at, filing_date, document_type, issuer_cik, aff10b5_one, remarks,
      coalesce(filing_date, (filed_at at time zone 'America/New_York')::date) as filed_on
    from filing where ${filings}
  ),
  owned as materialized (
    select accession_number, position, cik,
      case when is_director then ${bit("director")} else 0 end | case when is_officer then ${bit("officer")} else 0 end
      | case when is_ten_percent_owner then ${bit("ten-percent")} else 0 end
      | case when is_other then ${bit("other")} else 0 end as roles,
      ${TITLE} as title
    from picked cross join lateral (
      select position, cik, is_director, is_officer, is_ten_percent_owner, is_other, officer_title
      from filing_owner where filing_owner.accession_number = picked.accession_number offset 0
    ) as owners
  ),
  people as materialized (
    select accession_number, count(*) > 1 as is_joint, bit_or(owned.roles | coalesce(by_title.roles, 0)) as roles
    from owned left join unnest(${titles}::text[], ${roles}::int[]) as by_title (title, roles) using (title)
    group by accession_number
  ),
  owners as materialized (
    select accession_number, cik, row_number() over (partition by accession_number order by min(position)) as position
    from owned where cik is not null group by accession_number, cik
  ),
  timing as materialized (
    select accession_number, is_late, rows from picked cross join lateral (
      select is_late, rows from lateness where lateness.accession_number = picked.accession_number offset 0
    ) as late
  ),
  stating as materialized (
    select accession_number, array_agg(footnote_id) as ids
    from picked cross join lateral (
      select footnote_id from footnote join searched_note using (accession_number, position)
      where footnote.accession_number = picked.accession_number and states_facts offset 0
    ) as notes
    group by accession_number
  ),
  ${OF_ROWS.map(ofRows).join(",\n  ")},
  transactions as materialized (
    select accession_number, table_number, line, r.transaction_code as code, r.transaction_date,
      case when not ${isInDoubt(["transactionShares"])} then r.shares end as shares,
      case when t.currency is null and not ${isInDoubt(["pricePerShare"])} then r.price end as price, r.side,
      case r.direct_or_indirect when 'I' then true when 'D' then false end as is_indirect,
      case when t.plan_state is not null then 'under' when r.transaction_code in ('P', 'S')
        then case when aff10b5_one is null then 'no-box' else 'not-indicated' end end as plan,
      t.plan_adopted_on,
      case when t.range_currency = 'USD' and t.range_high - t.range_low > 1 then 'wide'
        when t.range_low is not null then 'stated' end as price_range,
      i.field is not null as is_implausible,
      case when not coalesce(r.transaction_code in ('P', 'S'), 'transactionCode' = any(r.unread), false) then null
        when ${isInDoubt(NEEDED_FOR_TOTALS)} then 'unsure'
        when t.currency is not null then 'currency'
        when (r.transaction_code, r.side) in (('P', 'A'), ('S', 'D')) then null
        else 'letter' end as apart,
      event,
      case when table_number = 'I' and i.field is null and t.currency is null and not ${isInDoubt(NEEDED_FOR_VALUE)}
        then coalesce(r.total, r.shares * r.price) end as value,
      case when ${HOLDING_IS_SURE} and ${BEFORE} > 0
        then round(100 * (r.after - ${BEFORE}) / ${BEFORE}, ${CHANGE_DECIMALS}) end as change,
      case when not ${HOLDING_IS_SURE} then null when ${BEFORE} = 0 and r.after > 0 then 'new'
        when ${BEFORE} > 0 and r.after = 0 then 'closed' end as position,
      (late.row ->> 'days')::int as delay, r.filed_on > (late.row ->> 'due')::date as is_late,
      label, is_first, is_first_in_two_years, pattern, insiders as cluster_insiders,
      coalesce(r.cited && stating.ids, false) as cites_facts
    from (
      select aff10b5_one, filed_on, filed.* from picked cross join lateral (
        select accession_number, table_number, line, transaction_code, transaction_date, transaction_shares as shares,
          price_per_share as price, transaction_total_value as total, shares_owned_following as after, direct_or_indirect,
          case when acquired_disposed_code in ('A', 'D') then acquired_disposed_code end as side, unread, uncertain,
          ${citedIds("filing_row")} as cited
        from filing_row where filing_row.accession_number = picked.accession_number and kind = 'transaction' offset 0
      ) as filed
    ) as r
      left join implausible_row i using (${PLACE})
      ${OF_ROWS.map(([, name]) => `left join ${name} using (${PLACE})`).join(" ")}
      left join stating using (accession_number)
      left join timing using (accession_number)
      cross join lateral (select timing.rows -> (r.table_number || '-' || r.line) as row) as late
    where not exists (select from superseded_row s where (s.accession_number, s.table_number, s.line)
      = (r.accession_number, r.table_number, r.line))
  )
  select accession_number, coalesce(table_number, '') as table_number, coalesce(line, 0) as line,
    coalesce(owners.position, 1) as owner_position, ordered_at, filing_date, document_type, issuer_cik, cik as owner_cik, code,
    transaction_date, shares, price, side, is_indirect, plan, plan_adopted_on, price_range,
    coalesce(is_implausible, false) as is_implausible, apart, event, value, change, transactions.position, delay,
    case when line is null then timing.is_late else transactions.is_late end as is_late, people.roles, people.is_joint, label, is_first,
    is_first_in_two_years, pattern, cluster_insiders, cites_facts,
    document_type like '%/A' or amended_by is not null as is_amended
  from picked
    left join people using (accession_number)
    left join timing using (accession_number)
    left join lateral (
      select amended_by from amendment_link where amendment_link.accession_number = picked.accession_number offset 0
    ) as link on true
    left join owners using (accession_number)
    left join transactions using (accession_number)`;

const COLUMNS = columnNames(listing);
const KEY = ["accession_number", "table_number", "line", "owner_position"];
const OTHERS = COLUMNS.filter((column) => !KEY.includes(column));
const NAME = getTableName(listing);
const listed = (columns: readonly string[], of = "") => columns.map((column) => of + column).join(", ");

const OF_FILINGS = "filing.accession_number = any($1)";
const OF_PERIOD = "filing.ordered_at >= $1 and filing.ordered_at < $2";

/** Every title of the owners of some filings, and the roles that it names, as arrays. */
async function readTitles(client: Pick<ClientBase, "query">, filings: string, values: unknown[]) {
  const { rows } = await client.query<{ title: string; officerTitle: string; remarks: string | null }>(
    `select distinct on (1) ${TITLE} as title, officer_title as "officerTitle", remarks
     from filing cross join lateral (
       select officer_title from filing_owner
       where filing_owner.accession_number = filing.accession_number and officer_title is not null offset 0
     ) as owners
     where ${filings}`,
    values,
  );
  const named = rows.flatMap(({ title, officerTitle, remarks }) => {
    const roles = roleBits(rolesByTitle(officerTitle, remarks));
    return roles === 0 ? [] : [{ title, roles }];
  });
  return [named.map(({ title }) => title), named.map(({ roles }) => roles)] as const;
}

/** Always in the same order, so that runs which find the same new kinds wait for each other instead of deadlocking. */
const PUT_KINDS = `
  insert into listing_kind select distinct kind collate "default" from put order by 1 on conflict do nothing`;

/**
 * Replaces the lines of some filings in `listing`. Lines that stay the same are left alone.
 * @returns the filings whose lines changed
 */
export async function putListing(
  client: Pick<ClientBase, "query">,
  accessionNumbers: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<{ accessionNumber: string }>({
    name: "put_listing",
    text: `
      with new as materialized (${listingLines(OF_FILINGS, ["$2", "$3"])}),
        gone as (
          delete from ${NAME} where accession_number = any($1)
            and not exists (select from new where ${KEY.map((column) => `new.${column} = ${NAME}.${column}`).join(" and ")})
          returning accession_number),
        put as (
          insert into ${NAME} (${listed(COLUMNS)}) select ${listed(COLUMNS)} from new
          on conflict (${listed(KEY)}) do update set (${listed(OTHERS)}) = row(${listed(OTHERS, "excluded.")})
            where (${listed(OTHERS, `${NAME}.`)}) is distinct from (${listed(OTHERS, "excluded.")})
          returning kind, accession_number),
        kinds as (${PUT_KINDS})
      select accession_number as "accessionNumber" from gone union select accession_number from put`,
    values: [accessionNumbers, ...(await readTitles(client, OF_FILINGS, [accessionNumbers]))],
  });
  return rows.map(({ accessionNumber }) => accessionNumber);
}

/** Writes the lines of all filings of a period into `listing`, which has none of them yet. */
export const writeListingOf = (pool: Pool, { id, task: { from, to } }: WorkPiece<FilingPeriod>): Promise<number> =>
  inTransaction(pool, async (client: PoolClient) => {
    if (!(await takeWork(client, id))) return 0;
    await withoutForeignKeyChecks(client);
    // What is looked up differs from row to row, so remembering the answers would only take time.
    await client.query("set local work_mem = '64MB'; set local enable_memoize = off");
    const { rows } = await client.query<{ lines: number }>({
      text: `
        with put as (
          insert into ${NAME} (${listed(COLUMNS)})
          select ${listed(COLUMNS)} from (${listingLines(OF_PERIOD, ["$3", "$4"])}) as new
          order by ordered_at
          returning kind),
        kinds as (${PUT_KINDS})
        select count(*)::int as lines from put`,
      values: [from, to, ...(await readTitles(client, OF_PERIOD, [from, to]))],
    });
    return rows[0]?.lines ?? 0;
  });
