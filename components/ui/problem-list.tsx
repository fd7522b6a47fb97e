export type ListedProblem = {
  key: string;
  /** File and line, or the place in the document. */
  where: string;
  /** Link to the filing or document. */
  href?: string;
  message: string;
};

/** Things that could not be read, each with its place. */
export const ProblemList = ({ problems }: { problems: ListedProblem[] }) => (
  <ul className="problems">
    {problems.map(({ key, where, href, message }) => (
      <li key={key}>
        <span className="id">{href ? <a href={href}>{where}</a> : where}</span>
        <span>{message}</span>
      </li>
    ))}
  </ul>
);
