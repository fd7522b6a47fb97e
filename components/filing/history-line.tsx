import type { FormRow } from "@/components/form/form-row";
import { RowList } from "@/components/ui/row-list";
import { whyLabelled } from "@/lib/labels/describe-history";
import { methodUrl } from "@/lib/urls";
import { groupBy } from "@/lib/values/group-by";
import { upperFirst } from "@/lib/values/upper-first";

type HistoryLineProps = { rows: readonly FormRow[]; owners: number };

/** How the market trades in a filing compare with earlier ones: whether they are routine, and which are first purchases. */
export const HistoryLine = ({ rows, owners }: HistoryLineProps) => {
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
          First purchase in our records{which(first)}: none by {owners > 1 ? "any of the owners" : "the owner"} before
          it.
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
