import type { FoundNote } from "./note-search";

/** Its address on the page of its filing, as `listedNotes` gives it; remarks have one too. */
export function noteAnchor({
  entry,
  position,
  footnoteId,
  text,
}: Pick<FoundNote, "position" | "footnoteId" | "text"> & { entry: Pick<FoundNote["entry"], "notes"> }): string {
  if (position === 0) return "remarks";
  if (footnoteId === null) return `note-${position}`;
  // An entry has the first text of an id; another one of the same id is told from it.
  return (entry.notes[footnoteId] ?? text) === text ? footnoteId : `${footnoteId}-2`;
}
