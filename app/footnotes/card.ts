import { notesHeadline } from "@/components/footnotes/notes-lead";
import type { Card } from "@/lib/cards/card";
import type { FoundNote } from "@/lib/note-search/note-search";
import { issuerLabel } from "@/lib/record/issuer-label";
import type { NotesView } from "@/lib/views/notes";

/** The card of a search of footnotes: how many match, and the words of the first. */
export function notesCard(view: NotesView): Card {
  const { notes, count } = view.page;
  return {
    eyebrow: ["Footnotes and remarks, as filed"],
    headline: notesHeadline(view),
    sentence: null,
    amended: null,
    body:
      notes.length === 0
        ? null
        : {
            kind: "rows",
            columns: [
              { label: "Issuer", width: 150, align: "start" },
              { label: "Footnote", width: 902, align: "start" },
            ],
            rows: notes.map((note) => ({
              mark: null,
              cells: [issuerLabel(note.entry.filing.issuer) ?? "—", wordsOf(note)],
            })),
            inAll: count.count,
          },
  };
}

/** The passage with the words that were searched for. */
function wordsOf({ snippet: [passage], text }: FoundNote): string {
  if (!passage) return text;
  const words = passage.parts.map((part) => part.text).join("");
  return `${passage.isCutBefore ? "…" : ""}${words}${passage.isCutBehind ? "…" : ""}`;
}
