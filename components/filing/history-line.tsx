import type { FormRow } from "@/components/form/form-row";
import { RowList } from "@/components/ui/row-list";
import { whyLabelled } from "@/lib/labels/describe-history";
import { methodUrl } from "@/lib/urls";
import { formatMonth } from "@/lib/values/dates";
import { groupBy } from "@/lib/values/group-by";
import { upperFirst } from "@/lib/values/upper-first";

type HistoryLineProps = {
  rows: readonly FormRow[];
  owners: number;
  /** The day of the first filing on the issuer that we have. */
  recordsSince: string | null;
};

/** How the purchases and sales in a filing compare with earlier ones: whether they are routine, and which are first purchases. */
export const HistoryLine = ({ rows, owners, recordsSince }: HistoryLineProps) => {
  const trades = rows.flatMap(({ id, row, derived: { history } }) => (history ? [{ id, row, history }] : []));
  if (trades.length === 0) return null;
  const labels = groupBy(
    trades,
    ({ row, history }) =>
      `${upperFirst(history.label)}: ${whyLabelled(history, row.transactionDate.value ?? "", owners)}`,
  );
  const first = trades.filter(({ history }) => history.isFirst);
  const which = (of: typeof trades) => of.length < trades.length && <Rows rows={of.map(({ id }) => id)} />;
  return (
    <p className="ruled-line">
      <b>Earlier trades</b>
      {Array.from(labels, ([words, of]) => (
        <span key={words}>
          {words}
          {which(of)}.
        </span>
      ))}
      {first.length > 0 && (
        <span>
          First purchase{which(first)} by {owners > 1 ? "any of the owners" : "the owner"} in this database
          {recordsSince !== null && `, which begins in ${formatMonth(recordsSince)} for this issuer`}.
        </span>
      )}
      <a href={methodUrl("labels")}>How we classify trades</a>
    </p>
  );
};

const Rows = ({ rows }: { rows: readonly string[] }) => (
  <>
    {" "}
    (<RowList rows={rows} />)
  </>
);
