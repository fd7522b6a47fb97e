import type { Note } from "@/lib/views/note";

/** Text as filed. Words from which we derived a figure are underlined; nothing is added, cut or linked. */
export const StatedText = ({ text, stated = [] }: Pick<Note, "text" | "stated">) => {
  const pieces: React.ReactNode[] = [];
  let at = 0;
  for (const [start, end] of [...stated].sort((a, b) => a[0] - b[0])) {
    if (start < at || end > text.length) continue;
    pieces.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces;
};
