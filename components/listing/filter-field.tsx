import type { PartyNames } from "@/lib/filters/describe-filter";
import type { FilingFilter, FilterName } from "@/lib/filters/filing-filter";
import { plural } from "@/lib/values/counts";

/** A field of the filter strip. */
export type StripField = {
  /** Unique on the page. */
  id: string;
  label: string;
  /** The filters that it sets. A page has the field if it has the first of them. */
  sets: readonly [FilterName, ...FilterName[]];
  /** The current filter in words, as short as possible; null if it is not set. */
  words: (filter: FilingFilter, names: PartyNames) => string | null;
  presets?: readonly { label: string; set: Partial<FilingFilter> }[];
  isWide?: boolean;
  inputs: (filter: FilingFilter, on: FilteredPage) => React.ReactNode;
};

export type FilteredPage = {
  names: PartyNames;
  /** The filters that the page has. */
  only: readonly FilterName[];
  hrefOf: (filter: FilingFilter) => string;
  countOf: CountOf;
};

type FilterFieldProps = {
  /** Unique on the page. */
  id: string;
  label: string;
  /** The current filter in words. Null if it is not set. */
  value: string | null;
  /** What the page shows if the filter is not set. */
  unset?: string;
  /** The address without this filter, and without any. */
  clearHref: string;
  clearAllHref: string;
  /** Frequent choices: addresses with another value of this filter. */
  presets?: readonly { label: string; href: string }[];
  /** Whether the choices need the width of two columns. */
  isWide?: boolean;
  /** What the list has with the current choice, and without it. */
  summary?: React.ReactNode;
  children: React.ReactNode;
};

/**
 * One field of the filter strip, with its panel. The panel is a popover, so the browser itself closes it on Esc, Close or a click
 * outside, and returns the focus; only one is open at a time.
 */
export const FilterField = ({
  id,
  label,
  value,
  unset = "Any",
  clearHref,
  clearAllHref,
  presets = [],
  isWide = false,
  summary,
  children,
}: FilterFieldProps) => {
  const panel = `filter-${id}`;
  return (
    <div className={`filter${value === null ? "" : " is-set"}`}>
      <button type="button" className="filter-opener" popoverTarget={panel}>
        <span className="filter-label">{label}</span>
        <span className="filter-value">{value ?? unset}</span>
      </button>
      {value !== null && (
        <a className="filter-clear" href={clearHref} aria-label={`Clear ${label.toLowerCase()}`}>
          ✕
        </a>
      )}
      <div id={panel} popover="auto" role="dialog" aria-label={label} className={`panel${isWide ? " is-wide" : ""}`}>
        <div className="panel-head">
          <b>{label}</b>
          <a className="link-button phone-only" href={clearAllHref}>
            Clear all
          </a>
          <button type="button" className="link-button" popoverTarget={panel} popoverTargetAction="hide">
            Close
          </button>
        </div>
        <div className="panel-body">
          {presets.length > 0 && (
            <p className="presets">
              {presets.map((preset) => (
                <a key={preset.label} className="button" href={preset.href} data-sets>
                  {preset.label}
                </a>
              ))}
            </p>
          )}
          {children}
        </div>
        <div className="panel-foot">
          {summary && <span className="filter-counts">{summary}</span>}
          <a className="link-button" href={clearHref} data-sets>
            Clear
          </a>
          <button className="button is-primary" type="submit">
            Apply
          </button>
        </div>
      </div>
    </div>
  );
};

/** How many transactions a choice would find, by its name and value in the address; null if they were not counted. */
export type CountOf = (param: string, value: string) => number | null;

type ChoiceProps = {
  name: string;
  value: string;
  isChecked: boolean;
  /** For assistive technology, if the words do not say enough by themselves. */
  label?: string;
  className?: string;
  /** The transactions that it would find, if they were counted. */
  count?: number | null;
  children: React.ReactNode;
};

/** A choice of a panel. */
export const Choice = ({ name, value, isChecked, label, className = "check", count = null, children }: ChoiceProps) => (
  <label className={count === 0 ? `${className} is-zero` : className}>
    <input
      type="checkbox"
      name={name}
      value={value}
      defaultChecked={isChecked}
      aria-label={label}
      aria-description={count === null ? undefined : plural(count, "trade")}
    />
    {children}
    {count !== null && (
      <span className="count" aria-hidden="true">
        {count.toLocaleString("en-US")}
      </span>
    )}
  </label>
);

type ChoicesProps<T extends string> = {
  name: string;
  values: readonly T[];
  chosen: readonly T[];
  words: (value: T) => React.ReactNode;
  countOf: CountOf;
};

/** All choices of a filter that takes any of several values. */
export const Choices = <T extends string>({ name, values, chosen, words, countOf }: ChoicesProps<T>) =>
  values.map((value) => (
    <Choice key={value} name={name} value={value} isChecked={chosen.includes(value)} count={countOf(name, value)}>
      {words(value)}
    </Choice>
  ));
