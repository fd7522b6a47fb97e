import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { wordsMatch } from "@/db/queries/filing-conditions";
import { issuerName, ownerName } from "@/db/schema";
import { nameWords } from "@/lib/filters/party";

export type NameHit = {
  cik: string;
  name: string | null;
  tradingSymbol: string | null;
  /** The name or symbol that matched, where it is not today's. */
  matchedName: string | null;
  filings: number;
};

export type NameHits = { hits: NameHit[]; inAll: number };

const COUNTED = 1_000;

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

/** Issuers with a name or symbol, now or once, that holds words beginning so, in any order; an exact symbol first. */
export async function searchIssuers(db: Db, q: string, limit: number): Promise<NameHits> {
  const words = nameWords(q);
  if (words.length === 0) return { hits: [], inAll: 0 };
  const { rows } = await db.execute<FoundRow>(sql`
    with matches as (
      select distinct on (cik) cik, name as matched, upper(trading_symbol) = ${q.trim().toUpperCase()} as is_symbol, named_at
      from ${issuerName} where ${wordsMatch(issuerName.words, words)}
      order by cik, named_at desc limit ${COUNTED}
    )
    select i.cik, i.name, i.trading_symbol as symbol, matched,
      (select count(*) from filing f where f.issuer_cik = i.cik) as filings, count(*) over () as in_all
    from matches join issuer i using (cik)
    order by is_symbol desc, matches.named_at desc, i.cik limit ${limit}`);
  return toHits(rows);
}

/** Owners with a name, now or once, that holds words beginning so, in any order; those who filed last first. */
export async function searchInsiders(db: Db, q: string, limit: number): Promise<NameHits> {
  const words = nameWords(q);
  if (words.length === 0) return { hits: [], inAll: 0 };
  const { rows } = await db.execute<FoundRow>(sql`
    with matches as (
      select distinct on (cik) cik, name as matched, named_at
      from ${ownerName} where ${wordsMatch(ownerName.words, words)}
      order by cik, named_at desc limit ${COUNTED}
    )
    select o.cik, o.name, null as symbol, matched,
      (select count(distinct accession_number) from filing_owner f where f.cik = o.cik) as filings, count(*) over () as in_all
    from matches join owner o using (cik)
    order by matches.named_at desc, o.cik limit ${limit}`);
  return toHits(rows);
}

/** Which of issuer and owner a CIK is; a company that also owns shares is both. */
export async function findCik(db: Db, cik: string): Promise<{ isIssuer: boolean; isOwner: boolean }> {
  const { rows } = await db.execute<{ is_issuer: boolean; is_owner: boolean }>(sql`
    select exists (select from issuer where cik = ${cik}) as is_issuer, exists (select from owner where cik = ${cik}) as is_owner`);
  return { isIssuer: rows[0]?.is_issuer ?? false, isOwner: rows[0]?.is_owner ?? false };
}
