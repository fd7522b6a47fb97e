import { BalanceCell } from "./balance-cell";
import { CodeCell } from "./code-cell";
import { exerciseDateColumns, exercisePriceColumn, underlyingColumns } from "./derivative-columns";
import { earlyColumn } from "./early-column";
import { FiledDate } from "./filed-date";
import { type FormColumn, isTransaction } from "./form-column";
import { numberColumns } from "./number-columns";
import { ownershipColumns } from "./ownership-columns";
import { PriceCell } from "./price-cell";
import { titleColumn } from "./title-column";
import { TransactionDateCell } from "./transaction-date-cell";

/** Table II of Forms 4 and 5, with the form's column numbers. */
export const tableTwoColumns = (form: string): FormColumn[] => [
  titleColumn("Title of derivative"),
  exercisePriceColumn("2"),
  {
    id: "date",
    number: "3",
    label: "Transaction date",
    short: "Transaction date",
    fields: ["transactionDate"],
    applies: isTransaction,
    cell: (row) => <TransactionDateCell of={row} />,
  },
  {
    id: "deemed",
    number: "3A",
    label: "Deemed execution date",
    short: "Deemed execution",
    fields: ["deemedExecutionDate"],
    applies: isTransaction,
    cell: (row) => <FiledDate of={row} name="deemedExecutionDate" />,
  },
  {
    id: "code",
    number: "4",
    label: "Code",
    short: "Code",
    group: form === "4" ? "Transaction code" : undefined,
    wraps: true,
    leads: "code",
    fields: [],
    isStated: () => true,
    cell: (row) => <CodeCell of={row} form={form} />,
  },
  ...(form === "4" ? [earlyColumn("4", "Transaction code")] : []),
  ...numberColumns,
  ...exerciseDateColumns("6"),
  ...underlyingColumns("7"),
  {
    id: "price",
    number: "8",
    label: "Price of derivative",
    short: "Price",
    isNumeric: true,
    fields: ["pricePerShare"],
    applies: isTransaction,
    cell: (row) => <PriceCell of={row} />,
  },
  {
    id: "balance",
    number: "9",
    label: form === "5" ? "Owned at end of issuer's fiscal year" : "Owned following reported transactions",
    short: form === "5" ? "Owned at year end" : "Owned following",
    isNumeric: true,
    leads: "balance",
    fields: ["sharesOwnedFollowing", "valueOwnedFollowing"],
    cell: (row) => <BalanceCell of={row} />,
  },
  ...ownershipColumns("10", "11"),
];
