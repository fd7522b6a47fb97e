import type { Client } from "pg";
import { FACET_NAMES, FACETS, type FacetName, SLICE_NAMES, SLICES, type SliceName } from "@/lib/filters/facets";
import { FILTER_PARTS } from "@/lib/filters/filing-filter";
import { type Asked, IN_SQL, plainCondition } from "@/testing/random-listing";

/** What each choice of each filter counts beside a filter, by plain SQL. */
export async function plainCounts(client: Client, asked: Asked) {
  const conditionOf = (name: FacetName | SliceName) => (value: string) =>
    [name, value, IN_SQL[FILTER_PARTS[name].param]?.(value) ?? "false"] as const;
  const counts = [
    ...FACET_NAMES.flatMap((facet) => [
      [facet, "any", "true"] as const,
      ...(FACETS[facet] as readonly string[]).map(conditionOf(facet)),
    ]),
    ...SLICE_NAMES.flatMap((slice) => (SLICES[slice] as readonly string[]).map(conditionOf(slice))),
  ];
  const queries = [...FACET_NAMES, ...SLICE_NAMES].map((facet) => {
    const columns = counts.flatMap(([of, , condition]) =>
      of === facet
        ? [
            `count(*) filter (where ${condition})::int`,
            `count(distinct accession_number) filter (where ${condition})::int`,
          ]
        : [],
    );
    return `select array[${columns.join(", ")}] as found from listing where ${plainCondition(asked, facet)}`;
  });
  const { rows } = await client.query<{ found: number[] }>(
    [
      ...queries,
      `select array[count(*)::int, count(distinct accession_number)::int] from listing where ${plainCondition(asked)}`,
    ].join(" union all "),
  );
  const pairs = rows.flatMap(({ found }) =>
    Array.from({ length: found.length / 2 }, (_, at) => ({ trades: found[2 * at], filings: found[2 * at + 1] })),
  );
  return { found: pairs.at(-1), byChoice: counts.map(([facet, value], at) => ({ facet, value, ...pairs[at] })) };
}
