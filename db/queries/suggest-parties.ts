import { type SQL, sql } from "drizzle-orm";
import { wordsMatch } from "@/db/queries/filing-conditions";
import { filing, filingOwner, issuer, issuerName, owner, ownerName } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { AccessionRange } from "@/lib/filters/search-query";
import { relationshipParts } from "@/lib/record/relationship";
import type { SuggestedIssuer, Suggestion } from "@/lib/views/suggestions";

/**
 * The most names that we read for one suggestion. Tens of thousands may begin with the same two letters, and a reader who does not see
 * the right one among the first few keeps typing.
 */
const MOST_READ = 1_000;

/** Shorter beginnings match too many words in the middle of names. */
const SHORTEST_WORD = 3;

type Of<Kind extends Suggestion["kind"]> = Omit<Extract<Suggestion, { kind: Kind }>, "url">;

/** What a reader has typed: as text, which may begin a name, and as words. */
export type Typed = { text: string; words: string[] };

/** Names that begin with a text, by an index in the collation "C", in which no character comes after the last code point. */
const beginsWith = (name: typeof issuerName.name | typeof ownerName.name, text: string): SQL => {
  const lower = sql`lower(${name}) collate "C"`;
  return sql`${lower} >= ${text.toLowerCase()} and ${lower} < ${`${text.toLowerCase()}\u{10FFFF}`}`;
};

const isLongEnough = (words: string[]) => words.every((word) => word.length >= SHORTEST_WORD);

type IssuerRow = { cik: string; name: string | null; symbol: string | null; matched: string; day: string };

/** The day of the newest filing, by EDGAR's clock. */
const day = sql`(n.named_at at time zone 'America/New_York')::date::text as day`;

/** Names that meet a condition. A lower rank is a better match. */
const ranked = (names: typeof issuerName | typeof ownerName, rank: number, condition: SQL) => sql`
  (select cik, name as matched, named_at, ${sql.raw(String(rank))} as rank from ${names} where ${condition} limit ${MOST_READ})`;

/** The best match of each party, and the best of those. */
const firstOf = (matches: SQL[], limit: number) => sql`
  select * from (
    select distinct on (cik) * from (${sql.join(matches, sql` union all `)}) as found order by cik, rank, named_at desc
  ) as once order by rank, named_at desc, cik limit ${limit}`;

/** Issuers by ticker, then by the beginning of a current or former name, then by words of it. Those with the newest filing come first. */
export async function suggestIssuers(db: Db, { text, words }: Typed, limit: number): Promise<Of<"issuer">[]> {
  const symbol = text.toUpperCase();
  const matches = [
    ranked(issuerName, 0, sql`upper(${issuerName.tradingSymbol}) = ${symbol}`),
    ranked(issuerName, 1, sql`starts_with(upper(${issuerName.tradingSymbol}), ${symbol})`),
    // A single letter is only ever a ticker.
    ...(text.length > 1 ? [ranked(issuerName, 1, beginsWith(issuerName.name, text))] : []),
    ...(isLongEnough(words) ? [ranked(issuerName, 2, wordsMatch(issuerName.words, words))] : []),
  ];
  const { rows } = await db.execute<IssuerRow>(sql`
    with first as (${firstOf(matches, limit)})
    select n.cik, n.name, n.trading_symbol as symbol, matched, ${day}
    from first join ${issuer} n using (cik) order by rank, first.named_at desc, n.cik`);
  return rows.map(toIssuer);
}

const toIssuer = ({ cik, name, symbol, matched, day }: IssuerRow): Of<"issuer"> => ({
  kind: "issuer",
  cik,
  name,
  tradingSymbol: symbol,
  matchedName: matched === name ? null : matched,
  lastFiled: day,
});

type InsiderRow = {
  cik: string;
  name: string | null;
  matched: string;
  day: string;
  newest: {
    issuer_cik: string | null;
    issuer_name: string | null;
    symbol: string | null;
    is_director: boolean | null;
    is_officer: boolean | null;
    is_ten_percent_owner: boolean | null;
    is_other: boolean | null;
    officer_title: string | null;
    other_text: string | null;
  } | null;
};

/**
 * The newest filing of an owner `n`. Its place in the order is known, so that an index alone finds it among thousands of others.
 */
const newestFiling = sql`
  select f.issuer_cik, f.issuer_name, f.issuer_trading_symbol as symbol, mine.is_director, mine.is_officer,
    mine.is_ten_percent_owner, mine.is_other, mine.officer_title, mine.other_text
  from (
    select accession_number from ${filingOwner} o join ${filing} f using (accession_number)
    where o.cik = n.cik and f.ordered_at = n.named_at order by accession_number desc limit 1
  ) as last
  join ${filing} f using (accession_number)
  join ${filingOwner} mine on mine.accession_number = last.accession_number and mine.cik = n.cik limit 1`;

