type PagerProps = {
  /** "12 of 188 filings", "over 10,000 transactions". */
  summary: React.ReactNode;
  /** Address of the next page, `null` on the last. */
  nextHref: string | null;
  /** Maximum number of entries on the next page. */
  pageSize: number;
  children?: React.ReactNode;
};

/** The foot of a list: where the reader is, and a link to the next page. */
export const Pager = ({ summary, nextHref, pageSize, children }: PagerProps) => (
  <nav className="table-foot" aria-label="Pages">
    <span>{summary}</span>
    {nextHref && (
      <a className="link-button" href={nextHref} rel="next">
        Next {pageSize}
      </a>
    )}
    {children}
  </nav>
);
