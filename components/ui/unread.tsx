const explanation = "The original has a value here that is missing from the text this page was built from";

/** A value that is in the original but not in our text: neither missing nor zero. `href` links to what we know about it. */
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
