import { Fragment } from "react";
import { FilingLink } from "@/components/ui/filing-link";
import { namesInSentence } from "@/lib/record/filing-names";
import type { EventReport } from "@/lib/views/event-report";

/** A sentence names at most this many filings. */
const MOST_FILINGS = 3;

/** "Counted once with Form 4 of Harrow Street Partners, L.P., filed …", or on the row that counts "Counted once, here". */
export const EventRemark = ({ reports }: { reports: readonly EventReport[] }) => {
  const counted = reports.find(({ isCounted }) => isCounted);
  const others = reports.filter((report) => report !== counted);
  const told = others.length > MOST_FILINGS ? others.slice(0, MOST_FILINGS - 1) : others;
  const left = others.length - told.length;
  return (
    <>
      <b>Counted once</b>
      {counted ? (
        <>
          {" "}
          with <Report report={counted} />
        </>
      ) : (
        ", here"
      )}
      {told.length > 0 && "; also reported on "}
      {told.map((report, index) => (
        <Fragment key={report.filing.accessionNumber}>
          {index > 0 && (index === told.length - 1 && left === 0 ? " and " : "; ")}
          <Report report={report} />
        </Fragment>
      ))}
      {left > 0 && ` and ${left} more filings`}.
    </>
  );
};

const Report = ({ report: { filing, names, row } }: { report: EventReport }) => (
  <FilingLink filing={filing} names={names.length === 0 ? null : namesInSentence(names)} at={row} />
);
