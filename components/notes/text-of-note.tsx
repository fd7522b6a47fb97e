import type { Note } from "@/lib/views/note";
import { StatedText } from "./stated-text";

/** The text of a footnote as filed. */
export const TextOfNote = ({ note }: { note: Note }) => (
  <p className="note-text">
    <StatedText text={note.text} stated={note.stated} />
  </p>
);
