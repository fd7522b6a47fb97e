import { sql } from "drizzle-orm";
import { listing } from "@/db/schema";
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
  // A code is the first character of a kind. Those of several characters, which only a damaged filing has, have `?` instead.
  const present = sql`
    select left(kind, 1) as code from listing_kind where left(kind, 1) between 'A' and 'Z'
    union select code from (select code from ${listing} where kind >= '?' and kind < '@' limit ${COUNTED}) as odd`;
  const asked = sql`select unnest(${sql.param([...codes])}::text[]) as code`;
  const { rows } = await db.execute<{ code: string; n: string }>(sql`
    select code, n from (${others ? sql`(${asked}) union (${present})` : asked}) as wanted, lateral (
      select count(*) as n from (
        select from ${listing} where kind >= case when length(wanted.code) = 1 then wanted.code else '?' end
          and kind < chr(case when length(wanted.code) = 1 then ascii(wanted.code) else ascii('?') end + 1)
          and owner_position = 1 and (length(wanted.code) = 1 or listing.code = wanted.code) limit ${COUNTED + 1}
      ) as found
    ) as counted
    where n > 0 or code = any(${sql.param([...codes])}::text[])`);
  return new Map(rows.map(({ code, n }) => [code, upTo(Number(n))]));
}
