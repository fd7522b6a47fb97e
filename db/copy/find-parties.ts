import type { DuckDBConnection } from "@duckdb/node-api";
import { sql } from "drizzle-orm";
import { rowsOf } from "@/db/copy/duck";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { isLineOf } from "@/db/copy/line-conditions";
import type { FoundParties, ResolvedFilter } from "@/db/copy/questions";
import { asksForRows } from "@/lib/filters/filing-filter";
import { COUNTED } from "@/lib/values/counts";
import type { Directory } from "@/lib/views/directory";

const COLUMN = { insiders: sql`owner_cik`, issuers: sql`issuer_cik` } as const;

/** The insiders or issuers with a line that meets a filter, in no order. */
export async function findParties(
  connection: DuckDBConnection,
  classes: FacetClasses,
  asked: ResolvedFilter,
  directory: Directory,
): Promise<FoundParties> {
  const cik = COLUMN[directory];
  const onlyTransactions = asksForRows(asked.filter);
  const isLine = isLineOf(asked, { ofEveryOwner: true, onlyTransactions });
  const found = await rowsOf<{ cik: string }>(
    connection,
    sql`select cik::varchar as cik from (
      select distinct ${cik} as cik from listing
      where ${cik} is not null and ${isLine} and ${classes.isOfKind(asked.filter, onlyTransactions)}
      limit ${String(COUNTED + 1)}::int) as found`,
  );
  return { ciks: found.length > COUNTED ? null : found.map((party) => party.cik) };
}
