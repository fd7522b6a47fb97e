import { HoldingWalkChart } from "@/components/charts/holding-walk";
import { PageLead } from "@/components/site/page-lead";
import { ClockTime } from "@/components/ui/clock-time";
import { isLocalAccessionNumber } from "@/lib/record/accession-number";
import type { Filing } from "@/lib/record/filing";
import { formName } from "@/lib/record/form-name";
import { formatDate } from "@/lib/values/dates";
import { type FilingView, marksOf } from "./filing-view";
import { Standfirst } from "./standfirst";

type FilingLeadProps = {
  view: FilingView;
  /** What a reader can do with the page. */
  children?: React.ReactNode;
};

/** The head of a filing's page: its form, a one-sentence summary, and the walk of a holding. */
export const FilingLead = ({ view, children }: FilingLeadProps) => (
  <PageLead
    eyebrow={<Eyebrow filing={view.entry.filing} />}
    title={view.headline}
    standfirst={
      <Standfirst
        filing={view.entry.filing}
        sums={view.sums}
        implausible={view.implausible}
        exerciseCost={view.exerciseCost}
        walk={view.walk}
        isIssuerUncertain={marksOf(view).get("/issuer/issuerName")?.state === "uncertain"}
      />
    }
    actions={children}
    aside={view.walk && <HoldingWalkChart series={view.walk} />}
  />
);

const Eyebrow = ({ filing }: { filing: Filing }) => {
  const { documentType, accessionNumber } = filing;
  const name = formName(documentType);
  return (
    <>
      <b>{documentType === null ? "Form not stated" : `Form ${documentType}`}</b>
      {name && `, ${name}`} · <Filed filing={filing} /> ·{" "}
      {isLocalAccessionNumber(accessionNumber) ? (
        <>accession number not known</>
      ) : (
        <span className="id">{accessionNumber}</span>
      )}
    </>
  );
};

const Filed = ({ filing: { filedAt, filingDate } }: { filing: Filing }) => {
  if (filedAt !== null)
    return (
      <>
        filed <ClockTime instant={filedAt} inFull />
      </>
    );
  return filingDate === null ? "filing date not known" : `filed ${formatDate(filingDate)}`;
};
