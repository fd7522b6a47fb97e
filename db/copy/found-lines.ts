import type { DuckDBConnection } from "@duckdb/node-api";
import { sql } from "drizzle-orm";
import { withoutFacets } from "@/db/copy/class-masks";
import type { CountedLines, Half } from "@/db/copy/counted-lines";
import { columnsOf } from "@/db/copy/duck";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { conditionsBesidesClass, isLineOf, isOfInsiders } from "@/db/copy/line-conditions";
import { type LineRange, rangesOf } from "@/db/copy/line-ranges";
import type { ResolvedFilter } from "@/db/copy/questions";
import { linesMeeting, type WantedLines } from "@/db/copy/wanted-lines";

/** Numbers of lines, some at a time. A part is only valid until the next one is asked for. */
export type FoundLines = Iterable<Int32Array> | AsyncIterable<Int32Array>;

/**
 * How to find the lines that meet a filter: in memory, or first by a question to DuckDB.
 * @param connection null if they are found in memory
 * @param besides a range that is asked for besides the filter
 * @param ofEveryOwner whether the filter asks each owner of a filing, and lines of all owners are found
 * @param wanted instead of the lines whose class meets the filter
 * @param half of lines that are found in memory, only those of one half
 */
export function searchFor(
  connection: DuckDBConnection | null,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  {
    besides = null,
    ofEveryOwner = false,
    wanted: others = null,
    half = null,
  }: { besides?: LineRange | null; ofEveryOwner?: boolean; wanted?: WantedLines | null; half?: Half | null } = {},
): {
  ranges: readonly LineRange[];
  isInMemory: boolean;
  isOfAnyLine: boolean;
  find: (backwards?: boolean) => FoundLines;
} {
  const { ranges: ofFilter, rest } = rangesOf(withoutFacets(asked.filter));
  const ranges = besides === null ? ofFilter : [...ofFilter, besides];
  const wanted = others ?? linesMeeting(classes, asked.filter, ofEveryOwner);
  const { insiders } = asked;
  const besidesInsiders = conditionsBesidesClass({ ...asked, insiders: null, filter: rest });
  const byDuck = async function* () {
    const query = sql`select n from listing where ${isLineOf({ ...asked, filter: rest }, { ofEveryOwner })}`;
    for await (const [numbers] of columnsOf(needed(connection), query))
      yield lines.pick(lines.narrow(numbers as Int32Array, ranges), wanted);
  };
  const isInMemory = besidesInsiders.length === 0 && insiders === null;
  const before =
    others === null && half === null && isInMemory && !ofEveryOwner
      ? lines.foundBefore.get(JSON.stringify(asked))
      : undefined;
  return {
    ranges,
    isInMemory,
    /** Whether nothing is asked for but classes. */
    isOfAnyLine: isInMemory && ranges.length === 0,
    find: (backwards) => {
      if (before !== undefined) return [lines.narrow(before.slice(), besides === null ? [] : [besides])];
      if (besidesInsiders.length > 0 || (insiders !== null && ofEveryOwner)) return byDuck();
      return insiders === null
        ? lines.within(wanted, ranges, { backwards, half })
        : ofInsiders(needed(connection), lines, insiders, ranges, wanted);
    },
  };
}

function needed(connection: DuckDBConnection | null): DuckDBConnection {
  if (connection === null) throw new Error("Only DuckDB finds these lines.");
  return connection;
}

/** All lines under a filter, if they were found before. */
export const knownLines = ({ foundBefore }: CountedLines, asked: ResolvedFilter): Int32Array | null =>
  foundBefore.get(JSON.stringify(asked)) ?? null;

const MOST_BEFORE = 16;

/** Keeps all lines under a filter for the next questions about it. */
export function keepFound({ foundBefore }: CountedLines, asked: ResolvedFilter, found: readonly number[]) {
  const key = JSON.stringify(asked);
  foundBefore.delete(key);
  const [oldest] = foundBefore.keys();
  if (foundBefore.size >= MOST_BEFORE && oldest !== undefined) foundBefore.delete(oldest);
  foundBefore.set(key, Int32Array.from(found));
}

/**
 * All lines of the filings of some insiders. DuckDB would have to look for these filings among all lines, but in memory the lines of a
 * filing are next to each other.
 */
async function* ofInsiders(
  connection: DuckDBConnection,
  lines: CountedLines,
  insiders: readonly string[],
  ranges: readonly LineRange[],
  wanted: WantedLines,
) {
  const counted: number[] = [];
  const query = sql`select n, filing from listing where ${isOfInsiders(insiders)}`;
  for await (const [numbers, filings] of columnsOf(connection, query))
    counted.push(...lines.countedBeside(numbers as Int32Array, filings as BigInt64Array));
  yield lines.pick(lines.narrow(lines.ofSameFilings(counted), ranges), wanted);
}
