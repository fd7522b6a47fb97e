import { ColumnHeads } from "@/components/ui/column-heads";

export type QueueRow = {
  step: string;
  /** What limits the step, or how to start it. */
  note: string;
  waiting: number;
  /** Whether the queue is longer than `waiting`, because counting stopped there. */
  isMore?: boolean;
  failed: number;
  /** Link to the list of failures. */
  failedHref?: string;
};

const grouped = (n: number) => n.toLocaleString("en-US");

/** The remaining work, step by step. */
export const QueueTable = ({ rows }: { rows: QueueRow[] }) => (
  <table className="plain queue">
    <caption className="visually-hidden">Queue</caption>
    <ColumnHeads columns={[["Step"], ["Waiting", "num"], ["Failed", "num"]]} />
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
