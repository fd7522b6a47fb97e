import type { FilingEntry } from "@/lib/record/filing";

/** The id of the remarks, where footnotes have theirs. */
export const REMARKS = "remarks";

type FilingWithNotes = { filing: Pick<FilingEntry["filing"], "remarks">; notes: FilingEntry["notes"] };

export type NoteOfFiling = { id: string; text: string };

/** The footnotes of a filing in the order of their ids, and its remarks. */
export function filedNotes({ filing: { remarks }, notes }: FilingWithNotes): NoteOfFiling[] {
  const filed = Object.entries(notes)
    .map(([id, text]) => ({ id, text }))
    .sort((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1));
  return remarks === null ? filed : [...filed, { id: REMARKS, text: remarks }];
}
