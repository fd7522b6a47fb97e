import { sql } from "drizzle-orm";
import { rowStands } from "@/db/queries/filing-conditions";
import { filingRow } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { COUNTED, type Count, upTo } from "@/lib/values/counts";

/**
 * The requested codes and, if `others` is set, any other code that a row has, each with its number of rows that are not
 * superseded. Up to 10,000 are counted.
 */
export async function countCodes(
  db: Db,
  codes: readonly string[],
  { others = false } = {},
): Promise<Map<string, Count>> {
  // Steps from each code in the index to the next, so that it reads only as many entries as there are codes.
  const present = sql`
    with recursive present as (
      select min(transaction_code) as code from ${filingRow}
      union all
      select (select min(transaction_code) from ${filingRow} where transaction_code > code) from present where code is not null
    ) select code from present where code is not null`;
  const asked = sql`select unnest(${sql.param([...codes])}::text[]) as code`;
  const { rows } = await db.execute<{ code: string; n: string }>(sql`
    select code, (
      select count(*) from (
        select from ${filingRow} where transaction_code = wanted.code and ${rowStands} limit ${COUNTED + 1}
      ) as found
    ) as n
    from (${others ? sql`(${asked}) union (${present})` : asked}) as wanted`);
  return new Map(
    rows.map(({ code, n }) => {
      const rowsFound = Number(n);
      return [code, upTo(rowsFound)];
    }),
  );
}
