import { SectionHead } from "@/components/site/section-head";
import type { ListedNote } from "@/lib/footnotes/listed-notes";
import { NotesList } from "./notes-list";

/** The form's "Explanation of Responses". */
export const Explanation = ({ accessionNumber, notes }: { accessionNumber: string; notes: ListedNote[] }) => (
  <section aria-labelledby="explanation">
    <SectionHead id="explanation" title="Explanation of responses" />
    {notes.length === 0 ? (
      <p className="muted">The filing has no notes.</p>
    ) : (
      <NotesList accessionNumber={accessionNumber} footnotes={notes.map(({ text: _text, ...note }) => note)} />
    )}
  </section>
);
