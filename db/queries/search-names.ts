import { type SQL, sql } from "drizzle-orm";
import { wordsMatch } from "@/db/queries/filing-conditions";
import { issuerName, ownerName } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { nameWords } from "@/lib/filters/party";

type NameHit = {
  cik: string;
  name: string | null;
  tradingSymbol: string | null;
  /** The name or symbol that matched, if it is not the current one. */
  matchedName: string | null;
  filings: number;
};

/** `inAll` counts up to {@link MOST_MATCHES}. */
export type NameHits = { hits: NameHit[]; inAll: number };

export const MOST_MATCHES = 1_000;

type FoundRow = {
  cik: string;
  name: string | null;
  symbol: string | null;
  matched: string;
  filings: string;
  in_all: string;
};

const toHits = (rows: FoundRow[]): NameHits => ({
  hits: rows.map(({ cik, name, symbol, matched, filings }) => ({
    cik,
    name,
    tradingSymbol: symbol,
    matchedName: matched === name ? null : matched,
    filings: Number(filings),
  })),
  inAll: Number(rows[0]?.in_all ?? 0),
});

/** Issuers with a current or former name or symbol that has words with these beginnings, in any order; an exact symbol first. */
export async function searchIssuers(db: Db, q: string, limit: number): Promise<NameHits> {
  const words = nameWords(q);
  if (words.length === 0) return { hits: [], inAll: 0 };
  const { rows } = await db.execute<FoundRow>(sql`
    with matches as (
      select distinct on (cik) cik, name as matched, upper(trading_symbol) = ${q.trim().toUpperCase()} as is_symbol, named_at
      from ${issuerName} where ${wordsMatch(issuerName.words, words)}
      order by cik, named_at desc limit ${MOST_MATCHES}
    )
    select i.cik, i.name, i.trading_symbol as symbol, matched,
      (select count(*) from filing f where f.issuer_cik = i.cik) as filings, count(*) over () as in_all
    from matches join issuer i using (cik)
    order by is_symbol desc, matches.named_at desc, i.cik limit ${limit}`);
  return toHits(rows);
}

/** Owners with a current or former name that has words with these beginnings, in any order; the last to file first. */
export async function searchInsiders(db: Db, q: string, limit: number): Promise<NameHits> {
  const words = nameWords(q);
  if (words.length === 0) return { hits: [], inAll: 0 };
  const { rows } = await db.execute<FoundRow>(sql`
    with matches as (
      select distinct on (cik) cik, name as matched, named_at
      from ${ownerName} where ${wordsMatch(ownerName.words, words)}
      order by cik, named_at desc limit ${MOST_MATCHES}
    )
    select o.cik, o.name, null as symbol, matched,
      (select count(distinct accession_number) from filing_owner f where f.cik = o.cik) as filings, count(*) over () as in_all
    from matches join owner o using (cik)
    order by matches.named_at desc, o.cik limit ${limit}`);
  return toHits(rows);
}

/** Issuers that use or have used a symbol; if there are none, those with a symbol that begins so. The last named first. */
export async function searchSymbols(db: Db, symbol: string, limit: number): Promise<NameHits> {
  const words = nameWords(symbol);
  if (words.length === 0) return { hits: [], inAll: 0 };
  const found = async (condition: SQL) => {
    const { rows } = await db.execute<FoundRow>(sql`
      with matches as (
        select distinct on (cik) cik, name as matched, named_at from ${issuerName} where ${condition}
        order by cik, named_at desc limit ${MOST_MATCHES}
      )
      select i.cik, i.name, i.trading_symbol as symbol, matched,
        (select count(*) from filing f where f.issuer_cik = i.cik) as filings, count(*) over () as in_all
      from matches join issuer i using (cik)
      order by matches.named_at desc, i.cik limit ${limit}`);
    return toHits(rows);
  };
  const upper = symbol.toUpperCase();
  const exact = await found(sql`upper(trading_symbol) = ${upper}`);
  return exact.inAll > 0
    ? exact
    : found(sql`${wordsMatch(issuerName.words, words)} and starts_with(upper(trading_symbol), ${upper})`);
}

/**
 * Finds who is meant by a ticker: the CIKs of issuers that use or have used it, and whether it is also a whole word in somebody
 * else's name. Initials do not count as names.
 */
export async function findTickerParties(db: Db, symbol: string): Promise<{ ciks: string[]; isAlsoName: boolean }> {
  const { rows } = await db.execute<{ cik: string }>(
    sql`select distinct cik from ${issuerName} where upper(trading_symbol) = ${symbol.toUpperCase()} limit 2`,
  );
  const ciks = rows.map(({ cik }) => cik);
  const [only] = ciks;
  if (ciks.length !== 1 || only === undefined || symbol.length <= 2) return { ciks, isAlsoName: false };
  const query = sql`to_tsquery('simple', ${nameWords(symbol).join(" & ")})`;
  const { rows: named } = await db.execute<{ is_also_name: boolean }>(sql`
    select exists (select from ${issuerName} where words @@ ${query} and cik <> ${only})
      or exists (select from ${ownerName} where words @@ ${query}) as is_also_name`);
  return { ciks, isAlsoName: named[0]?.is_also_name ?? false };
}

/** The CIKs behind a name search, for a search of their filings. */
export async function listMatchingCiks(db: Db, of: "issuers" | "insiders", words: string[]): Promise<string[]> {
  if (words.length === 0) return [];
  const table = of === "issuers" ? issuerName : ownerName;
  const found = await db
    .selectDistinct({ cik: table.cik })
    .from(table)
    .where(wordsMatch(table.words, words))
    .limit(MOST_MATCHES);
  return found.map(({ cik }) => cik);
}

/** Whether a CIK is an issuer or an owner; a company that also owns shares is both. */
export async function findCik(db: Db, cik: string): Promise<{ isIssuer: boolean; isOwner: boolean }> {
  const { rows } = await db.execute<{ is_issuer: boolean; is_owner: boolean }>(sql`
    select exists (select from issuer where cik = ${cik}) as is_issuer, exists (select from owner where cik = ${cik}) as is_owner`);
  return { isIssuer: rows[0]?.is_issuer ?? false, isOwner: rows[0]?.is_owner ?? false };
}
