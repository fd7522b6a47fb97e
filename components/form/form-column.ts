import type { ReactNode } from "react";
import type { FieldName, FormRow } from "./form-row";

/** A column of a form's table, with the number that the form prints. */
export type FormColumn = {
  id: string;
  number: string;
  label: string;
  /** The label beside the value in narrow windows, where rows become blocks. */
  short: string;
  /** Heading shared with neighbouring columns, which have the same number. */
  group?: string;
  isNumeric?: boolean;
  isRowHeader?: boolean;
  wraps?: boolean;
  /** Class of all its cells, including the heading. */
  className?: string;
  /** Columns that come first if a row is shown as a block. */
  leads?: "code" | "amount" | "price" | "balance";
  /** The fields it shows. If the row states none of them, the cell is empty. */
  fields: FieldName[];
  /** Whether the column can apply to this row. Transaction columns cannot apply to a holding. */
  applies?: (row: FormRow) => boolean;
  /** Whether the row states anything here, if `fields` are not enough to decide. */
  isStated?: (row: FormRow) => boolean;
  cell: (row: FormRow) => ReactNode;
  /** Number of columns that the cell spans. 0 if the previous cell covers this one. */
  span?: (row: FormRow) => number;
};

export const isTransaction = ({ row }: FormRow): boolean => row.kind === "transaction";

export const columnClasses = ({ isNumeric, className }: FormColumn): string[] =>
  [isNumeric ? "num" : null, className].flatMap((name) => name ?? []);
