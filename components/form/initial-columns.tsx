import { BalanceCell } from "./balance-cell";
import { exerciseDateColumns, exercisePriceColumn, underlyingColumns } from "./derivative-columns";
import type { FormColumn } from "./form-column";
import { isStated } from "./form-row";
import { ownershipColumns } from "./ownership-columns";
import { titleColumn } from "./title-column";

/** Table I of Form 3: what is owned, and how. */
export const initialTableOneColumns: FormColumn[] = [
  titleColumn("Title of security"),
  {
    id: "balance",
    number: "2",
    label: "Amount beneficially owned",
    short: "Amount owned",
    isNumeric: true,
    leads: "balance",
    fields: ["sharesOwnedFollowing", "valueOwnedFollowing"],
    cell: (row) => <BalanceCell of={row} />,
  },
  ...ownershipColumns("3", "4"),
];

/** Table II of Form 3. The form has no column for the number of derivatives, so we add one if the document states it. */
export const initialTableTwoColumns = (statesBalance: boolean): FormColumn[] => [
  titleColumn("Title of derivative"),
  ...exerciseDateColumns("2"),
  ...underlyingColumns("3"),
  exercisePriceColumn("4"),
  ...(statesBalance ? [NUMBER_OWNED] : []),
  ...ownershipColumns("5", "6"),
];

const NUMBER_OWNED: FormColumn = {
  id: "balance",
  number: "",
  label: "Number owned (not a column on the form)",
  short: "Number owned",
  isNumeric: true,
  leads: "balance",
  fields: ["sharesOwnedFollowing", "valueOwnedFollowing"],
  applies: (row) => isStated(row, "sharesOwnedFollowing") || isStated(row, "valueOwnedFollowing"),
  cell: (row) => <BalanceCell of={row} />,
};
