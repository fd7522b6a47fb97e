/** Parts of a method section: a formula, its sources in the filing, and its limits. The text between them is prose. */

export const Formula = ({ children }: { children: string }) => <pre className="command">{children}</pre>;

export const Source = ({ children }: { children: React.ReactNode }) => (
  <p>
    <b>Source:</b> {children}
  </p>
);

/** What the figure leaves out or cannot know, as a list of `<li>`. */
export const Limits = ({ children }: { children: React.ReactNode }) => (
  <>
    <h3>Limits</h3>
    <ul>{children}</ul>
  </>
);
