import { describeFilter, type PartyNames } from "@/lib/filters/describe-filter";
import { FILTER_NAMES, FILTER_PARTS, type FilingFilter, type FilterName, NO_FILTER } from "@/lib/filters/filing-filter";
import { groupBy } from "@/lib/values/group-by";

/** A filter with one condition removed or corrected, and a label for that condition. */
export type RelaxedFilter = { label: string; filter: FilingFilter };

const PARTIES: readonly FilterName[] = ["issuer", "insider"];

/** Filters that are dropped together, because they are the two ends of a range. The issuer and the insider are dropped last. */
const GROUPS = [
  ...groupBy([...FILTER_NAMES.filter((name) => !PARTIES.includes(name)), ...PARTIES], (name) =>
    FILTER_PARTS[name].param.replace(/-(?:from|to)$/, ""),
  ).values(),
];

/** The nearest other filters: with the ends of reversed ranges swapped, then without each condition in turn. */
export const relaxedFilters = (filter: FilingFilter, names: PartyNames): RelaxedFilter[] => [
  ...rangesTurnedRound(filter),
  ...GROUPS.flatMap((group) => {
    const pick = (from: FilingFilter) => Object.fromEntries(group.map((name) => [name, from[name]]));
    const words = describeFilter({ ...NO_FILTER, ...pick(filter) }, names);
    return words === "" ? [] : [{ label: `Without ${words}`, filter: { ...filter, ...pick(NO_FILTER) } }];
  }),
];

/** For each range whose start is after its end, so that nothing can be in it: the filter with the two exchanged. */
export const rangesTurnedRound = (filter: FilingFilter): RelaxedFilter[] =>
  GROUPS.flatMap(([first, last]) => {
    if (!first || !last) return [];
    const [from, to] = [filter[first], filter[last]];
    // Dates and numbers of days alike
    const isReversed = typeof from === "string" && typeof to === "string" && from.localeCompare(to, "en", NUMERIC) > 0;
    if (!isReversed) return [];
    const turned = { [first]: to, [last]: from };
    const words = describeFilter({ ...NO_FILTER, ...turned }, { issuers: {}, insiders: {} });
    return [{ label: `The range ends before it starts. Swap its ends: ${words}`, filter: { ...filter, ...turned } }];
  });

const NUMERIC = { numeric: true };
