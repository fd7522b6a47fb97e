import type { BroaderList } from "@/lib/views/nothing-found";

type EmptyStateProps = {
  /** What was not found, in the words of the query: "No purchases by directors were filed June 9–12". */
  title: string;
  children?: React.ReactNode;
  /** Filters to remove, with the number of results each would give. */
  relaxed?: BroaderList[];
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

/** Shown after the last page: a link may outlive the entries that it led to. */
export const EndOfList = ({ firstPageHref }: { firstPageHref: string }) => (
  <EmptyState title="You have reached the end of the list">
    <a href={firstPageHref}>Go to the first page</a>
  </EmptyState>
);

type NothingMatchesProps = Required<Pick<EmptyStateProps, "relaxed" | "clearHref" | "children">> & {
  asked: "filter" | "search";
};

/** What to try if nothing matches. The page itself has said what was asked. The children are shown if no broader filter helps. */
export const NothingMatches = ({ asked, relaxed, clearHref, children }: NothingMatchesProps) => (
  <EmptyState
    title={relaxed.length > 0 ? `Try a broader ${asked}` : "What to try"}
    relaxed={relaxed}
    clearHref={clearHref}
  >
    {relaxed.length > 0 ? null : children}
  </EmptyState>
);
