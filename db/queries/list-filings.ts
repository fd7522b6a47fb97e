import { and, desc, isNull, type SQL, sql } from "drizzle-orm";
import { filingIsListed, filingMeets, rowMeets } from "@/db/queries/filing-conditions";
import { listFilingEntries } from "@/db/queries/filing-entries";
import { filing, filingRow } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { Cursor } from "@/lib/filters/cursor";
import { asksForRows, type FilingFilter, isFiltered } from "@/lib/filters/filing-filter";
import type { FilingEntry } from "@/lib/record/filing";
import { COUNTED, type Count, upTo } from "@/lib/values/counts";
import type { FilingPage } from "@/lib/views/lists";

export type FilingListOptions = {
  after: Cursor | null;
  limit: number;
  /** Omit filings without a transaction that meets the filter. */
  onlyTransactions: boolean;
};

/** One page of filings under a filter, newest first. Its cost does not grow with the page's distance from the first. */
export async function listFilings(
  db: Db,
  filter: FilingFilter,
  { after, limit, onlyTransactions }: FilingListOptions,
): Promise<FilingPage> {
  const isListed = filingIsListed(filter, onlyTransactions);
  const found =
    (isFiltered(filter) ? await pickFromFew(db, isListed, after, limit + 1) : null) ??
    (await db
      .select({ accessionNumber: filing.accessionNumber, orderedAt: filing.orderedAt })
      .from(filing)
      .where(and(isListed, after ? isBehind(after) : undefined))
      .orderBy(desc(filing.orderedAt), desc(filing.accessionNumber))
      .limit(limit + 1));
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    entries: await listFilingEntries(
      db,
      page.map((f) => f.accessionNumber),
    ),
    next: found.length > limit && last ? { ...last, orderedAt: last.orderedAt.toISOString() } : null,
  };
}

type Place = { accessionNumber: string; orderedAt: Date };

/**
 * The page of a filter that finds few filings, from all of them together; null if it finds many. Otherwise PostgreSQL would walk
 * from the newest filing until a page is full: for the trades of one week some years ago, through every filing since.
 */
async function pickFromFew(
  db: Db,
  isListed: SQL | undefined,
  after: Cursor | null,
  limit: number,
): Promise<Place[] | null> {
  const behind = after
    ? sql`where (ordered_at, accession_number) < (${after.orderedAt}::timestamptz, ${after.accessionNumber})`
    : sql``;
  const { rows } = await db.execute<{ n: string; accession_number: string | null; ordered_at: string | null }>(sql`
    with few as materialized (
      select ${filing.accessionNumber}, ${filing.orderedAt} from ${filing} where ${isListed} limit ${COUNTED + 1}
    )
    select total.n, page.accession_number, page.ordered_at
    from (select count(*) as n from few) as total
    left join lateral (
      select * from few ${behind} order by ordered_at desc, accession_number desc limit ${limit}
    ) as page on true
    order by page.ordered_at desc, page.accession_number desc`);
  if (Number(rows[0]?.n ?? 0) > COUNTED) return null;
  return rows.flatMap(({ accession_number: accessionNumber, ordered_at }) =>
    accessionNumber === null || ordered_at === null ? [] : [{ accessionNumber, orderedAt: new Date(ordered_at) }],
  );
}

const isBehind = ({ orderedAt, accessionNumber }: Cursor): SQL =>
  sql`(${filing.orderedAt}, ${filing.accessionNumber}) < (${orderedAt}::timestamptz, ${accessionNumber})`;

/** The number of rows and filings that a filter finds, each up to 10,000. */
export async function countFilings(db: Db, filter: FilingFilter, onlyTransactions: boolean) {
  const [rows, filings] = await Promise.all([
    countRows(db, filter, onlyTransactions),
    countListed(db, filter, onlyTransactions),
  ]);
  return { rows, filings };
}

/** Transactions that meet the filter or, if it does not ask for rows, all rows of its filings. */
function countRows(db: Db, filter: FilingFilter, onlyTransactions: boolean): Promise<Count> {
  const ofRow = onlyTransactions || asksForRows(filter) ? rowMeets(filter) : undefined;
  return countUpTo(
    db,
    sql`select from ${filingRow} join ${filing} on ${filing.accessionNumber} = ${filingRow.accessionNumber} where ${and(ofRow, filingMeets(filter)) ?? sql`true`}`,
  );
}

/** The filings of a list, up to 10,000. */
export const countListed = (db: Db, filter: FilingFilter, onlyTransactions: boolean): Promise<Count> =>
  countUpTo(db, sql`select from ${filing} where ${filingIsListed(filter, onlyTransactions) ?? sql`true`}`);

/** Filings without a known filing date, which a filter on it omits; null if it has no dates. */
export async function countUndated(db: Db, filter: FilingFilter, onlyTransactions: boolean): Promise<Count | null> {
  if (filter.filedFrom === null && filter.filedTo === null) return null;
  const undated = { ...filter, filedFrom: null, filedTo: null };
  const isUndated = and(isNull(filing.filingDate), filingIsListed(undated, onlyTransactions));
  return countUpTo(db, sql`select from ${filing} where ${isUndated}`);
}

/** The number of rows that a query finds, up to 10,000. */
async function countUpTo(db: Db, query: SQL): Promise<Count> {
  const { rows } = await db.execute<{ n: string }>(
    sql`select count(*) as n from (${query} limit ${COUNTED + 1}) as found`,
  );
  return upTo(Number(rows[0]?.n ?? 0));
}

/** Every filing under a filter, newest first, a batch at a time: for files of any length in little memory. */
export async function* streamFilings(
  db: Db,
  filter: FilingFilter,
  onlyTransactions: boolean,
): AsyncGenerator<FilingEntry> {
  let after: Cursor | null = null;
  do {
    const page: FilingPage = await listFilings(db, filter, { after, limit: 200, onlyTransactions });
    yield* page.entries;
    after = page.next;
  } while (after);
}
