import type { ReactNode } from "react";
import type { FieldName, FormRow } from "./form-row";

/** A column of a form's table, with its number as the form prints it. */
export type FormColumn = {
  id: string;
  number: string;
  label: string;
  /** The label beside the value where columns become blocks. */
  short: string;
  /** The head that it shares with its neighbours, which have the same number. */
  group?: string;
  isNumeric?: boolean;
  isRowHeader?: boolean;
  wraps?: boolean;
  /** Of all its cells, the head too. */
  className?: string;
  /** Columns that come first where a row is a block. */
  leads?: "code" | "amount" | "price" | "balance";
  /** What it shows; where the row states none of it, the cell is empty. */
  fields: FieldName[];
  /** Whether it can say anything of this row at all; of a holding, columns of transactions cannot. */
  applies?: (row: FormRow) => boolean;
  /** Whether anything is stated, where `fields` do not tell. */
  isStated?: (row: FormRow) => boolean;
  cell: (row: FormRow) => ReactNode;
  /** Columns that the cell takes: 0 where the one before it has taken this one. */
  span?: (row: FormRow) => number;
};

export const isTransaction = ({ row }: FormRow): boolean => row.kind === "transaction";

export const columnClasses = ({ isNumeric, className }: FormColumn): string[] =>
  [isNumeric ? "num" : null, className].flatMap((name) => name ?? []);
