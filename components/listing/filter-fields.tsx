import { Fragment } from "react";
import type { PartyNames } from "@/lib/filters/describe-filter";
import { FACET_NAMES, type ShownFacets, SLICE_NAMES } from "@/lib/filters/facets";
import { FILTER_PARTS, type FilingFilter, type FilterName, NO_FILTER } from "@/lib/filters/filing-filter";
import { plural } from "@/lib/values/counts";
import { newYorkClock } from "@/lib/values/new-york-time";
import { type CountOf, type FilteredPage, FilterField, type StripField } from "./filter-field";
import { listed } from "./filter-words";
import { RARER_FIELDS } from "./rarer-fields";
import { STRIP_FIELDS } from "./strip-fields";

type FilterFieldsProps = {
  filter: FilingFilter;
  /** Names of the parties that the filter identifies by CIK. */
  names?: PartyNames;
  /** The filters that this page has. */
  only: readonly FilterName[];
  /** For filters that limit the page even if they are not set: the limit in words. */
  unset?: Partial<Record<FilterName, string>>;
  /** Counts beside the choices. */
  facets?: ShownFacets;
  hrefOf: (filter: FilingFilter) => string;
  clearAllHref: string;
};

/** The fields of a filter, for a form around them. */
export const FilterFields = ({
  filter,
  names = { issuers: {}, insiders: {} },
  only,
  unset = {},
  facets = null,
  hrefOf,
  clearAllHref,
}: FilterFieldsProps) =>
  fieldsOf(only).map(({ id, label, sets, words, presets = [], isWide, unset: without, inputs }) => (
    <FilterField
      key={id}
      id={id}
      label={label}
      value={words(filter, names)}
      unset={unset[sets[0]] ?? without}
      clearHref={hrefOf({ ...filter, ...Object.fromEntries(sets.map((name) => [name, NO_FILTER[name]])) })}
      clearAllHref={clearAllHref}
      presets={presets.map(({ label, set }) => ({ label, href: hrefOf({ ...filter, ...set }) }))}
      isWide={isWide}
      summary={<PanelCounts facets={facets} sets={sets} />}
    >
      {inputs(filter, { names, only, hrefOf, countOf: countIn(facets) })}
    </FilterField>
  ));

const countIn = (facets: ShownFacets): CountOf => {
  if (facets === null || facets === "late") return () => null;
  return (param, value) => {
    const isNamed = (name: FilterName) => FILTER_PARTS[name].param === param;
    const [facet, slice] = [FACET_NAMES.find(isNamed), SLICE_NAMES.find(isNamed)];
    const choices = facet ? facets.facets[facet].choices : slice ? facets.slices[slice] : [];
    return choices.find((choice) => choice.value === value)?.trades ?? null;
  };
};

/** How many transactions the list has, and how many it would have without the filter of the panel. */
const PanelCounts = ({ facets, sets }: { facets: ShownFacets; sets: readonly FilterName[] }) => {
  if (facets === null) return null;
  if (facets === "late") return "Counts are not ready yet";
  const ofPanel = FACET_NAMES.filter((name) => sets.includes(name));
  const { trades, filings } = facets.found;
  // Several filters in one panel have no count without all of them.
  const all = ofPanel.length === 1 && ofPanel[0] ? facets.facets[ofPanel[0]].any.trades : trades;
  return (
    <>
      <b>{trades.toLocaleString("en-US")}</b>
      {`${all === trades ? "" : ` of ${all.toLocaleString("en-US")}`} ${all === 1 ? "trade" : "trades"} in ${plural(filings, "filing")}`}
      {facets.asOf && ` as of ${newYorkClock(Date.parse(facets.asOf)).time} ET`}
    </>
  );
};

/** The fields of a page. Several rarer ones share one. */
function fieldsOf(only: readonly FilterName[]): (StripField & { unset?: string })[] {
  const isThere = ({ sets: [first] }: StripField) => only.includes(first);
  const [fields, rarer] = [STRIP_FIELDS.filter(isThere), RARER_FIELDS.filter(isThere)];
  const [first] = rarer;
  if (!first || rarer.length === 1) return [...fields, ...rarer];
  const more = {
    id: "more",
    label: "More filters",
    sets: [first.sets[0], ...rarer.flatMap(({ sets }) => sets)] as const,
    words: (filter: FilingFilter, names: PartyNames) =>
      listed(rarer.flatMap(({ words }) => words(filter, names) ?? [])),
    unset: `${rarer.length} fields`,
    isWide: true,
    inputs: (filter: FilingFilter, on: FilteredPage) => (
      <div className="choice-columns">
        {rarer.map(({ id, inputs }) => (
          <Fragment key={id}>{inputs(filter, on)}</Fragment>
        ))}
      </div>
    ),
  };
  return [...fields, more];
}
