import type { TableIColumn, TableIIColumn } from "@/paper/form/printed-form";

/** What a column can contain. It separates values that are too close for their place alone to decide. */
export type ColumnKind = "text" | "date" | "code" | "flag" | "number" | "acquiredDisposed" | "price" | "directIndirect";

export type TextColumn<Name extends string> = { name: Name; kind: ColumnKind };

const columns = <Name extends string>(...list: [Name, ColumnKind][]): TextColumn<Name>[] =>
  list.map(([name, kind]) => ({ name, kind }));

/** Columns of Table I that a Form 4 or 5 prints, in order. */
export const TABLE_I = columns<TableIColumn>(
  ["securityTitle", "text"],
  ["transactionDate", "date"],
  ["deemedExecutionDate", "date"],
  ["code", "code"],
  ["v", "flag"],
  ["amount", "number"],
  ["acquiredDisposed", "acquiredDisposed"],
  ["price", "price"],
  ["owned", "number"],
  ["directOrIndirect", "directIndirect"],
  ["nature", "text"],
);

/** Columns of Table II. (A) and (D) contain one amount for each row, and are one column until we know which. */
export const TABLE_II = columns<TableIIColumn | "amountOfEither">(
  ["securityTitle", "text"],
  ["exercisePrice", "price"],
  ["transactionDate", "date"],
  ["deemedExecutionDate", "date"],
  ["code", "code"],
  ["v", "flag"],
  ["amountOfEither", "number"],
  ["exerciseDate", "date"],
  ["expirationDate", "date"],
  ["underlyingTitle", "text"],
  ["underlyingShares", "number"],
  ["price", "price"],
  ["owned", "number"],
  ["directOrIndirect", "directIndirect"],
  ["nature", "text"],
);

export const FORM_3_TABLE_I = columns<TableIColumn>(
  ["securityTitle", "text"],
  ["owned", "number"],
  ["directOrIndirect", "directIndirect"],
  ["nature", "text"],
);

export const FORM_3_TABLE_II = columns<TableIIColumn | "amountOfEither">(
  ["securityTitle", "text"],
  ["exerciseDate", "date"],
  ["expirationDate", "date"],
  ["underlyingTitle", "text"],
  ["underlyingShares", "number"],
  ["exercisePrice", "price"],
  ["directOrIndirect", "directIndirect"],
  ["nature", "text"],
);
