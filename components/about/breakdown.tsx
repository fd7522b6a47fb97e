import { SectionHead } from "@/components/site/section-head";

type BreakdownProps = {
  id: string;
  title: string;
  /** Column heading of the values. */
  head: string;
  rows: { value: string | null; filings: number }[];
  /** Label of the filings without a value. */
  none: string;
};

/** Counts filings by one of their facts, largest count first. */
export const Breakdown = ({ id, title, head, rows, none }: BreakdownProps) => (
  <section className="section" aria-labelledby={id}>
    <SectionHead id={id} title={title} />
    <table className="plain">
      <caption className="visually-hidden">{title}, by number of filings</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="num">
            Filings
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ value, filings }) => (
          <tr key={value}>
            <th scope="row">{value ?? <span className="muted">{none}</span>}</th>
            <td className="num">{filings.toLocaleString("en-US")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
