import type { OwnershipDocument } from "@/lib/edgar/ownership-document";
import type { PaperCheck } from "@/paper/form/paper-reading";
import { balanceChecks } from "./balance-checks";
import { dateChecks } from "./date-checks";
import { exerciseChecks } from "./exercise-checks";
import { noteChecks } from "./note-checks";
import { priceChecks } from "./price-checks";
import { readRow } from "./read-row";

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
