import { statedTransfer } from "@/lib/holdings/transfer-pairs";
import type { NoteFacts } from "@/lib/record/derived-filing";
import type { Field, ReportedRow } from "@/lib/record/reported-row";
import type { Award, Surrender, TransferKind } from "@/lib/record/stated-facts";

/** What footnotes say that a row was, where its code does not. */
export type StatedMovement = {
  /** Of a row with the code of a gift, or with code J, which only a footnote explains. */
  transfer: TransferKind | null;
  /** Of securities from the issuer (code A): whether they were an award, or cost nothing. */
  award: Award | null;
  /** Of securities disposed of with code J. */
  surrender: Surrender | null;
};

export function statedMovement(row: ReportedRow, facts: NoteFacts): StatedMovement {
  const stated = notesOnMovement(row).flatMap((id) => facts.get(id) ?? []);
  const transfer =
    row.transactionCode === "J"
      ? (stated.find((note) => note.transfer)?.transfer?.value.kind ?? null)
      : statedTransfer(row, facts);
  const awards = row.transactionCode === "A" ? stated.flatMap(({ award }) => award?.value ?? []) : [];
  const isDisposal = row.transactionCode === "J" && row.acquiredDisposedCode.value === "D";
  return {
    transfer,
    award: awards.includes("award") ? "award" : (awards[0] ?? null),
    surrender: isDisposal ? (stated.find((note) => note.surrender)?.surrender?.value ?? null) : null,
  };
}

/** Footnotes on what moved and at what price. Those on the balance and on the holder are about more than this row. */
const notesOnMovement = (row: ReportedRow): string[] => {
  const fields: Field[] = [
    row.securityTitle,
    row.transactionDate,
    row.transactionShares,
    row.pricePerShare,
    row.acquiredDisposedCode,
    row.conversionOrExercisePrice,
    row.exerciseDate,
    row.expirationDate,
  ];
  return [
    ...new Set([
      ...row.transactionCodingFootnotes,
      ...row.rowFootnotes,
      ...fields.flatMap(({ footnotes }) => footnotes),
    ]),
  ];
};
