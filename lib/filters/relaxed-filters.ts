import { describeFilter, type PartyNames } from "@/lib/filters/describe-filter";
import { FILTER_NAMES, FILTER_PARTS, type FilingFilter, type FilterName, NO_FILTER } from "@/lib/filters/filing-filter";
import { groupBy } from "@/lib/values/group-by";

/** A filter with one condition removed, and a label for that condition. */
export type RelaxedFilter = { label: string; filter: FilingFilter };

const PARTIES: readonly FilterName[] = ["issuer", "insider"];

/** Filters that are dropped together, because they are the two ends of a range. Whose filings they are is dropped last. */
const GROUPS = [
  ...groupBy([...FILTER_NAMES.filter((name) => !PARTIES.includes(name)), ...PARTIES], (name) =>
    FILTER_PARTS[name].param.replace(/-(?:from|to)$/, ""),
  ).values(),
];

/** The nearest broader filters: without each condition in turn. */
export const relaxedFilters = (filter: FilingFilter, names: PartyNames): RelaxedFilter[] =>
  GROUPS.flatMap((group) => {
    const pick = (from: FilingFilter) => Object.fromEntries(group.map((name) => [name, from[name]]));
    const words = describeFilter({ ...NO_FILTER, ...pick(filter) }, names);
    return words === "" ? [] : [{ label: `Without ${words}`, filter: { ...filter, ...pick(NO_FILTER) } }];
  });
