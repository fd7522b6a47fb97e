import { sql } from "drizzle-orm";
import type { Db } from "@/db/server/client";
import type { KnownIssuer } from "@/paper/parties/match-issuer";
import type { KnownOwner } from "@/paper/parties/match-owner";

/** With more matches, the name identifies nobody. */
const MOST = 100;

const wordsOf = (name: string) => sql`plainto_tsquery('simple', ${name.replace(/[^\p{L}\p{N}]+/gu, " ")})`;

/** Issuers that were filed under a symbol, or under a name with all words of one of these names. */
export async function listKnownIssuers(db: Db, symbol: string | null, names: string[]): Promise<KnownIssuer[]> {
  if (symbol === null && names.length === 0) return [];
  const conditions = [
    ...(symbol === null ? [] : [sql`upper(trading_symbol) = upper(${symbol})`]),
    ...names.map((name) => sql`words @@ ${wordsOf(name)}`),
  ];
  const { rows } = await db.execute<KnownIssuer>(sql`
    select cik, name, trading_symbol as "tradingSymbol" from issuer_name
    where ${sql.join(conditions, sql` or `)} order by named_at desc limit ${MOST}`);
  return rows;
}

/** Owners that were filed under a name with all these words, with every address in their filings. */
export async function listKnownOwners(db: Db, name: string): Promise<KnownOwner[]> {
  const { rows } = await db.execute<KnownOwner>(sql`
    with named as (select distinct cik from owner_name where words @@ ${wordsOf(name)} limit ${MOST})
    select distinct cik, coalesce(name, '') as name, nullif(concat_ws(' ', street1, street2), '') as street, zip_code as zip
    from named join filing_owner using (cik)`);
  return rows;
}
