import { FACET_NAMES, type ShownFacets, SLICE_NAMES } from "@/lib/filters/facets";
import { FILTER_PARTS } from "@/lib/filters/filing-filter";

/**
 * The counts of a list as in JSON: for each filter with choices, what each choice would find beside the other filters. The value null
 * counts transactions that no choice finds. Null if the counts were not there in time.
 */
export function facetsRecord(shown: ShownFacets) {
  if (shown === null || shown === "late") return { facets: null, facetsAsOf: null };
  const facets = FACET_NAMES.map((name) => {
    const { choices, none } = shown.facets[name];
    return [FILTER_PARTS[name].param, none.trades === 0 ? choices : [...choices, { value: null, ...none }]];
  });
  const slices = SLICE_NAMES.map((name) => [FILTER_PARTS[name].param, shown.slices[name]]);
  return { facets: Object.fromEntries([...facets, ...slices]), facetsAsOf: shown.asOf };
}
