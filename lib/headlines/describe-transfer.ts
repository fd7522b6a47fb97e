import { isOfOneTransfer, ownTransfers, statedTransfer } from "@/lib/holdings/transfer-pairs";
import type { NoteFacts } from "@/lib/record/derived-filing";
import type { ReportedRow } from "@/lib/record/reported-row";

const howHeld = (rows: readonly ReportedRow[]): string =>
  rows.every(({ directOrIndirect }) => directOrIndirect.value === "D") ? "direct" : "indirect";

/**
 * "transfer to indirect", for a row that moved securities to or from another line of the same owners; "transfer" if only a footnote
 * says so; null for any other row. The code of such a row is often that of a gift.
 */
export function describeTransfer(row: ReportedRow, rows: readonly ReportedRow[], facts: NoteFacts): string | null {
  for (const { given, received } of ownTransfers(rows.filter((other) => isOfOneTransfer(other, row)))) {
    if (given.includes(row)) return `transfer to ${howHeld(received)}`;
    if (received.includes(row)) return `transfer from ${howHeld(given)}`;
  }
  return statedTransfer(row, facts) === null ? null : "transfer";
}
