import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { compareText } from "@/lib/values/compare-text";
import type { TyingEntry } from "./witness";

/** A row with the filing that it stands in. */
export type PlacedRow = { row: ReportedRow; entry: TyingEntry };

/** `0001365555-13-000001#I-2` */
export const keyOf = ({ row }: PlacedRow): string => `${row.accessionNumber}#${rowId(row)}`;

export const byAcceptance = ({ filing: a }: TyingEntry, { filing: b }: TyingEntry): number =>
  compareText(a.filedAt ?? a.orderedAt, b.filedAt ?? b.orderedAt) || compareText(a.accessionNumber, b.accessionNumber);
