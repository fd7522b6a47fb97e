import type { DuckDBConnection } from "@duckdb/node-api";
import { ClassMasks } from "@/db/copy/class-masks";
import type { CountedLines } from "@/db/copy/counted-lines";
import { anyOf, type FacetClasses, FIRST_BITS, FOUND, noneOf } from "@/db/copy/facet-classes";
import { searchFor } from "@/db/copy/found-lines";
import { LineTally } from "@/db/copy/line-tally";
import type { ResolvedFilter } from "@/db/copy/questions";
import { rangeOfPeriods, SliceTally } from "@/db/copy/slice-tally";
import { linesMeeting, wantedLines } from "@/db/copy/wanted-lines";
import {
  type CountedChoice,
  FACET_NAMES,
  FACETS,
  type Facet,
  type FacetName,
  type Facets,
  SLICE_NAMES,
  type SliceName,
  type Tally,
} from "@/lib/filters/facets";

/**
 * Counts the transactions under a filter, and their filings, for every choice of every facet and slice. All counts come from one pass
 * over the lines that meet the other filters, because what a line counts for depends only on its class, its dates and its industry.
 * The lines of a filing are next to each other, so that filings are counted on the way. If only classes are asked for, all lines are
 * counted by class beforehand. A slice that the filter chooses from needs a pass of its own without that choice.
 */
export async function countFacets(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
): Promise<Facets> {
  const masks = new ClassMasks(classes, asked.filter);
  const slices = new SliceTally(lines, asked.today);
  const found = searchFor(connection, classes, lines, asked);
  const tally = found.isOfAnyLine ? lines.tally : new LineTally(masks.standIns);
  if (found.isOfAnyLine) for await (const numbers of found.find()) slices.add(numbers);
  else {
    const wanted = wantedLines(classes.length, (number) => masks.standIns[number] !== 0, false);
    const meeting = linesMeeting(classes, asked.filter);
    for await (const numbers of searchFor(connection, classes, lines, asked, { wanted }).find()) {
      tally.add(lines, numbers);
      slices.add(lines.pick(numbers, meeting));
    }
    tally.end();
  }
  const counted = facetsOf(tally.count(masks), slices);
  for (const name of SLICE_NAMES) {
    if (name === "sic" ? asked.industries === null : asked.filter[name] === null) continue;
    const others =
      name === "sic" ? { ...asked, industries: null } : { ...asked, filter: { ...asked.filter, [name]: null } };
    counted.slices[name] = await countSlice(connection, classes, lines, others, name);
  }
  return counted;
}

async function countSlice(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  name: SliceName,
): Promise<CountedChoice[]> {
  const slices = new SliceTally(lines, asked.today);
  // Lines that none of the choices finds are left out.
  const besides = name === "sic" ? null : rangeOfPeriods(name, asked.today);
  for await (const numbers of searchFor(connection, classes, lines, asked, { besides }).find()) slices.add(numbers);
  return slices.count(name);
}

function facetsOf(count: (bit: number) => Tally, slices: SliceTally): Facets {
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
    slices: Object.fromEntries(SLICE_NAMES.map((name) => [name, slices.count(name)])) as Facets["slices"],
  };
}
