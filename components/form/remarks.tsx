import { FactsOfNote } from "@/components/notes/facts-of-note";
import { NoteRunningOn } from "@/components/notes/note-running-on";
import { StatedText } from "@/components/notes/stated-text";
import { SectionHead } from "@/components/site/section-head";
import { UnreadValue } from "@/components/source/read-value";
import { SourceOfText } from "@/components/source/source-of-text";
import { Missing } from "@/components/ui/missing";
import type { Note } from "@/lib/views/note";
import type { ValueMark } from "@/paper/form/value-marks";

type RemarksProps = {
  /** The remarks with the facts we read in them. Null if there are none. */
  remarks: Note | null;
  isUnread: boolean;
  mark: ValueMark | undefined;
};

export const Remarks = ({ remarks, isUnread, mark }: RemarksProps) => (
  <section className="section" aria-labelledby="remarks">
    <SectionHead id="remarks" title="Remarks" />
    {remarks !== null && (
      <p className="remarks">
        <StatedText text={remarks.text} stated={remarks.stated} />
        {mark && <SourceOfText mark={mark} />}
      </p>
    )}
    {remarks && <NoteRunningOn note={remarks} />}
    {remarks && <FactsOfNote note={remarks} />}
    {remarks === null && <p className="muted">{isUnread ? <UnreadValue mark={mark} /> : <Missing />}</p>}
  </section>
);
