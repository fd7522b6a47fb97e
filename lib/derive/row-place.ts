import type { ReportedRow, TableNumber } from "@/lib/record/reported-row";

export type Place = { accessionNumber: string; tableNumber: TableNumber; line: number };

/** Where a row is, for the rows of derived tables. */
export const placeOf = ({ accessionNumber, tableNumber, line }: ReportedRow): Place => ({
  accessionNumber,
  tableNumber,
  line,
});
