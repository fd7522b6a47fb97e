import type { DuckDBConnection } from "@duckdb/node-api";
import { ClassMasks } from "@/db/copy/class-masks";
import type { CountedLines, Half } from "@/db/copy/counted-lines";
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
  SLICES,
  type SliceName,
  type Tally,
} from "@/lib/filters/facets";

/**
 * Counts the transactions under a filter, and their filings, for every choice of every facet and slice. All counts come from one pass
 * over the lines that meet the other filters, because what a line counts for depends only on its class, its dates and its industry.
 * The lines of a filing are next to each other, so that filings are counted on the way. If only classes are asked for, all lines are
 * counted by class beforehand. A slice that the filter chooses from needs a pass of its own without that choice.
 * @param half to count only one half of the lines
 */
export async function countFacets(
  connection: DuckDBConnection | null,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  half: Half | null = null,
): Promise<Facets> {
  const masks = new ClassMasks(classes, asked.filter);
  const slices = new SliceTally(lines, asked.today);
  const found = searchFor(connection, classes, lines, asked, { half });
  const tally = found.isOfAnyLine && half !== 1 ? lines.tally : new LineTally(masks.standIns);
  if (found.isOfAnyLine) for await (const numbers of found.find()) slices.add(numbers);
  else {
    const wanted = wantedLines(classes.length, (number) => masks.standIns[number] !== 0, false);
    const meeting = linesMeeting(classes, asked.filter);
    for await (const numbers of searchFor(connection, classes, lines, asked, { wanted, half }).find()) {
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
    counted.slices[name] = await countSlice(connection, classes, lines, others, name, half);
  }
  return counted;
}

async function countSlice(
  connection: DuckDBConnection | null,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  name: SliceName,
  half: Half | null,
): Promise<CountedChoice[]> {
  const slices = new SliceTally(lines, asked.today);
  // Lines that none of the choices finds are left out.
  const besides = name === "sic" ? null : rangeOfPeriods(name, asked.today);
  for await (const numbers of searchFor(connection, classes, lines, asked, { besides, half }).find())
    slices.add(numbers);
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

/** The counts of both halves of the lines together. */
export function joinFacets(one: Facets, other: Facets): Facets {
  const facets = FACET_NAMES.map((name): [FacetName, Facet] => {
    const [ofOne, ofOther] = [one.facets[name], other.facets[name]];
    return [
      name,
      {
        any: sum(ofOne.any, ofOther.any),
        choices: joinChoices(ofOne.choices, ofOther.choices),
        none: sum(ofOne.none, ofOther.none),
      },
    ];
  });
  const slices = SLICE_NAMES.map((name) => {
    const choices = joinChoices(one.slices[name], other.slices[name]);
    const { length } = SLICES[name];
    // Industries that are no choice may occur in one half alone.
    const others = choices.slice(length).sort((a, b) => Number(a.value) - Number(b.value));
    return [name, [...choices.slice(0, length), ...others]];
  });
  return {
    found: sum(one.found, other.found),
    facets: Object.fromEntries(facets) as Facets["facets"],
    slices: Object.fromEntries(slices) as Facets["slices"],
  };
}

function joinChoices(one: readonly CountedChoice[], other: readonly CountedChoice[]): CountedChoice[] {
  const joined = new Map(one.map((choice) => [choice.value, choice]));
  for (const choice of other) {
    const known = joined.get(choice.value);
    joined.set(choice.value, known === undefined ? choice : { ...choice, ...sum(known, choice) });
  }
  return [...joined.values()];
}

const sum = (one: Tally, other: Tally): Tally => ({
  trades: one.trades + other.trades,
  filings: one.filings + other.filings,
});
