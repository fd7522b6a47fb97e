import { and, asc, eq, exists, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { filingIsListed, wordsMatch } from "@/db/queries/filing-conditions";
import { filing, filingOwner, issuer, issuerName, owner, ownerName } from "@/db/schema";
import { type FilingFilter, isFiltered, NO_FILTER } from "@/lib/filters/filing-filter";
import type { Party } from "@/lib/filters/party";

/** A line of a directory: a person or company with what it filed under the filter. */
export type DirectoryEntry = {
  cik: string;
  name: string | null;
  /** Of an issuer. */
  tradingSymbol: string | null;
  filings: number;
  lastFiling: {
    accessionNumber: string;
    filingDate: string | null;
    orderedAt: string;
    documentType: string | null;
  } | null;
  /** For an insider the issuers, for an issuer the insiders, newest first: a few by name, and how many in all. */
  others: { cik: string; name: string | null; tradingSymbol: string | null }[];
  othersInAll: number;
};

/** Where the next page of a directory begins. */
export type NameCursor = { name: string; cik: string };
export type DirectoryPage = { entries: DirectoryEntry[]; next: NameCursor | null };

const OTHERS_NAMED = 3;

/** Insiders by name as filed, with the filings that the filter leaves them. */
export async function listInsiders(
  db: Db,
  filter: FilingFilter,
  after: NameCursor | null,
  limit: number,
): Promise<DirectoryPage> {
  const { insider, ...rest } = filter;
  const ofFiling = filingIsListed({ ...rest, insider: [] }, false);
  const found = await db
    .select({ cik: owner.cik, name: owner.name, sortName: sql<string>`lower(coalesce(${owner.name}, ''))` })
    .from(owner)
    .where(
      and(
        isParty(
          insider,
          (cik) => eq(owner.cik, cik),
          (words) =>
            exists(
              sql`(select from ${ownerName} where ${ownerName.cik} = ${owner.cik} and ${wordsMatch(ownerName.words, words)})`,
            ),
        ),
        isFiltered({ ...NO_FILTER, ...rest })
          ? exists(
              sql`(select from ${filingOwner} join ${filing} on ${filing.accessionNumber} = ${filingOwner.accessionNumber} where ${and(sql`${filingOwner.cik} = ${owner.cik}`, ofFiling)})`,
            )
          : undefined,
        after ? sql`(lower(coalesce(${owner.name}, '')), ${owner.cik}) > (${after.name}, ${after.cik})` : undefined,
      ),
    )
    .orderBy(sql`lower(coalesce(${owner.name}, ''))`, asc(owner.cik))
    .limit(limit + 1);
  return directoryPage(found, limit, (cik) =>
    activity(
      db,
      sql`exists (select from ${filingOwner} where ${filingOwner.accessionNumber} = ${filing.accessionNumber} and ${filingOwner.cik} = ${cik})`,
      ofFiling,
      "issuers",
    ),
  );
}

/** Issuers by name, with the filings that the filter leaves them. */
export async function listIssuers(
  db: Db,
  filter: FilingFilter,
  after: NameCursor | null,
  limit: number,
): Promise<DirectoryPage> {
  const { issuer: asked, ...rest } = filter;
  const ofFiling = filingIsListed({ ...rest, issuer: [] }, false);
  const found = await db
    .select({
      cik: issuer.cik,
      name: issuer.name,
      tradingSymbol: issuer.tradingSymbol,
      sortName: sql<string>`lower(coalesce(${issuer.name}, ''))`,
    })
    .from(issuer)
    .where(
      and(
        isParty(
          asked,
          (cik) => eq(issuer.cik, cik),
          (words) =>
            exists(
              sql`(select from ${issuerName} where ${issuerName.cik} = ${issuer.cik} and ${wordsMatch(issuerName.words, words)})`,
            ),
        ),
        isFiltered({ ...NO_FILTER, ...rest })
          ? exists(sql`(select from ${filing} where ${and(sql`${filing.issuerCik} = ${issuer.cik}`, ofFiling)})`)
          : undefined,
        after ? sql`(lower(coalesce(${issuer.name}, '')), ${issuer.cik}) > (${after.name}, ${after.cik})` : undefined,
      ),
    )
    .orderBy(sql`lower(coalesce(${issuer.name}, ''))`, asc(issuer.cik))
    .limit(limit + 1);
  return directoryPage(found, limit, (cik) => activity(db, sql`${filing.issuerCik} = ${cik}`, ofFiling, "insiders"));
}

function isParty(parties: Party[], byCik: (cik: string) => SQL, byWords: (words: string[]) => SQL): SQL | undefined {
  if (parties.length === 0) return undefined;
  return sql`(${sql.join(
    parties.map((party) => ("cik" in party ? byCik(party.cik) : byWords(party.words))),
    sql` or `,
  )})`;
}

type Found = { cik: string; name: string | null; tradingSymbol?: string | null; sortName: string };
type Activity = Pick<DirectoryEntry, "filings" | "lastFiling" | "others" | "othersInAll">;

async function directoryPage(
  found: Found[],
  limit: number,
  activityOf: (cik: string) => Promise<Activity>,
): Promise<DirectoryPage> {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const entries = await Promise.all(
    page.map(async ({ cik, name, tradingSymbol = null }) => ({ cik, name, tradingSymbol, ...(await activityOf(cik)) })),
  );
  return { entries, next: found.length > limit && last ? { name: last.sortName, cik: last.cik } : null };
}

/** Counts the filings of one party; reads only that party's, of which the largest have some thousands. */
async function activity(
  db: Db,
  isTheirs: SQL,
  ofFiling: SQL | undefined,
  others: "issuers" | "insiders",
): Promise<Activity> {
  const theirs = sql`select ${filing.accessionNumber}, ${filing.filingDate}, ${filing.orderedAt}, ${filing.documentType}, ${filing.issuerCik} from ${filing} where ${and(isTheirs, ofFiling)}`;
  const otherCik =
    others === "issuers"
      ? sql`select issuer_cik as cik, max(ordered_at) as at from theirs where issuer_cik is not null group by 1`
      : sql`select o.cik, max(theirs.ordered_at) as at from theirs join filing_owner o using (accession_number) where o.cik is not null group by 1`;
  const named = others === "issuers" ? sql`left join issuer n using (cik)` : sql`left join owner n using (cik)`;
  const symbol = others === "issuers" ? sql`n.trading_symbol` : sql`null::text`;
  const { rows } = await db.execute<{
    filings: string;
    last: {
      accession_number: string;
      filing_date: string | null;
      ordered_at: string;
      document_type: string | null;
    } | null;
    others: DirectoryEntry["others"] | null;
    others_in_all: string;
  }>(sql`
    with theirs as (${theirs}), others as (${otherCik})
    select
      (select count(*) from theirs) as filings,
      (select to_jsonb(t) from theirs t order by ordered_at desc, accession_number desc limit 1) as last,
      (select jsonb_agg(jsonb_build_object('cik', cik, 'name', name, 'tradingSymbol', symbol))
        from (select cik, n.name, ${symbol} as symbol from others ${named} order by at desc, cik limit ${OTHERS_NAMED}) as first) as others,
      (select count(*) from others) as others_in_all`);
  const [row] = rows;
  const last = row?.last;
  return {
    filings: Number(row?.filings ?? 0),
    lastFiling: last
      ? {
          accessionNumber: last.accession_number,
          filingDate: last.filing_date,
          orderedAt: new Date(last.ordered_at).toISOString(),
          documentType: last.document_type,
        }
      : null,
    others: row?.others ?? [],
    othersInAll: Number(row?.others_in_all ?? 0),
  };
}
