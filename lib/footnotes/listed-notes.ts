import type { FilingRecord } from "@/lib/edgar/filing-record";
import type { ReportedRow } from "@/lib/record/reported-row";
import { type NoteUse, noteUses } from "./note-uses";

/** A note of a filing as listed under "Explanation of responses". */
export type ListedNote = {
  /** Its address on the page: the document's id. A note without an id, or with one already used, gets one of ours. */
  anchor: string;
  footnoteId: string | null;
  text: string;
  uses: NoteUse[];
  /** An earlier note has the same id, so a reference may mean either. */
  repeatsId: boolean;
};

export function listedNotes(footnotes: FilingRecord["footnotes"], rows: readonly ReportedRow[]): ListedNote[] {
  const uses = noteUses(rows);
  const seen = new Map<string, number>();
  return footnotes.map(({ position, footnoteId, text }) => {
    const times = footnoteId === null ? 0 : (seen.get(footnoteId) ?? 0) + 1;
    if (footnoteId !== null) seen.set(footnoteId, times);
    const own = footnoteId === null ? `note-${position}` : footnoteId;
    return {
      anchor: times > 1 ? `${own}-${times}` : own,
      footnoteId,
      text: text ?? "",
      uses: footnoteId === null ? [] : (uses.get(footnoteId) ?? []),
      repeatsId: times > 1,
    };
  });
}
