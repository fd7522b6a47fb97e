import type { Note } from "@/lib/views/note";
import { StatedText } from "./stated-text";

/** A note's words as filed. */
export const NoteText = ({ note }: { note: Note }) => (
  <p className="note-text">
    <StatedText text={note.text} stated={note.stated} />
  </p>
);
