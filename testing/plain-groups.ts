import type { Client } from "pg";
import { type Grouping, hasMonths } from "@/lib/filters/grouping";
import { ROLES } from "@/lib/record/role";
import { type Asked, plainCondition } from "@/testing/random-listing";

/** What groups are sorted by, in the columns of `plainGroups`. */
export const SORTS: Record<Grouping["sort"]["column"], string> = {
  bought: "bought::numeric",
  sold: "sold::numeric",
  net: "bought::numeric - sold::numeric",
  ratio: "(purchases - sales)::float8 / nullif(purchases + sales, 0)",
  trades: "trades",
  insiders: "insiders",
  first: "first",
  last: "last",
};

/** The groups of a filter by plain SQL: the reports of a trade are found one by one. */
export async function plainGroups(client: Client, asked: Asked, { by, insidersFrom, totalFrom, sort }: Grouping) {
  const keys = {
    issuer: "l.issuer_cik",
    insider: "l.owner_cik",
    industry: "coalesce((select left(code, 2) from industry where cik = l.issuer_cik), 'unknown')",
    month: "to_char(l.transaction_date, 'YYYY-MM')",
    "issuer-day": "l.issuer_cik || '-' || l.transaction_date",
    role: "named.role",
  };
  const roles = ROLES.map((role, at) => `('${role}', ${1 << at})`).join(", ");
  const isInRole = by === "role" ? "l.roles & named.bit <> 0" : "named.bit = 1";
  const day = hasMonths(by) ? "least(transaction_date, filing_date)" : "transaction_date";
  const owners = by === "insider" ? "l.table_number <> ''" : "l.owner_position = 1 and l.table_number <> ''";
  const isOfAsked =
    by === "insider" && asked.insiders ? `l.owner_cik in (${asked.insiders.map((cik) => `'${cik}'`).join()})` : "true";
  const picked = `${owners} and ${isOfAsked} and ${plainCondition(asked).replace("owner_position = 1 and table_number <> ''", "true")}`;
  const isInNone = by === "role" ? "coalesce(l.roles, 0) = 0" : `${keys[by]} is null`;
  const { rows: none } = await client.query(
    `select count(*)::int as ungrouped from listing l where ${picked} and ${isInNone}`,
  );
  const { rows: groups } = await client.query(`
    with picked as (
      select *, accession_number || '#' || table_number || '-' || line as place,
        code in ('P', 'S') and table_number = 'I' and apart is null and not is_implausible as counts,
        case when shares * price is not null then round(least(greatest(shares * price, -1e20), 1e20), 8) end as cut_value, ${keys[by]} as key
      from listing l, (values ${roles}) as named (role, bit) where ${isInRole} and ${picked}),
    trades as (
      select *, to_char(least(transaction_date, filing_date), 'YYYY-MM') as month from picked p
      where key is not null and (event is null or not exists (
        select from picked o where o.event = p.event and o.key = p.key and o.place <> p.place
          and (o.is_implausible, o.place <> o.event, o.accession_number) < (p.is_implausible, p.place <> p.event, p.accession_number)))),
    months as (
      select key, json_agg(json_build_object('month', month, 'purchases', purchases, 'sales', sales) order by month) as months from (
        select key, month, count(*) filter (where code = 'P') as purchases, count(*) filter (where code = 'S') as sales
        from trades where counts and month is not null group by key, month) as by_month
      group by key)
    select * from (
    select key, count(*)::int as trades, count(distinct issuer_cik)::int as issuers, count(distinct owner_cik)::int as insiders,
      count(distinct owner_cik) filter (where counts and code = 'P')::int as buyers,
      count(distinct owner_cik) filter (where counts and code = 'S')::int as sellers,
      count(*) filter (where counts and code = 'P')::int as purchases, count(*) filter (where counts and code = 'S')::int as sales,
      case when bool_or(counts and code = 'P') then trim_scale(sum(cut_value) filter (where counts and code = 'P'))::text
        else '0' end as bought,
      case when bool_or(counts and code = 'S') then trim_scale(sum(cut_value) filter (where counts and code = 'S'))::text
        else '0' end as sold,
      count(*) filter (where counts and shares * price is null)::int as "valueMissing",
      count(*) filter (where code in ('P', 'S') and table_number = 'I' and counts is not true)::int as "leftOut",
      min(${day})::text as first, max(${day})::text as last,
      ${!hasMonths(by) ? "null" : "coalesce((select m.months from months m where m.key = t.key), '[]')"} as months
    from trades t group by key) as groups
    where insiders >= ${insidersFrom > 1 ? insidersFrom : 0}
      and coalesce(bought::numeric, 0) + coalesce(sold::numeric, 0) ${totalFrom === "0" ? "is not null" : `>= ${totalFrom}`}
    order by ${SORTS[sort.column]} ${sort.descending ? "desc" : "asc"} nulls last, key collate "C"`);
  return { groups, count: groups.length, ungrouped: none[0]?.ungrouped };
}
