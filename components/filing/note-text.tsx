import type { Note } from "./note";

/** A note's words as filed. What a derived figure came from is underlined; nothing is added, cut or linked. */
export const NoteText = ({ note }: { note: Note }) => {
  const pieces: React.ReactNode[] = [];
  let at = 0;
  for (const [start, end] of [...(note.stated ?? [])].sort((a, b) => a[0] - b[0])) {
    if (start < at || end > note.text.length) continue;
    pieces.push(note.text.slice(at, start), <mark key={start}>{note.text.slice(start, end)}</mark>);
    at = end;
  }
  pieces.push(note.text.slice(at));
  return <p className="note-text">{pieces}</p>;
};
