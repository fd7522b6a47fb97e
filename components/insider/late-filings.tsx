import { LateTable } from "@/components/listing/late-table";
import { SectionHead } from "@/components/site/section-head";
import { Missing } from "@/components/ui/missing";
import { issuerLabel } from "@/lib/record/issuer-label";
import { methodsUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import type { InsiderView } from "@/lib/views/insider";

const MOST_SHOWN = 50;

/** Filings made after their due day, with the filer's own marks as filed. */
export const LateFilings = ({ lateness: { record, hasSeveralIssuers } }: { lateness: InsiderView["lateness"] }) => {
  const { filings, late, of, notKnown, notDue } = record;
  if (filings.length === 0) return null;
  return (
    <section className="section" aria-labelledby="filed-late">
      <SectionHead
        id="filed-late"
        title="Filed late"
        note={`${late} of ${plural(of, "filing")} with a deadline, for all issuers${filings.length > MOST_SHOWN ? `; the newest ${MOST_SHOWN} are shown, and the JSON has all` : ""}`}
      />
      <LateTable
        filings={filings.slice(0, MOST_SHOWN)}
        party={
          hasSeveralIssuers
            ? {
                label: "Issuer",
                of: ({ issuer }) => <span className="id">{issuerLabel(issuer) ?? <Missing />}</span>,
              }
            : null
        }
      />
      <p className="small muted">
        {[
          "Each filing is measured by the row that was due first.",
          notKnown > 0 ? `For ${plural(notKnown, "filing")}, we do not know the filing date.` : "",
          notDue > 0 ? `${notDue} had no deadline.` : "",
        ]
          .filter((sentence) => sentence !== "")
          .join(" ")}{" "}
        <a href={methodsUrl()}>How we count days</a>
      </p>
    </section>
  );
};
