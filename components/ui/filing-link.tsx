import { describeFiling, type FilingRef } from "@/lib/record/filing-ref";
import { filingUrl } from "@/lib/urls";

type FilingLinkProps = {
  filing: FilingRef;
  /** The owners' names as filed, where they tell it from others: "Form 4 of Harrow Street Partners, L.P., filed …". */
  names?: string | null;
  /** A place on its page. */
  at?: string | null;
  rel?: string;
};

/** A filing by its form and day, a link to it. */
export const FilingLink = ({ filing, names = null, at = null, rel }: FilingLinkProps) => (
  <a href={`${filingUrl(filing.accessionNumber)}${at === null ? "" : `#${at}`}`} rel={rel}>
    {describeFiling(filing, names)}
  </a>
);
