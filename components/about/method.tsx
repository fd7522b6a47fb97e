export type MethodProps = {
  id: string;
  title: string;
  /** As it would stand on paper. */
  formula?: string;
  /** What of the filing it is made from, and the rule behind it. */
  source: React.ReactNode;
  /** What each of its answers means. */
  cases?: readonly { name: string; meaning: React.ReactNode }[];
  /** What the figure leaves out or cannot know. */
  limits: React.ReactNode[];
  children: React.ReactNode;
};

/** How one derived figure comes about. */
export const Method = ({ id, title, formula, source, cases = [], limits, children }: MethodProps) => (
  <section id={id} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    {formula && <pre className="command">{formula}</pre>}
    <p>{children}</p>
    {cases.length > 0 && (
      <ul>
        {cases.map(({ name, meaning }) => (
          <li key={name}>
            <b>{name}:</b> {meaning}
          </li>
        ))}
      </ul>
    )}
    <p>
      <b>From:</b> {source}
    </p>
    <h3>Limits</h3>
    <ul>
      {limits.map((limit, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is written down and never changes
        <li key={index}>{limit}</li>
      ))}
    </ul>
  </section>
);
