import type { DuckDBConnection } from "@duckdb/node-api";
import { and, sql } from "drizzle-orm";
import type { CountedLines } from "@/db/copy/counted-lines";
import { rowsOf } from "@/db/copy/duck";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { knownLines } from "@/db/copy/found-lines";
import { isLineOf } from "@/db/copy/line-conditions";
import type { ResolvedFilter } from "@/db/copy/questions";
import type { DaySum } from "@/lib/series/day-sum";
import { parseDecimal } from "@/lib/values/decimal";

type Found = Record<"day" | "shares" | "value", string> &
  Pick<DaySum, "table" | "code" | "apart"> & { under_plan: boolean } & Record<
    "rows" | "value_missing" | "indirect",
    string
  >;

/** What was bought and sold under a filter, by filing date, as `summarizeTrades` reads it from the database. */
export async function sumTrades(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
): Promise<DaySum[]> {
  // A list is counted before it is added up. Under a filter for implausible figures, DuckDB would look through all lines for nothing.
  const isPlausible = (line: number) => classes.isImplausible[lines.classes[line] as number] !== 1;
  if (knownLines(lines, asked)?.some(isPlausible) === false) return [];
  const isLine = and(
    isLineOf(asked, { ofEveryOwner: asked.insiders !== null }),
    classes.isOfKind(asked.filter),
    // A code that was not read may be either.
    sql`not is_implausible and (code in ('P', 'S') or (code is null and apart is not null))`,
  );
  const found = await rowsOf<Found>(
    connection,
    sql`
    with trades as (
      select distinct filing, own_number, table_number, line, filing_date as day, case when apart is null then code end as code, apart, is_indirect,
        coalesce(plan = 'under', false) as under_plan, shares, traded_value as value, event, leads_event
      from listing where ${isLine}
    ), reports as (
      select * from trades where event is null
      union all
      select * exclude report from (
        select *, row_number() over (partition by event order by leads_event desc, own_number nulls first, filing) as report
        from trades where event is not null) as of_events
      where report = 1
    )
    select strftime(day, '%Y-%m-%d') as day, code, apart, table_number as table, under_plan, count(*) as rows,
      coalesce(sum(shares), 0)::varchar as shares, coalesce(sum(value), 0)::varchar as value,
      count(*) filter (where value is null) as value_missing, count(*) filter (where is_indirect) as indirect
    from reports group by all order by all`,
  );
  return found.map(({ under_plan: underPlan, value_missing: valueMissing, rows, indirect, shares, value, ...sum }) => ({
    ...sum,
    underPlan,
    rows: Number(rows),
    shares: plain(shares),
    value: plain(value),
    valueMissing: Number(valueMissing),
    indirect: Number(indirect),
  }));
}

/** Without zeros at the end of the decimals. */
const plain = (amount: string) => parseDecimal(amount)?.toFixed() ?? "0";
