import { SectionHead } from "@/components/site/section-head";
import { Missing } from "@/components/ui/missing";
import { Unread } from "@/components/ui/unread";
import type { Note } from "./note";
import { NoteFacts } from "./note-facts";
import { NoteRunningOn } from "./note-running-on";
import { StatedText } from "./stated-text";

type RemarksProps = {
  /** With what was read in them; null where there are none. */
  remarks: Note | null;
  isUnread: boolean;
};

export const Remarks = ({ remarks, isUnread }: RemarksProps) => (
  <section className="section" aria-labelledby="remarks">
    <SectionHead id="remarks" title="Remarks" />
    {remarks !== null && (
      <p className="remarks">
        <StatedText text={remarks.text} stated={remarks.stated} />
      </p>
    )}
    {remarks && <NoteRunningOn note={remarks} />}
    {remarks?.facts && <NoteFacts facts={remarks.facts} />}
    {remarks === null && <p className="muted">{isUnread ? <Unread /> : <Missing />}</p>}
  </section>
);