async function insiders(db: Db, matches: SQL[], limit: number): Promise<Of<"insider">[]> {
  const { rows } = await db.execute<InsiderRow>(sql`
    with first as (${firstOf(matches, limit)})
    select n.cik, n.name, matched, ${day},
      (select to_jsonb(newest) from (${newestFiling}) as newest) as newest
    from first join ${owner} n using (cik)
    order by rank, first.named_at desc, n.cik`);
  return rows.map(({ cik, name, matched, day, newest }) => ({
    kind: "insider",
    cik,
    name,
    matchedName: matched === name ? null : matched,
    newest: newest && {
      role:
        relationshipParts({
          isDirector: newest.is_director,
          isOfficer: newest.is_officer,
          isTenPercentOwner: newest.is_ten_percent_owner,
          isOther: newest.is_other,
          officerTitle: newest.officer_title,
          otherText: newest.other_text,
        }).join(", ") || null,
      issuer: { cik: newest.issuer_cik, name: newest.issuer_name, tradingSymbol: newest.symbol },
    },
    lastFiled: day,
  }));
}

/** Insiders by the beginning of a current or former name, then by words of it. Those with the newest filing come first. */
export function suggestInsiders(db: Db, { text, words }: Typed, limit: number): Promise<Of<"insider">[]> {
  const beginning = ranked(ownerName, 0, beginsWith(ownerName.name, text));
  return insiders(
    db,
    isLongEnough(words) ? [beginning, ranked(ownerName, 1, wordsMatch(ownerName.words, words))] : [beginning],
    limit,
  );
}

/** Issuers and insiders whose CIK begins with these digits, the CIK itself first. */
export async function suggestCiks(db: Db, digits: string, limit: number) {
  // Digits have the same order in every collation.
  const begins = (column: SQL) => sql`${column} between ${digits} and ${digits.padEnd(10, "9")}`;
  const order = sql`cik::bigint`;
  const [{ rows }, owners] = await Promise.all([
    db.execute<IssuerRow>(sql`
      select cik, name, trading_symbol as symbol, name as matched, ${day}
      from (select * from ${issuer} where ${begins(sql`cik`)} limit ${MOST_READ}) as n order by ${order} limit ${limit}`),
    insiders(
      db,
      [
        sql`(select cik, name as matched, named_at, ${order} as rank from ${owner} where ${begins(sql`cik`)} limit ${MOST_READ})`,
      ],
      limit,
    ),
  ]);
  return [...rows.map(toIssuer), ...owners];
}

type FilingRow = {
  accession_number: string;
  document_type: string | null;
  filing_date: string | null;
  first_owner: { cik: string | null; name: string | null } | null;
  issuer_cik: string | null;
  issuer_name: string | null;
  symbol: string | null;
};

/** Filings whose accession number is in a range, the highest first. */
export async function suggestFilings(db: Db, { from, to }: AccessionRange, limit: number): Promise<Of<"filing">[]> {
  const { rows } = await db.execute<FilingRow>(sql`
    select accession_number, document_type, filing_date::text, issuer_cik, issuer_name, issuer_trading_symbol as symbol,
      (select jsonb_build_object('cik', cik, 'name', name)
        from ${filingOwner} o where o.accession_number = f.accession_number order by position limit 1) as first_owner
    from ${filing} f where accession_number between ${from} and ${to} order by accession_number desc limit ${limit}`);
  return rows.map((row) => ({
    kind: "filing",
    accessionNumber: row.accession_number,
    documentType: row.document_type,
    filingDate: row.filing_date,
    insider: row.first_owner?.name ?? null,
    insiderCik: row.first_owner?.cik ?? null,
    issuer: { cik: row.issuer_cik, name: row.issuer_name, tradingSymbol: row.symbol },
  }));
}

/** The issuers that use these tickers now. */
export async function listIssuersBySymbol(db: Db, symbols: string[]): Promise<SuggestedIssuer[]> {
  const { rows } = await db.execute<{ cik: string; name: string | null; symbol: string }>(sql`
    select cik, name, upper(trading_symbol) as symbol from ${issuer}
    where upper(trading_symbol) = any(${sql.param(symbols)}::text[]) order by named_at desc`);
  return rows.map(({ cik, name, symbol }) => ({ cik, name, tradingSymbol: symbol }));
}
