type PagerProps = {
  /** "12 of 188 filings", "over 10,000 transactions". */
  summary: React.ReactNode;
  /** Address of the page before, `null` on the first. */
  previousHref?: string | null;
  /** Address of the next page, `null` on the last. */
  nextHref: string | null;
  /** Maximum number of entries on the next page. */
  pageSize: number;
  children?: React.ReactNode;
};

/** The foot of a list: where the reader is, and links to the pages around. */
export const Pager = ({ summary, previousHref = null, nextHref, pageSize, children }: PagerProps) => (
  <nav className="table-foot" aria-label="Pages">
    <span>{summary}</span>
    {previousHref && (
      <a className="link-button" href={previousHref} rel="prev">
        Previous {pageSize}
      </a>
    )}
    {nextHref && (
      <a className="link-button" href={nextHref} rel="next">
        Next {pageSize}
      </a>
    )}
    {children}
  </nav>
);
