type FilterFieldProps = {
  label: string;
  /** The current filter in words. Null if it is not set. */
  value: string | null;
  /** The address without this filter. */
  clearHref: string;
  opensLeft?: boolean;
  hasColumns?: boolean;
  children: React.ReactNode;
};

/** One field of the filter strip: a disclosure that works without JavaScript. Only one is open at a time. */
export const FilterField = ({
  label,
  value,
  clearHref,
  opensLeft = false,
  hasColumns = false,
  children,
}: FilterFieldProps) => (
  <div className={`filter${value === null ? "" : " is-set"}${opensLeft ? " opens-left" : ""}`}>
    <details name="filter">
      <summary>
        <span className="filter-label">{label}</span>
        <span className="filter-value">{value ?? "Any"}</span>
      </summary>
      <div className="filter-panel">
        <div className="filter-panel-head">
          <b>{label}</b>
        </div>
        <div className={`filter-panel-body${hasColumns ? " has-columns" : ""}`}>
          {children}
          <p>
            <button className="button is-primary" type="submit">
              Apply
            </button>
          </p>
        </div>
      </div>
    </details>
    {value !== null && (
      <a className="filter-clear" href={clearHref} aria-label={`Clear ${label.toLowerCase()}`}>
        ✕
      </a>
    )}
  </div>
);
