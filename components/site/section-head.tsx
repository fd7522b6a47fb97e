type SectionHeadProps = {
  /** Id of the heading, for the section's `aria-labelledby`. */
  id: string;
  title: React.ReactNode;
  note?: React.ReactNode;
  aside?: React.ReactNode;
};

export const SectionHead = ({ id, title, note, aside }: SectionHeadProps) => (
  <div className="section-head">
    <h2 id={id}>{title}</h2>
    {note && <p>{note}</p>}
    {aside && <div className="section-aside">{aside}</div>}
  </div>
);
