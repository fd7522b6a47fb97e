import type { NoteOfFiling } from "./filed-notes";
import { joinedNotes } from "./joined-notes";

/** How a note cut by EDGAR's length limit continues: the notes that continue it, in order, and the one that it continues. */
export type RunningNote = { after: NoteOfFiling[]; before: string | null };

/** By id, the notes that are parts of a longer one. */
export function runningNotes(notes: readonly NoteOfFiling[]): ReadonlyMap<string, RunningNote> {
  return new Map(
    joinedNotes(notes).flatMap(({ notes: parts }) =>
      parts.length < 2
        ? []
        : parts.map(
            ({ id }, index) => [id, { after: parts.slice(index + 1), before: parts[index - 1]?.id ?? null }] as const,
          ),
    ),
  );
}
