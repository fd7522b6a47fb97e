import { implausibleRowsInWords } from "@/lib/implausible/describe-implausible";
import { whyLeftOut } from "@/lib/record/counted-trade";
import { chipWord } from "@/lib/record/transaction-codes";
import { type SumOfRows, tableSums } from "@/lib/series/table-sums";
import { plural } from "@/lib/values/counts";
import { formatShares } from "@/lib/values/decimals";
import { formatValue } from "@/lib/values/money";
import { type FormRow, isSuperseded } from "./form-row";
import { ACQUIRED_OR_DISPOSED } from "./letter-cell";

/** The sums below a table, by security, code and letter, and how many transactions they leave out. */
export const TableTotals = ({ rows }: { rows: readonly FormRow[] }) => {
  const transactions = rows.filter(({ row }) => row.kind === "transaction");
  const counted = transactions.filter((row) => !isSuperseded(row) && whyLeftOut(row) === null);
  const sums = tableSums(counted.map(({ row }) => row));
  if (sums.length === 0) return null;
  const hasSeveral = new Set(sums.map(({ security }) => security)).size > 1;
  return (
    <div className="reconciliation">
      <b>Sums</b>
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
      {counted.length < transactions.length && <span>Sums leave out {leftOut(transactions)}</span>}
    </div>
  );
};

/** "1 row with an implausible price, 2 rows replaced by an amendment" */
function leftOut(transactions: readonly FormRow[]): string {
  const current = transactions.filter((row) => !isSuperseded(row));
  const because = (reason: ReturnType<typeof whyLeftOut>) => current.filter((row) => whyLeftOut(row) === reason);
  const implausible = because("implausible");
  const prices = implausible.filter(({ derived }) => derived.implausible?.field === "pricePerShare");
  const [unsure, currency] = [because("unsure").length, because("currency").length];
  const replaced = transactions.length - current.length;
  return [
    implausible.length > 0 && implausibleRowsInWords(implausible.length, prices.length),
    unsure > 0 && `${plural(unsure, "row")} with an unread or uncertain figure`,
    currency > 0 && `${plural(currency, "row")} with a price in another currency`,
    replaced > 0 && `${plural(replaced, "row")} replaced by an amendment`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** Whether one code has sums for both letters, as in a transfer: these are never netted. */
const isBothWays = (sums: readonly SumOfRows[], code: string): boolean =>
  new Set(sums.filter((sum) => sum.code === code).map(({ acquiredDisposedCode }) => acquiredDisposedCode)).size > 1;

const directionOf = (letter: string | null): string =>
  letter === "A" || letter === "D" ? ACQUIRED_OR_DISPOSED[letter] : "neither acquired nor disposed";
