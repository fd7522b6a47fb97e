import { SectionHead } from "@/components/site/section-head";
import { Missing } from "@/components/ui/missing";
import { Unread } from "@/components/ui/unread";

export const Remarks = ({ remarks, isUnread }: { remarks: string | null; isUnread: boolean }) => (
  <section className="section" aria-labelledby="remarks">
    <SectionHead id="remarks" title="Remarks" />
    {remarks !== null && <p className="remarks">{remarks}</p>}
    {remarks === null && <p className="muted">{isUnread ? <Unread /> : <Missing />}</p>}
  </section>
);
