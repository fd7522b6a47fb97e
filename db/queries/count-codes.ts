import { sql } from "drizzle-orm";
import { listing, listingKind } from "@/db/schema";
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
  // The first character of a kind is the code. Only damaged filings have longer codes, which become `?`.
  const { rows } = await db.execute<{ code: string; n: string }>(sql`
    select code, n from (
      select left(kind, 1) as code, array_agg(kind) as kinds from ${listingKind} group by 1
    ) as of_code, lateral (
      select count(*) as n from (
        select from ${listing} where kind = any(of_code.kinds) and owner_position = 1 limit ${COUNTED + 1}
      ) as found
    ) as counted
    where code between 'A' and 'Z' collate "C"
    union all
    select code, count(*) from (
      select code from ${listing} where kind >= '?' and kind < '@' and owner_position = 1 limit ${COUNTED + 1}
    ) as odd group by 1`);
  const counts = new Map(codes.map((code) => [code, upTo(0)]));
  for (const { code, n } of rows) if ((others && Number(n) > 0) || counts.has(code)) counts.set(code, upTo(Number(n)));
  return counts;
}
