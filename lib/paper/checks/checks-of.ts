import type { OwnershipDocument } from "@/lib/edgar/ownership-document";
import { balanceChecks } from "@/lib/paper/checks/balance-checks";
import { dateChecks } from "@/lib/paper/checks/date-checks";
import { exerciseChecks } from "@/lib/paper/checks/exercise-checks";
import { noteChecks } from "@/lib/paper/checks/note-checks";
import { priceChecks } from "@/lib/paper/checks/price-checks";
import { readRow } from "@/lib/paper/checks/read-row";
import type { PaperCheck } from "@/lib/paper/paper-reading";

/** What a form allows to be checked: sums of balances, exercises in both tables, prices in the ranges of their notes, dates. */
export function checksOf(document: OwnershipDocument): PaperCheck[] {
  const [tableI, tableII] = (["nonDerivativeTable", "derivativeTable"] as const).map((table) =>
    document[table].map((row, index) => readRow(row, `/${table}/${index}`)),
  );
  const notes = new Map(document.footnotes.map(({ id, text }) => [id ?? "", text ?? ""]));
  const rows = [...(tableI ?? []), ...(tableII ?? [])];
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return [
    ...balanceChecks(tableI ?? []),
    ...balanceChecks(tableII ?? []),
    ...exerciseChecks(tableI ?? [], tableII ?? []),
    ...priceChecks(rows, notes),
    ...noteChecks(document.footnotes),
    ...dateChecks(
      text(document.documentType),
      text(document.periodOfReport),
      rows,
      document.ownerSignature.map(({ signatureDate }) => text(signatureDate)),
    ),
  ];
}
