type ErrorStateProps = {
  /** What could not be read or done. */
  title: string;
  /** Why. */
  children: React.ReactNode;
  /** The fix first, then other ways out. */
  actions?: { label: string; href: string }[];
  /** Code and request id. */
  details?: string;
  /** The heading's rank: 1 where the error is the whole page. */
  level?: 1 | 2;
};

export const ErrorState = ({ title, children, actions = [], details, level = 2 }: ErrorStateProps) => {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className="state">
      <Heading>{title}</Heading>
      <div className="secondary">{children}</div>
      {actions.length > 0 && (
        <p className="buttons">
          {actions.map(({ label, href }, index) => (
            <a key={href} className={index === 0 ? "button is-primary" : "button"} href={href}>
              {label}
            </a>
          ))}
        </p>
      )}
      {details && <pre>{details}</pre>}
    </div>
  );
};
