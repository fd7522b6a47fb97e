import { type AnyColumn, COLUMN_KINDS, type ColumnKind, printedColumns } from "@/paper/form/form-columns";

export type TextColumn<Name extends string> = { name: Name; kind: ColumnKind };

const withKinds = <Name extends AnyColumn>(names: Name[]): TextColumn<Name>[] =>
  names.map((name) => ({ name, kind: COLUMN_KINDS[name] }));

/** (A) and (D) contain one amount for each row, and are one column until we know which. */
const withEither = (names: ReturnType<typeof printedColumns.II>) =>
  names
    .filter((name) => name !== "amountDisposed")
    .map((name) => (name === "amountAcquired" ? ("amountOfEither" as const) : name));

/** The columns of both tables. A Form 5 is read like a Form 4: its column V is without width. */
export const TABLE_I = withKinds(printedColumns.I("4"));
export const TABLE_II = withKinds(withEither(printedColumns.II("4")));
export const FORM_3_TABLE_I = withKinds(printedColumns.I("3"));
export const FORM_3_TABLE_II = withKinds(withEither(printedColumns.II("3")));
