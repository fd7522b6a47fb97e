import type { DuckDBConnection } from "@duckdb/node-api";
import { and, type SQL, sql } from "drizzle-orm";
import { UNKNOWN_INDUSTRY } from "@/db/copy/copied-listing";
import { rowsOf } from "@/db/copy/duck";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { isLineOf } from "@/db/copy/line-conditions";
import type { ResolvedFilter } from "@/db/copy/questions";
import { UNKNOWN_SIC } from "@/lib/filters/filing-filter";
import {
  type Group,
  type Grouping,
  type GroupSort,
  hasMonths,
  type TradeGroup,
  type TradeGroups,
  type TradeMonth,
} from "@/lib/filters/grouping";
import { ROLES } from "@/lib/record/role";
import { parseDecimal } from "@/lib/values/decimal";

/** A trade is never later than its report, so a later date is a typing error. */
const BY_FILING = sql`least(transaction_date, filing_date)`;

/** Groups of days have the trades of these dates as filed, because a filter by trade date is to list the same trades. */
const dayFor = (by: Group) => (hasMonths(by) ? BY_FILING : sql`transaction_date`);

/** What a group has in common: as lines are grouped by it, because numbers and dates take less time than text, and as text. */
const KEYS: Record<Group, { of: SQL; text: SQL }> = {
  issuer: { of: sql`issuer_cik`, text: sql`key::varchar` },
  insider: { of: sql`owner_cik`, text: sql`key::varchar` },
  "issuer-day": { of: sql`case when day is not null then issuer_cik end`, text: sql`key::varchar` },
  industry: {
    of: sql`industry`,
    text: sql.raw(`case when key = ${UNKNOWN_INDUSTRY} then '${UNKNOWN_SIC}' else lpad(key::varchar, 2, '0') end`),
  },
  role: { of: sql`role`, text: sql`key` },
  month: { of: sql`date_trunc('month', day)`, text: sql`strftime(key, '%Y-%m')` },
};

const SORTS: Record<GroupSort["column"], SQL> = {
  bought: sql`bought`,
  sold: sql`sold`,
  net: sql`bought - sold`,
  ratio: sql`case when purchases + sales > 0 then (purchases - sales) / (purchases + sales) end`,
  trades: sql`trades`,
  insiders: sql`insiders`,
  first: sql`first`,
  last: sql`last`,
};

type Found = Record<Exclude<keyof TradeGroup, "months" | "day"> | "of_day", string | null> &
  Record<"value_missing" | "left_out" | "groups" | "ungrouped", string> & { months?: TradeMonth[] | null };

/**
 * Groups the transactions under a filter: each trade once in a group, however many filings report it. Values follow the rule of all
 * sums. An insider is the first owner of a filing, so that those who file together count once, unless the groups are insiders: then a
 * trade is in the group of each owner.
 * @param withMonths whether to count the trades of each month of a group too, if groups are longer than that
 */
export async function groupTrades(
  connection: DuckDBConnection,
  classes: FacetClasses,
  asked: ResolvedFilter,
  { by, insidersFrom, totalFrom, sort, after }: Grouping,
  { limit, withMonths }: { limit: number; withMonths: boolean },
): Promise<TradeGroups> {
  const asksForMonths = withMonths && hasMonths(by);
  const lines = sql`
    select filing, issuer_cik, owner_cik, industry, ${dayFor(by)} as day, event, leads_event, is_implausible, counted_as, traded_value,
      (code in ('P', 'S') and table_number = 'I' and counted_as is null) as is_left_out, roles
    from listing where ${and(isLineOf(asked, { ofEveryOwner: by === "insider" }), classes.isOfKind(asked.filter))}`;
  const keyed = sql`
    select *, ${KEYS[by].of} as key, ${by === "issuer-day" ? sql`day` : sql`null::date`} as of_day
    from ${by === "role" ? sql`(${ofEachRole(lines)})` : sql`(${lines})`} as lines`;
  // Owners without a CIK cannot be counted as insiders, and their trades are not to disappear.
  const isOfEnough = insidersFrom > 1 ? sql`insiders >= ${String(insidersFrom)}::int` : sql`true`;
  const order = sql.raw(sort.descending ? "desc nulls last" : "asc nulls last");
  // Lines are read again where they are needed, because to keep millions of them takes longer.
  const rows = await rowsOf<Found>(
    connection,
    sql`
    with lines as not materialized (${keyed}),
    trades as not materialized (
      select key, of_day, issuer_cik, owner_cik, day, counted_as, traded_value, is_left_out from lines
      where event is null and key is not null
      union all
      select key, of_day, issuer_cik, owner_cik, day, counted_as, traded_value, is_left_out from (
        select *, row_number() over (
          partition by event, key, of_day order by is_implausible, leads_event desc, filing < 0, filing) as report
        from lines where event is not null and key is not null) as reports
      where report = 1
    ),
    parts as (${by === "issuer-day" ? EACH : OF_INSIDERS}),
    groups as (
      select key, of_day, sum(trades)::bigint as trades, count(distinct issuer_cik) as issuers, count(distinct owner_cik) as insiders,
        count(distinct owner_cik) filter (where purchases > 0) as buyers,
        count(distinct owner_cik) filter (where sales > 0) as sellers,
        sum(purchases)::bigint as purchases, sum(sales)::bigint as sales,
        case when sum(purchases) = 0 then 0 else sum(bought) end as bought, case when sum(sales) = 0 then 0 else sum(sold) end as sold,
        sum(value_missing)::bigint as value_missing, sum(left_out)::bigint as left_out, min(first) as first, max(last) as last
      from parts group by key, of_day
    ),
    named as (
      select * replace (${KEYS[by].text} as key), key as of_lines from groups
      where ${isOfEnough} and coalesce(bought, 0) + coalesce(sold, 0) >= ${totalFrom}::numeric
    ),
    page as (
      select * from named order by ${SORTS[sort.column]} ${order}, key, of_day
      limit ${String(limit)}::int offset ${String(after)}::int
    ),
    all_groups as (
      select (select count(*) from named) as groups, (select count(*) from lines where key is null) as ungrouped
    )
    select * exclude (of_lines) from all_groups left join page on true ${asksForMonths ? MONTHS : sql``}
    order by ${SORTS[sort.column]} ${order}, key, of_day`,
  );
  const [first] = rows;
  return {
    // A page behind the last one is a row without a group.
    groups: rows.filter(({ key }) => key !== null).map((found) => groupOf(found, asksForMonths)),
    count: Number(first?.groups ?? 0),
    ungrouped: Number(first?.ungrouped ?? 0),
  };
}

