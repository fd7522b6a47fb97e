export type QueueRow = {
  step: string;
  /** What it is limited by, or how it is started. */
  note: string;
  waiting: number;
  /** Where the queue is longer than what was counted. */
  isMore?: boolean;
  failed: number;
  /** Where the failed ones are listed. */
  failedHref?: string;
};

const grouped = (n: number) => n.toLocaleString("en-US");

/** What is still to be done, step by step. */
export const QueueTable = ({ rows }: { rows: QueueRow[] }) => (
  <table className="plain queue">
    <caption className="visually-hidden">Queue</caption>
    <thead>
      <tr>
        <th scope="col">Step</th>
        <th scope="col" className="num">
          Waiting
        </th>
        <th scope="col" className="num">
          Failed
        </th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ step, note, waiting, isMore, failed, failedHref }) => (
        <tr key={step}>
          <th scope="row">
            {step}
            <span className="under">{note}</span>
          </th>
          <td className="num">
            {grouped(waiting)}
            {isMore && " or more"}
          </td>
          <td className="num">
            {failed > 0 && failedHref ? <a href={failedHref}>{grouped(failed)}</a> : grouped(failed)}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
