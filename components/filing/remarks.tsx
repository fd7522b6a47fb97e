import { SectionHead } from "@/components/site/section-head";
import { Missing } from "@/components/ui/missing";
import { Unread } from "@/components/ui/unread";
import type { Span } from "@/lib/footnotes/stated-spans";
import { StatedText } from "./stated-text";

type RemarksProps = {
  remarks: string | null;
  isUnread: boolean;
  /** Where the words stand that something we say was read from. */
  stated: Span[];
};

export const Remarks = ({ remarks, isUnread, stated }: RemarksProps) => (
  <section className="section" aria-labelledby="remarks">
    <SectionHead id="remarks" title="Remarks" />
    {remarks !== null && (
      <p className="remarks">
        <StatedText text={remarks} stated={stated} />
      </p>
    )}
    {remarks === null && <p className="muted">{isUnread ? <Unread /> : <Missing />}</p>}
  </section>
);
