import { HoldingWalk } from "@/components/charts/holding-walk";
import { PageLead } from "@/components/site/page-lead";
import { ClockTime } from "@/components/ui/clock-time";
import { isLocalAccessionNumber } from "@/lib/record/accession-number";
import type { Filing } from "@/lib/record/filing";
import { formName } from "@/lib/record/form-name";
import type { HoldingWalk as HoldingWalkSeries } from "@/lib/series/holding-walk";
import type { TradeSums } from "@/lib/series/trade-sums";
import { formatDate } from "@/lib/values/dates";
import { Standfirst } from "./standfirst";

type FilingLeadProps = {
  filing: Filing;
  headline: string;
  sums: TradeSums;
  exerciseCost: string | null;
  walk: HoldingWalkSeries | null;
  isIssuerUncertain: boolean;
};

/** The head of a filing's page: which form it is, what it says in one sentence, and the walk of a holding. */
export const FilingLead = ({ filing, headline, sums, exerciseCost, walk, isIssuerUncertain }: FilingLeadProps) => (
  <PageLead
    eyebrow={<Eyebrow filing={filing} />}
    title={headline}
    standfirst={
      <Standfirst
        filing={filing}
        sums={sums}
        exerciseCost={exerciseCost}
        walk={walk}
        isIssuerUncertain={isIssuerUncertain}
      />
    }
    aside={walk && <HoldingWalk series={walk} />}
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
