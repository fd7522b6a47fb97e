import { noteText } from "@/lib/footnotes/vocabulary/note-text";
import type { ReportedRow } from "@/lib/record/reported-row";
import { rowNotes } from "@/lib/record/row-in-filing";
import type { TaxWithholding } from "@/lib/record/stated-facts";
import { remembered } from "@/lib/values/remembered";
import { readTaxWithholding } from "./tax-withholding";

const NOTHING: TaxWithholding["purpose"] = [];
const MOST_TEXTS = 2_000;

/** Many rows of a filing cite the same note. */
const withholdingIn = remembered((text) => readTaxWithholding(noteText(text)), MOST_TEXTS);

/** What a sale's own notes say the shares were sold to pay; empty if they do not say. */
export function saleCovers(row: ReportedRow, notes: Readonly<Record<string, string>>): TaxWithholding["purpose"] {
  if (row.transactionCode !== "S") return NOTHING;
  for (const id of rowNotes(row)) {
    const text = notes[id];
    const fact = text === undefined ? null : withholdingIn(text);
    if (fact?.value.method === "sold") return fact.value.purpose;
  }
  return NOTHING;
}
