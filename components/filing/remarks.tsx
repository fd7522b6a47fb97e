import { SectionHead } from "@/components/site/section-head";
import { Missing } from "@/components/ui/missing";
import type { ValueMark } from "@/lib/paper/value-marks";
import type { Note } from "./note";
import { NoteFacts } from "./note-facts";
import { NoteRunningOn } from "./note-running-on";
import { UnreadValue } from "./read-value";
import { SourceOfText } from "./source-of-text";
import { StatedText } from "./stated-text";

type RemarksProps = {
  /** With what was read in them; null where there are none. */
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
    {remarks?.facts && <NoteFacts facts={remarks.facts} />}
    {remarks === null && <p className="muted">{isUnread ? <UnreadValue mark={mark} /> : <Missing />}</p>}
  </section>
);
