import type { NoteFacts } from "@/lib/record/derived-filing";
import type { ReportedRow } from "@/lib/record/reported-row";
import { isOnlyPointer } from "./holding-line";

/**
 * The one holder that the notes on a row's nature of ownership name, if the nature only refers to them ("See footnote").
 * `null` if they name none or several, so that no line gets another's name.
 */
export function vehicleName(row: ReportedRow, facts: NoteFacts): string | null {
  if (row.directOrIndirect.value !== "I" || !isOnlyPointer(row.natureOfOwnership.value)) return null;
  const ids = [...row.natureOfOwnership.footnotes, ...row.directOrIndirect.footnotes];
  const names = new Set(ids.flatMap((id) => facts.get(id)?.holders?.value ?? []).map(({ name }) => name));
  const [name = null] = names;
  return names.size === 1 ? name : null;
}
