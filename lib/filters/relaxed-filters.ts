import { ANY_WORDS, describeFilter, type PartyNames } from "@/lib/filters/describe-filter";
import { FILTER_NAMES, FILTER_PARTS, type FilingFilter, type FilterName, NO_FILTER } from "@/lib/filters/filing-filter";
import { parseDecimal } from "@/lib/values/decimal";
import { groupBy } from "@/lib/values/group-by";

/** A filter with one condition removed or corrected, and a label for the result. */
export type RelaxedFilter = {
  label: string;
  filter: FilingFilter;
  /** The filter is faulty, so the label is shown even if the corrected filter finds nothing either. */
  isCorrection?: true;
};

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
    const isUsed = describeFilter({ ...NO_FILTER, ...pick(filter) }, names) !== "";
    const label = group.map((name) => ANY_WORDS[name]).find((words) => words !== null);
    return isUsed && label ? [{ label, filter: { ...filter, ...pick(NO_FILTER) } }] : [];
  }),
];

/** The filter with the ends of all reversed ranges swapped, if there are any. Nothing can lie in a reversed range. */
export function rangesTurnedRound(filter: FilingFilter): RelaxedFilter[] {
  const reversed = GROUPS.flatMap(([first, last]) => {
    if (!first || !last) return [];
    const [from, to] = [filter[first], filter[last]];
    return typeof from === "string" && typeof to === "string" && isAbove(from, to)
      ? [{ [first]: to, [last]: from }]
      : [];
  });
  if (reversed.length === 0) return [];
  const turned = Object.assign({}, ...reversed);
  const words = describeFilter({ ...NO_FILTER, ...turned }, { issuers: {}, insiders: {} });
  const fault = reversed.length === 1 ? "The range ends before it starts" : "The ranges end before they start";
  const label = `${fault}. Swap ${reversed.length === 1 ? "its" : "their"} ends: ${words}`;
  return [{ label, filter: { ...filter, ...turned }, isCorrection: true }];
}

/** Of two dates, or of two numbers. */
function isAbove(one: string, other: string): boolean {
  const [number, than] = [parseDecimal(one), parseDecimal(other)];
  return number && than ? number.gt(than) : one > other;
}
