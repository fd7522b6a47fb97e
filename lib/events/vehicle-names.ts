import { isConnecting, isPlanWord } from "@/lib/names/common-words";
import { type FiledName, filedName } from "@/lib/names/filed-name";
import { isLegalForm } from "@/lib/names/legal-forms";
import { isProperVehicle, vehicleInNature } from "@/lib/names/vehicle-in-nature";
import { type NameWord, wordsOf } from "@/lib/names/words-of";
import type { FilingEntry } from "@/lib/record/filing";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { pattern } from "@/lib/values/pattern";

/** A fund, trust or company that indirect transactions of a filing are held through. */
export type VehicleName = { name: FiledName; rows: ReadonlySet<string> };

/** The vehicles that a filing names for its transactions, in the nature of ownership or else in the footnote that it cites. */
export function vehicleNames({ rows, notes }: Pick<FilingEntry, "rows" | "notes">): VehicleName[] {
  const byName = new Map<string, { name: FiledName; rows: Set<string> }>();
  for (const row of rows) {
    if (row.kind !== "transaction" || row.directOrIndirect.value !== "I") continue;
    for (const text of vehiclesOf(row, notes)) {
      const known = byName.get(text);
      const name = known?.name ?? filedName(text);
      if (known) known.rows.add(rowId(row));
      else if (name) byName.set(text, { name, rows: new Set([rowId(row)]) });
    }
  }
  return [...byName.values()];
}

function vehiclesOf(row: ReportedRow, notes: FilingEntry["notes"]): string[] {
  const { value, footnotes } = row.natureOfOwnership;
  const inNature = value === null ? null : vehicleInNature(value);
  if (inNature !== null) return [inNature];
  const ids = new Set([...footnotes, ...row.directOrIndirect.footnotes]);
  return [...ids].flatMap((id) => recordHolder(notes[id] ?? "") ?? []);
}

const heldBy = pattern("gi")`
  \b (previously\ |formerly\ )? (?:held|owned)
  (?:\ (?:of\ record|directly|indirectly|beneficially|solely|in\ the\ name\ of|and|or))* \ by\s+ (?:the\s+)?
`;

const ENDS_NAME = new Set(["trust", "fund", "foundation", "partnership"]);

/** The holder that a footnote names: "held of record by Juniper Fund, L.P." */
export function recordHolder(note: string): string | null {
  for (const { 0: phrase, 1: formerly, index } of note.matchAll(heldBy)) {
    const name = formerly === undefined ? nameFrom(note.slice(index + phrase.length)) : null;
    if (name === null || !isProperVehicle(name)) continue;
    return wordsOf(note).some(({ plain }) => isPlanWord(plain)) ? null : name;
  }
  return null;
}

/** The entity's name at the start of a text, up to its legal form, or up to "Trust" and the like if it has none. */
function nameFrom(text: string): string | null {
  let last: NameWord | null = null;
  let end: number | null = null;
  for (const word of wordsOf(text.slice(0, 200))) {
    const gap = text.slice(last?.end ?? 0, word.start);
    if (!(last === null ? /^\s*$/ : /^(?:,?\s+|-|\s*\(|\)\s*|\),?\s+)$/).test(gap)) break;
    if (!word.isProper && !isConnecting(word.plain)) break;
    if (isLegalForm(word.plain) && last !== null) return text.slice(0, word.end);
    if (ENDS_NAME.has(word.plain)) end = word.end;
    last = word;
  }
  return end === null ? null : text.slice(0, end);
}
