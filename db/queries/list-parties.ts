import { and, asc, eq, exists, type SQL, sql } from "drizzle-orm";
import { anyOf, filingIsListed, isIssuerName, wordsMatch } from "@/db/queries/filing-conditions";
import { findPartyActivity } from "@/db/queries/party-activity";
import { filing, filingOwner, issuer, issuerName, owner, ownerName } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { type FilingFilter, isFiltered } from "@/lib/filters/filing-filter";
import type { NameCursor } from "@/lib/filters/name-cursor";
import { type NamedParty, wordsOf } from "@/lib/filters/party";
import { COUNTED, type Count, upTo } from "@/lib/values/counts";
import type { Directory, DirectoryView } from "@/lib/views/directory";

/** How a directory is read: the table of its parties, and how to find the filings of a party. */
const DIRECTORIES = {
  insiders: {
    table: owner,
    symbol: sql<string | null>`null::text`,
    asked: ({ insider }: FilingFilter) => insider,
    isNamed: (party: NamedParty) =>
      exists(
        sql`(select from ${ownerName} where ${ownerName.cik} = ${owner.cik} and ${wordsMatch(ownerName.words, wordsOf(party))})`,
      ),
    /** The filter on filings, without its conditions on the parties themselves. */
    ofFilings: (filter: FilingFilter): FilingFilter => ({ ...filter, insider: [] }),
    isFiledBy: (cik: SQL) =>
      exists(
        sql`(select from ${filingOwner} where ${filingOwner.accessionNumber} = ${filing.accessionNumber} and ${filingOwner.cik} = ${cik})`,
      ),
    hasFiled: (ofFiling: SQL | undefined) =>
      exists(
        sql`(select from ${filingOwner} join ${filing} on ${filing.accessionNumber} = ${filingOwner.accessionNumber} where ${and(eq(filingOwner.cik, owner.cik), ofFiling)})`,
      ),
    others: "issuers",
  },
  issuers: {
    table: issuer,
    symbol: sql<string | null>`${issuer.tradingSymbol}`,
    asked: ({ issuer }: FilingFilter) => issuer,
    isNamed: (party: NamedParty) =>
      exists(sql`(select from ${issuerName} where ${issuerName.cik} = ${issuer.cik} and ${isIssuerName(party)})`),
    ofFilings: (filter: FilingFilter): FilingFilter => ({ ...filter, issuer: [] }),
    isFiledBy: (cik: SQL) => sql`${filing.issuerCik} = ${cik}`,
    hasFiled: (ofFiling: SQL | undefined) =>
      exists(sql`(select from ${filing} where ${and(eq(filing.issuerCik, issuer.cik), ofFiling)})`),
    others: "insiders",
  },
} as const;

/** One page of insiders or issuers by name as filed, each with its filings under the filter. */
export async function listDirectory(
  db: Db,
  directory: Directory,
  filter: FilingFilter,
  after: NameCursor | null,
  limit: number,
): Promise<DirectoryView["page"]> {
  const { table, symbol, ofFilings, isFiledBy, others } = DIRECTORIES[directory];
  const sortName = sql<string>`lower(coalesce(${table.name}, ''))`;
  const isListed = partyIsListed(directory, filter);
  const [found, count] = await Promise.all([
    db
      .select({ cik: table.cik, name: table.name, tradingSymbol: symbol, sortName })
      .from(table)
      .where(and(isListed, after ? sql`(${sortName}, ${table.cik}) > (${after.name}, ${after.cik})` : undefined))
      .orderBy(sortName, asc(table.cik))
      .limit(limit + 1),
    countDirectory(db, directory, filter),
  ]);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    entries: await Promise.all(
      page.map(async ({ cik, name, tradingSymbol }) => ({
        cik,
        name,
        tradingSymbol,
        ...(await findPartyActivity(db, { cik, isTheirs: isFiledBy(sql`${cik}`), others }, ofFilings(filter))),
      })),
    ),
    next: found.length > limit && last ? { name: last.sortName, cik: last.cik } : null,
    count,
  };
}

/** The number of insiders or issuers under a filter, up to 10,000. */
export async function countDirectory(db: Db, directory: Directory, filter: FilingFilter): Promise<Count> {
  const { rows } = await db.execute<{ n: string }>(
    sql`select count(*) as n from (select from ${DIRECTORIES[directory].table} where ${partyIsListed(directory, filter) ?? sql`true`} limit ${COUNTED + 1}) as found`,
  );
  return upTo(Number(rows[0]?.n ?? 0));
}

function partyIsListed(directory: Directory, filter: FilingFilter): SQL | undefined {
  const { table, asked, isNamed, ofFilings, hasFiled } = DIRECTORIES[directory];
  const rest = ofFilings(filter);
  return and(
    anyOf(asked(filter), (cik) => eq(table.cik, cik), isNamed),
    isFiltered(rest) ? hasFiled(filingIsListed(rest, false)) : undefined,
  );
}
