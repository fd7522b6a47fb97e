import { readHolders } from "@/lib/footnotes/facts/holders";
import { noteText } from "@/lib/footnotes/note-text";
import type { ReportedRow } from "@/lib/record/reported-row";
import type { Holder } from "@/lib/record/stated-facts";
import { remembered } from "@/lib/values/remembered";
import { isOnlyPointer } from "./holding-line";

const holdersOf = remembered((text: string): readonly Holder[] => readHolders(noteText(text))?.value ?? [], 5_000);

/**
 * The one holder that the notes on a row's nature of ownership name, where the nature itself only points to them ("See footnote").
 * `null` where they name none or several: no line is given a name that may be another's.
 */
export function vehicleName(row: ReportedRow, notes: Readonly<Record<string, string>>): string | null {
  if (row.directOrIndirect.value !== "I" || !isOnlyPointer(row.natureOfOwnership.value)) return null;
  const ids = [...row.natureOfOwnership.footnotes, ...row.directOrIndirect.footnotes];
  const names = new Set(ids.flatMap((id) => holdersOf(notes[id] ?? "").map(({ name }) => name)));
  const [name = null] = names;
  return names.size === 1 ? name : null;
}
