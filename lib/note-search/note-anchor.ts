import type { FoundNote } from "./note-search";

/** Its address on the page of its filing, as in `listedNotes`. The remarks have one too. */
export function noteAnchor({
  entry,
  position,
  footnoteId,
  text,
}: Pick<FoundNote, "position" | "footnoteId" | "text"> & { entry: Pick<FoundNote["entry"], "notes"> }): string {
  if (position === 0) return "remarks";
  if (footnoteId === null) return `note-${position}`;
  // An entry has only the first text of an id, so a different text is a second note with the same id.
  return (entry.notes[footnoteId] ?? text) === text ? footnoteId : `${footnoteId}-2`;
}
