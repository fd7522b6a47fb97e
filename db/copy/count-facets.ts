import type { DuckDBConnection } from "@duckdb/node-api";
import { ClassMasks } from "@/db/copy/class-masks";
import type { CountedLines } from "@/db/copy/counted-lines";
import { anyOf, type FacetClasses, FIRST_BITS, FOUND, noneOf } from "@/db/copy/facet-classes";
import { searchFor } from "@/db/copy/found-lines";
import { LineTally } from "@/db/copy/line-tally";
import type { ResolvedFilter } from "@/db/copy/questions";
import { rangeOfPeriods, SliceTally } from "@/db/copy/slice-tally";
import {
  FACET_NAMES,
  FACETS,
  type Facet,
  type FacetName,
  type Facets,
  SLICE_NAMES,
  type SliceName,
} from "@/lib/filters/facets";

/**
 * Counts the transactions under a filter, and their filings, for every choice of every facet and slice. All counts come from one pass
 * over the lines that meet the other filters, because what a line counts for depends only on its class, its dates and its industry.
 * The lines of a filing are next to each other, so that filings are counted on the way. A slice that the filter chooses from needs a
 * pass of its own without that choice.
 */
export async function countFacets(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
): Promise<Facets> {
  const counted = facetsOf(await tallyOf(connection, classes, lines, asked));
  for (const name of SLICE_NAMES) {
    if (name === "sic" ? asked.industries === null : asked.filter[name] === null) continue;
    const others =
      name === "sic" ? { ...asked, industries: null } : { ...asked, filter: { ...asked.filter, [name]: null } };
    counted.slices[name] = (await tallyOf(connection, classes, lines, others, name)).slices.count(name);
  }
  return counted;
}

/** @param slice the only one that is counted; lines that none of its choices finds are then left out */
async function tallyOf(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  slice: SliceName | null = null,
): Promise<LineTally> {
  const tally = new LineTally(lines, new ClassMasks(classes, asked.filter), new SliceTally(asked.today));
  const isOfPeriod = slice === "filedWithin" || slice === "tradedWithin";
  const search = searchFor(connection, lines, asked, {
    besides: isOfPeriod ? rangeOfPeriods(slice, asked.today) : null,
  });
  if (search.isInMemory && search.ranges.length === 0) tally.addAll();
  else for await (const numbers of search.find()) tally.add(numbers);
  return tally;
}

function facetsOf(tally: LineTally): Facets {
  const count = tally.count();
  const facets = FACET_NAMES.map((name, facet): [FacetName, Facet] => [
    name,
    {
      any: count(anyOf(facet)),
      choices: FACETS[name].map((value, at) => ({ value, ...count((FIRST_BITS[facet] as number) + at) })),
      none: count(noneOf(facet)),
    },
  ]);
  return {
    found: count(FOUND),
    facets: Object.fromEntries(facets) as Facets["facets"],
    slices: Object.fromEntries(SLICE_NAMES.map((name) => [name, tally.slices.count(name)])) as Facets["slices"],
  };
}
