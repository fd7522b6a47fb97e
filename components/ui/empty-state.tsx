type EmptyStateProps = {
  /** What was not found, in the words of the query: "No purchases by directors were filed June 9–12". */
  title: string;
  children?: React.ReactNode;
  /** Filters to remove, with the number of results each would give. */
  relaxed?: { label: string; href: string; count: string }[];
  clearHref?: string;
};

/** Shown if nothing was found. It says what to try instead. */
export const EmptyState = ({ title, children, relaxed = [], clearHref }: EmptyStateProps) => (
  <div className="state">
    <h2>{title}</h2>
    {children && <p>{children}</p>}
    {relaxed.length > 0 && (
      <ul>
        {relaxed.map(({ label, href, count }) => (
          <li key={href}>
            <a href={href}>{label}</a> <span className="muted">{count}</span>
          </li>
        ))}
      </ul>
    )}
    {clearHref && (
      <p className="buttons">
        <a className="button" href={clearHref}>
          Clear all filters
        </a>
      </p>
    )}
  </div>
);
