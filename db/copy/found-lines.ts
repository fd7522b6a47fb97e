import type { DuckDBConnection } from "@duckdb/node-api";
import { and, sql } from "drizzle-orm";
import { withoutFacets } from "@/db/copy/class-masks";
import { type CountedLines, columnsOf, IS_COUNTED } from "@/db/copy/counted-lines";
import { conditionsBesidesClass, isOfInsiders } from "@/db/copy/line-conditions";
import { type LineRange, rangesOf } from "@/db/copy/line-ranges";
import type { ResolvedFilter } from "@/db/copy/questions";

/** Numbers of lines, some at a time. A part is only valid until the next one is asked for. */
export type FoundLines = Iterable<Int32Array> | AsyncIterable<Int32Array>;

/**
 * How to find the lines that meet what a filter asks of more than their class: in memory, or first by a question to DuckDB.
 * @param besides a range that is asked for besides the filter
 */
export function searchFor(
  connection: DuckDBConnection,
  lines: CountedLines,
  asked: ResolvedFilter,
  besides: LineRange | null = null,
): { ranges: readonly LineRange[]; isInMemory: boolean; find: (backwards?: boolean) => FoundLines } {
  const { ranges: ofFilter, rest } = rangesOf(withoutFacets(asked.filter));
  const ranges = besides === null ? ofFilter : [...ofFilter, besides];
  const others = conditionsBesidesClass({ ...asked, filter: rest });
  const isInMemory = others.length === 0;
  const besidesInsiders = conditionsBesidesClass({ ...asked, insiders: null, filter: rest });
  const byDuck = async function* () {
    // DuckDB would have to look for their filings among all lines, but in memory these are next to the lines of the insiders.
    if (asked.insiders !== null && besidesInsiders.length === 0) {
      const query = sql`select n, filing from listing where ${isOfInsiders(asked.insiders)}`;
      const [near, accessions]: [number[], bigint[]] = [[], []];
      for await (const [numbers, filings] of columnsOf(connection, query)) {
        near.push(...(numbers as Int32Array));
        accessions.push(...(filings as BigInt64Array));
      }
      yield lines.narrow(lines.ofFilingsNear(near, accessions), ranges);
      return;
    }
    const query = sql`select n from listing where ${and(IS_COUNTED, ...others)}`;
    for await (const [numbers] of columnsOf(connection, query)) yield lines.narrow(numbers as Int32Array, ranges);
  };
  return {
    ranges,
    isInMemory,
    find: (backwards) => (isInMemory ? lines.within(ranges, backwards) : byDuck()),
  };
}
