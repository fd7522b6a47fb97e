import { NotesList } from "@/components/notes/notes-list";
import { SectionHead } from "@/components/site/section-head";
import { UnreadValue } from "@/components/source/read-value";
import { SourceOfText } from "@/components/source/source-of-text";
import type { ListedNote } from "@/lib/footnotes/listed-notes";
import type { ValueMarks } from "@/paper/form/value-marks";

type ExplanationProps = {
  accessionNumber: string;
  notes: ListedNote[];
  /** For a filing read from paper. */
  marks: ValueMarks;
};

/** The form's "Explanation of Responses". */
export const Explanation = ({ accessionNumber, notes, marks }: ExplanationProps) => (
  <section aria-labelledby="explanation">
    <SectionHead id="explanation" title="Explanation of responses" />
    {notes.length === 0 ? (
      <p className="muted">
        {marks.has("/footnotes") ? (
          <>
            <UnreadValue mark={marks.get("/footnotes")} /> The footnotes could not be read.
          </>
        ) : (
          "This filing has no footnotes."
        )}
      </p>
    ) : (
      <NotesList
        accessionNumber={accessionNumber}
        footnotes={notes.map(({ text: _text, ...note }, index) => {
          const mark = marks.get(`/footnotes/${index}/text`);
          return { ...note, source: mark && <SourceOfText mark={mark} /> };
        })}
      />
    )}
  </section>
);
