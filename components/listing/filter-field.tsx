type FilterFieldProps = {
  label: string;
  /** What is set, in words; null for any. */
  value: string | null;
  /** The address without it. */
  clearHref: string;
  opensLeft?: boolean;
  hasColumns?: boolean;
  children: React.ReactNode;
};

/** One field of the strip: a disclosure that opens without script, one at a time. */
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
