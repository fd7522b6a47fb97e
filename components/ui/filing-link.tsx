import { describeFiling, type FilingRef } from "@/lib/record/filing-ref";
import { filingUrl } from "@/lib/urls";

type FilingLinkProps = {
  filing: FilingRef;
  /** Names of the owners as filed, if they are needed to identify it: "Form 4 of Harrow Street Partners, L.P., filed …". */
  names?: string | null;
  /** Whether to name its period of report: "Form 4 for June 10, 2025, filed June 12, 2025". */
  withPeriod?: boolean;
  /** Id of a place on its page. */
  at?: string | null;
  rel?: string;
};

/** A link to a filing by its form and date. */
export const FilingLink = ({ filing, names = null, withPeriod = false, at = null, rel }: FilingLinkProps) => (
  <a href={`${filingUrl(filing.accessionNumber)}${at === null ? "" : `#${at}`}`} rel={rel}>
    {describeFiling(filing, names, { withPeriod })}
  </a>
);
