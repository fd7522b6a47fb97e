import { and, asc, type SQL, sql } from "drizzle-orm";
import { type Asked, linesFor } from "@/db/queries/listing";
import { listActivity } from "@/db/queries/party-activity";
import { BY_ISSUER, BY_OWNER, readParties } from "@/db/queries/read-parties";
import { issuer, listing, owner } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { type FilingFilter, isFiltered } from "@/lib/filters/filing-filter";
import type { NameCursor } from "@/lib/filters/name-cursor";
import { COUNTED, type Count, upTo } from "@/lib/values/counts";
import type { Directory, DirectoryView } from "@/lib/views/directory";

/** How a directory is read: the table of its parties, and how to find the filings of a party. */
const DIRECTORIES = {
  insiders: {
    table: owner,
    symbol: sql<string | null>`null::text`,
    named: BY_OWNER.named,
    column: listing.ownerCik,
    asked: ({ insider }: FilingFilter) => insider,
    /** The filter on filings, without its conditions on the parties themselves. */
    ofFilings: (filter: FilingFilter): FilingFilter => ({ ...filter, insider: [] }),
  },
  issuers: {
    table: issuer,
    symbol: sql<string | null>`${issuer.tradingSymbol}`,
    named: BY_ISSUER.named,
    column: listing.issuerCik,
    asked: ({ issuer }: FilingFilter) => issuer,
    ofFilings: (filter: FilingFilter): FilingFilter => ({ ...filter, issuer: [] }),
  },
} as const;

/** The filter for the lines of parties that a directory lists. */
export const filterOfLines = (directory: Directory, filter: FilingFilter): FilingFilter =>
  DIRECTORIES[directory].ofFilings(filter);

const linesOfParties = (directory: Directory, filter: FilingFilter): Asked => ({
  filter: filterOfLines(directory, filter),
  onlyTransactions: false,
  ofEveryOwner: true,
});

/** If there are more lines, their parties are found faster elsewhere. */
const FEW_LINES = 20_000;
/** If there are more than this, and their parties cannot be found elsewhere, we check each party in turn for a line. */
const MANY_LINES = 200_000;

/** The parties with lines under the filter; without CIKs if there are more than 10,000. Null if they cannot be found elsewhere. */
type FindParties = () => Promise<{ ciks: readonly string[] | null } | null>;

const nowhereElse: FindParties = async () => null;

/** One page of insiders or issuers by name as filed, each with its filings under the filter. */
export async function listDirectory(
  db: Db,
  directory: Directory,
  filter: FilingFilter,
  after: NameCursor | null,
  limit: number,
  findElsewhere = nowhereElse,
): Promise<DirectoryView["page"]> {
  const { table, symbol } = DIRECTORIES[directory];
  const sortName = sql<string>`lower(coalesce(${table.name}, ''))`;
  const { isListed, areMany } = await listedParties(db, directory, filter, findElsewhere);
  const [found, count] = await Promise.all([
    db
      .select({ cik: table.cik, name: table.name, tradingSymbol: symbol, sortName })
      .from(table)
      .where(and(isListed, after ? sql`(${sortName}, ${table.cik}) > (${after.name}, ${after.cik})` : undefined))
      .orderBy(sortName, asc(table.cik))
      .limit(limit + 1),
    areMany ? upTo(COUNTED + 1) : countParties(db, directory, isListed),
  ]);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const activity = await listActivity(
    db,
    directory,
    page.map(({ cik }) => cik),
    linesOfParties(directory, filter),
  );
  return {
    entries: page.flatMap(({ cik, name, tradingSymbol }) => {
      const theirs = activity.get(cik);
      return theirs ? [{ cik, name, tradingSymbol, ...theirs }] : [];
    }),
    next: found.length > limit && last ? { name: last.sortName, cik: last.cik } : null,
    count,
  };
}

/** The number of insiders or issuers under a filter, up to 10,000. */
export const countDirectory = async (db: Db, directory: Directory, filter: FilingFilter): Promise<Count> =>
  countParties(db, directory, (await listedParties(db, directory, filter, nowhereElse)).isListed);

async function countParties(db: Db, directory: Directory, isListed: SQL | undefined): Promise<Count> {
  const { rows } = await db.execute<{ n: string }>(
    sql`select count(*) as n from (select from ${DIRECTORIES[directory].table} where ${isListed ?? sql`true`} limit ${COUNTED + 1}) as found`,
  );
  return upTo(Number(rows[0]?.n ?? 0));
}

/** The condition for a party to be listed, and whether more than 10,000 are known to meet it. */
async function listedParties(
  db: Db,
  directory: Directory,
  filter: FilingFilter,
  findElsewhere: FindParties,
): Promise<{ isListed: SQL | undefined; areMany: boolean }> {
  const { table, column, asked, named } = DIRECTORIES[directory];
  const parties = await readParties(db, asked(filter), { column: sql`${table.cik}`, named });
  const ofParties = linesOfParties(directory, filter);
  if (!isFiltered(ofParties.filter)) return { isListed: parties?.isOne, areMany: false };
  const lines = await linesFor(db, ofParties);
  const expected = await lines.expected();
  const found = expected < FEW_LINES ? null : await findElsewhere();
  const hasLine = found?.ciks
    ? sql`${table.cik} = any(${sql.param(found.ciks)}::text[])`
    : expected < MANY_LINES
      ? sql`${table.cik} in (select ${column} from ${lines.select(sql`${column}`)} as ${listing})`
      : sql`exists ${lines.selectOf(sql``, sql`${column} = ${table.cik}`)}`;
  return { isListed: and(parties?.isOne, hasLine), areMany: parties === null && found?.ciks === null };
}
