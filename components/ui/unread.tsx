const explanation = "The original has a value here that is missing from the text this page was built from";

/** A value that the original holds and our source text lacks: neither missing nor zero. With `href` it leads to what is known of it. */
export const Unread = ({ href, why }: { href?: string; why?: string | null }) =>
  href ? (
    <a className="unread" href={href} title={why ?? explanation}>
      unread
    </a>
  ) : (
    <span className="unread" title={explanation}>
      unread
    </span>
  );
