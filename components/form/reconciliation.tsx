import { Icon } from "@/components/ui/icon";
import { describeGap } from "@/lib/holdings/describe-gap";
import type { ExerciseTotals } from "@/lib/holdings/exercise-pairs";
import { impliedPriorBalance } from "@/lib/record/continuity";
import { rowNumber } from "@/lib/record/row-number";
import { formatShares } from "@/lib/values/decimals";
import { CheckResult, changeText, PriorBalance } from "./balance-sum";
import type { FormRow } from "./form-row";

/** Shows at most this many sums. More are counted instead. */
const MOST_SUMS = 4;

type ReconciliationProps = { rows: FormRow[]; exercises: ExerciseTotals[] };

/**
 * Below a table: whether its balances follow from each other and, below Table I, whether exercises agree with Table II.
 * Superseded rows are left out.
 */
export const Reconciliation = ({ rows, exercises }: ReconciliationProps) => {
  const checked = rows.filter(({ check }) => check?.state === "consistent" || check?.state === "gap");
  const openings = rows.filter((row) => isOpening(row, rows));
  if (checked.length === 0 && exercises.length === 0) return null;
  return (
    <div className="reconciliation">
      <b>Reconciliation</b>
      {checked.length > MOST_SUMS ? <Counted rows={checked} /> : checked.map((row) => <Sum key={row.id} of={row} />)}
      {exercises.map((totals) => (
        <ExerciseSum key={totals.code} totals={totals} />
      ))}
      {openings.map((row) => (
        <span key={row.id} className="muted">
          The opening {formatShares(impliedOf(row))} is only implied by row {rowNumber(row.id)}.
        </span>
      ))}
    </div>
  );
};

const impliedOf = ({ row }: FormRow): string | null =>
  impliedPriorBalance({
    kind: row.kind,
    transactionShares: row.transactionShares.value,
    acquiredDisposedCode: row.acquiredDisposedCode.value,
    sharesOwnedFollowing: row.sharesOwnedFollowing.value,
  });

/** A first row that later rows of this filing follow. The balance before it is known only from the row itself. */
const isOpening = (row: FormRow, rows: FormRow[]): boolean =>
  row.row.kind === "transaction" &&
  row.check?.state === "first" &&
  impliedOf(row) !== null &&
  rows.some(({ check }) => check?.prior?.accessionNumber === row.row.accessionNumber && check.prior.row === row.id);

const Sum = ({ of }: { of: FormRow }) => (
  <span className="sum">
    <span>
      <PriorBalance of={of} />
      {changeText(of)} = {formatShares(of.check?.expected ?? null)}
    </span>
    <CheckResult of={of} />
    <Reason of={of} />
  </span>
);

/** The reason for a difference, or "unexplained". */
const Reason = ({ of: { check } }: { of: FormRow }) => {
  const gap = check?.state === "gap" ? describeGap(check) : null;
  return gap && <span className="muted">{gap.reason ?? "unexplained"}</span>;
};

const Counted = ({ rows }: { rows: FormRow[] }) => {
  const gaps = rows.filter(({ check }) => check?.state === "gap");
  const agree = rows.length - gaps.length;
  return (
    <>
      {agree > 0 && (
        <span className="sum">
          {agree} of {rows.length} balances follow from the previous one
          <Icon name="check" size={12} />
        </span>
      )}
      {gaps.length > 0 && (
        <span>
          {agree === 0 ? `None of the ${rows.length} balances follows from the previous one: ` : "Differences: "}
          {gaps.map((row, index) => (
            <span key={row.id}>
              {index > 0 && ", "}
              <a href={`#${row.id}`}>row {rowNumber(row.id)}</a> <CheckResult of={row} /> <Reason of={row} />
            </span>
          ))}
        </span>
      )}
    </>
  );
};

const ExerciseSum = ({ totals: { code, underlying, acquired, agrees } }: { totals: ExerciseTotals }) => (
  <span className="sum">
    Code {code}: {formatShares(underlying)} underlying in Table II {agrees ? "=" : "≠"} {formatShares(acquired)}{" "}
    acquired in Table I
    {agrees && (
      <>
        <Icon name="check" size={12} />
        <span className="visually-hidden">agrees</span>
      </>
    )}
  </span>
);
