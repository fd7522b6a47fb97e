import { ImplausibleFigure } from "@/components/ui/implausible";
import type { FormColumn } from "./form-column";
import { type FormRow, isStated } from "./form-row";
import { ACQUIRED_OR_DISPOSED, LetterCell } from "./letter-cell";
import { SharesOrValue } from "./shares-or-value";

/** Which of the columns (A) and (D) a row of Table II uses. Null if its letter is not known. */
const letterOf = ({ row }: FormRow): "A" | "D" | null =>
  row.acquiredDisposedCode.value === "A" || row.acquiredDisposedCode.value === "D"
    ? row.acquiredDisposedCode.value
    : null;

const hasNumber = (row: FormRow) => isStated(row, "transactionShares") || isStated(row, "transactionTotalValue");

const GROUP = "Number of derivative securities";

/**
 * Columns 5 (A) and (D) of Table II: the number goes under its letter. If the letter is not known, the number spans both columns,
 * with the letter as filed below it.
 */
export const numberColumns: FormColumn[] = (["A", "D"] as const).map((letter) => ({
  id: `number-${letter}`,
  number: "5",
  label: `(${letter})`,
  short: `(${letter})`,
  group: GROUP,
  isNumeric: true,
  leads: letter === "D" ? "price" : "amount",
  fields: ["transactionShares", "transactionTotalValue"],
  applies: (row) => row.row.kind === "transaction" && (letterOf(row) ?? "A") === letter,
  isStated: (row) => (letterOf(row) ?? "A") === letter && (hasNumber(row) || isStated(row, "acquiredDisposedCode")),
  cell: (row) => <NumberCell of={row} />,
  span: (row) => (letterOf(row) !== null || row.row.kind === "holding" ? 1 : letter === "A" ? 2 : 0),
}));

const NumberCell = ({ of }: { of: FormRow }) => (
  <>
    <ImplausibleFigure implausible={of.derived.implausible} of={["transactionShares"]}>
      <SharesOrValue of={of} shares="transactionShares" value="transactionTotalValue" valueLabel="total value" />
    </ImplausibleFigure>
    {(letterOf(of) === null || of.row.acquiredDisposedCode.footnotes.length > 0) && (
      <div>
        <LetterCell of={of} name="acquiredDisposedCode" words={ACQUIRED_OR_DISPOSED} />
        {letterOf(of) === null && <span className="under">(A) or (D)</span>}
      </div>
    )}
  </>
);
