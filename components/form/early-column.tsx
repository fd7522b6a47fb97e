import { EarlyCell, isEarly } from "./early-cell";
import { type FormColumn, isTransaction } from "./form-column";
import { isStated } from "./form-row";

/** Column V, which only Form 4 has. */
export const earlyColumn = (number: string, group: string): FormColumn => ({
  id: "early",
  number,
  label: "V",
  short: "V",
  group,
  fields: ["timeliness"],
  applies: isTransaction,
  isStated: (row) => isEarly(row) || isStated(row, "timeliness"),
  cell: (row) => <EarlyCell of={row} />,
});
