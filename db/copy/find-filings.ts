import type { DuckDBConnection } from "@duckdb/node-api";
import { sql } from "drizzle-orm";
import { accessionNumberOf, accessionNumbersOf } from "@/db/copy/accession-numbers";
import type { CountedLines } from "@/db/copy/counted-lines";
import { rowsOf } from "@/db/copy/duck";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { keepFound, searchFor } from "@/db/copy/found-lines";
import { areInMemory, isLineFor } from "@/db/copy/line-conditions";
import type { NamedFilings, ResolvedFilter } from "@/db/copy/questions";
import { COUNTED, upTo } from "@/lib/values/counts";

/** The database finds this many filings one by one. */
const MOST_NAMED = 2_000;
/** So many lines of a filter are kept for the next question about it. */
const MOST_KEPT = 100_000;
/** How many lines are read to count filings: at first this many, and then more, while they have too few filings. */
const READ_FIRST = 25_000;

/** How many transactions and filings meet a filter, each up to 10,000, and which filings if they are few. */
export async function nameFilings(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  onlyTransactions: boolean,
): Promise<NamedFilings> {
  if (areInMemory(asked, onlyTransactions)) return nameInMemory(connection, classes, lines, asked);
  const isLine = isLineFor(classes, asked, onlyTransactions);
  for (let most = READ_FIRST; ; most *= 4) {
    const [found] = await rowsOf<{ lines: string; rows: string; filings: string; numbers: string[] | null }>(
      connection,
      sql`with found as materialized (
          select filing, own_number, table_number, line from listing where ${isLine} limit ${String(most + 1)}::int)
        select count(*) as lines, count(distinct (filing, table_number, line)) as rows, count(distinct filing) as filings,
          case when count(distinct filing) <= ${String(MOST_NAMED)}::int
            then coalesce(list(distinct coalesce(own_number, filing::varchar)), []) end as numbers
        from found`,
    );
    if (!found) throw new Error("A count has one row.");
    const filings = upTo(Number(found.filings));
    if (Number(found.lines) > most && filings.count !== null) continue;
    return {
      counts: { rows: upTo(Number(found.rows)), filings },
      filings: Number(found.lines) > most ? null : (found.numbers?.map(accessionNumberOf) ?? null),
    };
  }
}

async function nameInMemory(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
): Promise<NamedFilings> {
  const { filings, version } = lines;
  const search = searchFor(connection, classes, lines, asked);
  let [rows, last] = [0, 0];
  const firstLines: number[] = [];
  const all: number[] = [];
  for await (const numbers of search.find()) {
    for (let at = 0; at < numbers.length; at++) {
      const line = numbers[at] as number;
      rows++;
      if (all.length <= MOST_KEPT) all.push(line);
      if (filings[line] === last) continue;
      last = filings[line] as number;
      firstLines.push(line);
    }
    if (firstLines.length > COUNTED) break;
  }
  // Lines that were replaced in the meantime are another snapshot's.
  const areAll = firstLines.length <= COUNTED && all.length <= MOST_KEPT && lines.version === version;
  if (search.isInMemory && areAll) keepFound(lines, asked, all);
  const counts = { rows: upTo(rows), filings: upTo(firstLines.length) };
  if (firstLines.length > MOST_NAMED) return { counts, filings: null };
  return { counts, filings: await accessionNumbersOf(connection, lines, firstLines) };
}
