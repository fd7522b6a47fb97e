import type { ReportedRow } from "@/lib/record/reported-row";
import { keyOfRow } from "@/lib/record/row-key";
import { compareText } from "@/lib/values/compare-text";
import type { LinkableEntry } from "./evidence";

/** A row with its filing. */
export type PlacedRow = { row: ReportedRow; entry: LinkableEntry };

/** `0001365555-13-000001#I-2` */
export const placedKey = ({ row }: PlacedRow): string => keyOfRow(row);

export const byAcceptance = ({ filing: a }: LinkableEntry, { filing: b }: LinkableEntry): number =>
  compareText(a.filedAt ?? a.orderedAt, b.filedAt ?? b.orderedAt) || compareText(a.accessionNumber, b.accessionNumber);
