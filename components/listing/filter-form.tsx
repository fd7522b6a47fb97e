import { DrawnOnce } from "@/components/ui/drawn-once";
import type { PartyNames } from "@/lib/filters/describe-filter";
import type { ShownFacets } from "@/lib/filters/facets";
import { FILTER_NAMES, type FilingFilter, type FilterName, filterParams, NO_FILTER } from "@/lib/filters/filing-filter";
import { ApplyForm } from "./apply-form";
import { FilterFields } from "./filter-fields";

export type FilterFormProps = {
  /** Where the form is sent: the path of this page. */
  action: string;
  filter: FilingFilter;
  /** Names of the parties that the filter identifies by CIK. */
  names?: PartyNames;
  /** The filters that this page has. */
  only?: readonly FilterName[];
  /** For filters that limit the page even if they are not set: the limit in words. */
  unset?: Partial<Record<FilterName, string>>;
  /** Counts beside the choices. */
  facets?: ShownFacets;
  /** Other parameters of the address, which the form keeps. */
  kept?: readonly (readonly [string, string])[];
  /** Builds the address of the page with another filter, if it is more than the filter and `kept`. */
  hrefOf?: (filter: FilingFilter) => string;
  /** The address without any filter. Needed if the page has fields of its own. */
  clearAllHref?: string;
  /** Fields of this page only, after those of all lists. */
  children?: React.ReactNode;
};

/** The filters of a list in one strip: a plain GET form, with a panel for each. `children` hold no client components. */
export const FilterForm = ({
  action,
  filter,
  names,
  only = FILTER_NAMES,
  unset,
  facets,
  kept = [],
  hrefOf = (other) => {
    const query = new URLSearchParams([...filterParams(other), ...kept.map(([name, value]) => [name, value])]);
    return query.size === 0 ? action : `${action}?${query}`;
  },
  clearAllHref = hrefOf(NO_FILTER),
  children,
}: FilterFormProps) => (
  <ApplyForm action={action} applied={hrefOf(filter)} className="filters">
    <DrawnOnce>
      <FilterFields
        filter={filter}
        names={names}
        only={only}
        unset={unset}
        facets={facets}
        hrefOf={hrefOf}
        clearAllHref={clearAllHref}
      />
      {children}
      {kept.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
    </DrawnOnce>
  </ApplyForm>
);
