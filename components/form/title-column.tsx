import { FiledValue } from "./filed-value";
import type { FormColumn } from "./form-column";

/** Column 1 of every table: it names the row. */
export const titleColumn = (label: string): FormColumn => ({
  id: "title",
  number: "1",
  label,
  short: label,
  isRowHeader: true,
  wraps: true,
  fields: ["securityTitle"],
  cell: (row) => <FiledValue of={row} name="securityTitle" />,
});
