/** Short facts about a person, company or filing. */
export const Facts = ({ facts }: { facts: { term: string; value: React.ReactNode }[] }) => (
  <dl className="facts">
    {facts.map(({ term, value }) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
