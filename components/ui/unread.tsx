const explanation = "The original holds a value that is not in the text this page was built from";

/** A value that the original holds and our source text lacks: neither missing nor zero. */
export const Unread = ({ originalHref }: { originalHref?: string }) =>
  originalHref ? (
    <a className="unread" href={originalHref} title={`${explanation}; see the original`}>
      unread
    </a>
  ) : (
    <span className="unread" title={explanation}>
      unread
    </span>
  );