/** The trades of each insider in each issuer, added up first, so that there are few among which insiders have to be told apart. */
const OF_INSIDERS = sql`
  select key, of_day, issuer_cik, owner_cik, count(*) as trades,
    count(*) filter (where counted_as = 'P') as purchases, count(*) filter (where counted_as = 'S') as sales,
    sum(traded_value) filter (where counted_as = 'P') as bought, sum(traded_value) filter (where counted_as = 'S') as sold,
    count(*) filter (where counted_as is not null and traded_value is null) as value_missing,
    count(*) filter (where is_left_out) as left_out, min(day) as first, max(day) as last
  from trades group by key, of_day, issuer_cik, owner_cik`;

/** The same of single trades: an insider has few in an issuer on one day. */
const EACH = sql`
  select key, of_day, issuer_cik, owner_cik, 1 as trades, coalesce(counted_as = 'P', false)::int as purchases,
    coalesce(counted_as = 'S', false)::int as sales, case counted_as when 'P' then traded_value end as bought,
    case counted_as when 'S' then traded_value end as sold, (counted_as is not null and traded_value is null)::int as value_missing,
    is_left_out::int as left_out, day as first, day as last
  from trades`;

/** The trades of each month of the groups on a page, which are few of all. */
const MONTHS = sql`left join (
  select key as of_key, list({month: month, purchases: purchases, sales: sales} order by month) as months from (
    select key, strftime(day, '%Y-%m') as month, (count(*) filter (where counted_as = 'P'))::int as purchases,
      (count(*) filter (where counted_as = 'S'))::int as sales
    from trades where counted_as is not null and day is not null and key in (select of_lines from page) group by all) as by_month
  group by key) as months on of_key = of_lines`;

const ofEachRole = (lines: SQL) =>
  sql`select * from (${lines}) as lines, (values ${sql.join(
    ROLES.map((role, at) => sql`(${sql.raw(`'${role}', ${1 << at}`)})`),
    sql`, `,
  )}) as named (role, bit) where roles & bit <> 0
    union all by name select *, null as role, 0 as bit from (${lines}) as lines where coalesce(roles, 0) = 0`;

/** Without zeros at the end of the decimals. */
const plain = (amount: string | null) => parseDecimal(amount)?.toFixed() ?? null;

const groupOf = (found: Found, asksForMonths: boolean): TradeGroup => ({
  key: String(found.key),
  day: found.of_day ?? null,
  trades: Number(found.trades),
  issuers: Number(found.issuers),
  insiders: Number(found.insiders),
  buyers: Number(found.buyers),
  sellers: Number(found.sellers),
  purchases: Number(found.purchases),
  sales: Number(found.sales),
  bought: plain(found.bought),
  sold: plain(found.sold),
  valueMissing: Number(found.value_missing),
  leftOut: Number(found.left_out),
  first: found.first,
  last: found.last,
  // Without a purchase or sale in any month, there is no list.
  months: asksForMonths ? (found.months ?? []) : null,
});
