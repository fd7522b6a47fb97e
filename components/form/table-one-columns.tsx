import { BalanceCell } from "./balance-cell";
import { CodeCell } from "./code-cell";
import { earlyColumn } from "./early-column";
import { FiledDate } from "./filed-date";
import { type FormColumn, isTransaction } from "./form-column";
import { ACQUIRED_OR_DISPOSED, LetterCell } from "./letter-cell";
import { ownershipColumns } from "./ownership-columns";
import { PriceCell } from "./price-cell";
import { SharesOrValue } from "./shares-or-value";
import { titleColumn } from "./title-column";
import { TransactionDateCell } from "./transaction-date-cell";

const AMOUNTS = "Securities acquired (A) or disposed of (D)";

/** Table I of Forms 4 and 5, with the form's column numbers. Form 5 has no column V. */
export const tableOneColumns = (form: string): FormColumn[] => [
  titleColumn("Title of security"),
  {
    id: "date",
    number: "2",
    label: "Transaction date",
    short: "Transaction date",
    fields: ["transactionDate"],
    applies: isTransaction,
    cell: (row) => <TransactionDateCell of={row} />,
  },
  {
    id: "deemed",
    number: "2A",
    label: "Deemed execution date",
    short: "Deemed execution",
    fields: ["deemedExecutionDate"],
    applies: isTransaction,
    cell: (row) => <FiledDate of={row} name="deemedExecutionDate" />,
  },
  {
    id: "code",
    number: "3",
    label: "Code",
    short: "Code",
    group: form === "4" ? "Transaction code" : undefined,
    wraps: true,
    leads: "code",
    fields: [],
    isStated: () => true,
    cell: (row) => <CodeCell of={row} form={form} />,
  },
  ...(form === "4" ? [earlyColumn("3", "Transaction code")] : []),
  {
    id: "amount",
    number: "4",
    label: "Amount",
    short: "Amount",
    group: AMOUNTS,
    isNumeric: true,
    leads: "amount",
    fields: ["transactionShares", "transactionTotalValue"],
    applies: isTransaction,
    cell: (row) => (
      <SharesOrValue of={row} shares="transactionShares" value="transactionTotalValue" valueLabel="total value" />
    ),
  },
  {
    id: "letter",
    number: "4",
    label: "(A) or (D)",
    short: "(A) or (D)",
    group: AMOUNTS,
    fields: ["acquiredDisposedCode"],
    applies: isTransaction,
    cell: (row) => <LetterCell of={row} name="acquiredDisposedCode" words={ACQUIRED_OR_DISPOSED} />,
  },
  {
    id: "price",
    number: "4",
    label: "Price",
    short: "Price",
    group: AMOUNTS,
    isNumeric: true,
    leads: "price",
    fields: ["pricePerShare"],
    applies: isTransaction,
    cell: (row) => <PriceCell of={row} />,
  },
  {
    id: "balance",
    number: "5",
    label: form === "5" ? "Owned at end of issuer's fiscal year" : "Owned following reported transactions",
    short: form === "5" ? "Owned at year end" : "Owned following",
    isNumeric: true,
    leads: "balance",
    fields: ["sharesOwnedFollowing", "valueOwnedFollowing"],
    cell: (row) => <BalanceCell of={row} />,
  },
  ...ownershipColumns("6", "7"),
];
