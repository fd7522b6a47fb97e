import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import type { TyingEntry } from "./witness";

/** A row with the filing that it stands in. */
export type PlacedRow = { row: ReportedRow; entry: TyingEntry };

/** `0001365555-13-000001#I-2` */
export const keyOf = ({ row }: PlacedRow): string => `${row.accessionNumber}#${rowId(row)}`;

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

export const byAcceptance = ({ filing: a }: TyingEntry, { filing: b }: TyingEntry): number =>
  compare(a.filedAt ?? a.orderedAt, b.filedAt ?? b.orderedAt) || compare(a.accessionNumber, b.accessionNumber);
