import { chipWord } from "@/lib/record/transaction-codes";
import { isUnsure } from "@/lib/record/unsure-row";
import { type SumOfRows, tableSums } from "@/lib/series/table-sums";
import { plural } from "@/lib/values/counts";
import { formatShares } from "@/lib/values/decimals";
import { formatValue } from "@/lib/values/money";
import { type FormRow, isSuperseded } from "./form-row";
import { ACQUIRED_OR_DISPOSED } from "./letter-cell";

/** The sums below a table, by security, code and letter. Rows that no total counts are left out. */
export const TableTotals = ({ rows }: { rows: readonly FormRow[] }) => {
  const current = rows.filter((row) => !isSuperseded(row));
  const counted = current.filter(
    ({ row, derived }) => !isUnsure(row) && derived.implausible === null && !derived.trade?.currency,
  );
  const sums = tableSums(counted.map(({ row }) => row));
  if (sums.length === 0) return null;
  const hasSeveral = new Set(sums.map(({ security }) => security)).size > 1;
  return (
    <div className="reconciliation">
      <b>Sums{current.length < rows.length && " without rows replaced by an amendment"}</b>
      {sums.map(({ code, acquiredDisposedCode, security, rows: count, shares, value, withoutPrice }) => (
        <span key={`${code} ${acquiredDisposedCode} ${security}`}>
          {chipWord(code, {
            hasExercisePrice: counted.some((of) => of.row.transactionCode === code && of.hasExercisePrice),
          })}
          {isBothWays(sums, code) && `, ${directionOf(acquiredDisposedCode)}`}
          {hasSeveral && ` of ${security ?? "a security without a title"}`}:{" "}
          {[plural(count, "row"), shares && `${formatShares(shares)} shares`, value !== "0" && formatValue(value)]
            .filter(Boolean)
            .join(", ")}
          {value !== null && withoutPrice > 0 && ` (${plural(withoutPrice, "row")} without a price)`}
        </span>
      ))}
    </div>
  );
};

/** Whether there are sums of one code for different letters, as of a transfer: they are never netted. */
const isBothWays = (sums: readonly SumOfRows[], code: string): boolean =>
  new Set(sums.filter((sum) => sum.code === code).map(({ acquiredDisposedCode }) => acquiredDisposedCode)).size > 1;

const directionOf = (letter: string | null): string =>
  letter === "A" || letter === "D" ? ACQUIRED_OR_DISPOSED[letter] : "neither acquired nor disposed";
