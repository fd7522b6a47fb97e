import type { FormRow } from "@/components/form/form-row";
import { FilingLink } from "@/components/ui/filing-link";
import { RowList } from "@/components/ui/row-list";
import { namesInSentence } from "@/lib/record/filing-names";
import { upperFirst } from "@/lib/values/upper-first";
import type { EventReport } from "@/lib/views/event-report";
import { describePlace } from "@/lib/views/place";

type EventTiesProps = {
  rows: readonly FormRow[];
  /** Names of the owners of this filing, as filed, by CIK. */
  names: Readonly<Record<string, string>>;
  accessionNumber: string;
};

/** Over the tables: which other filings report trades of this one, and what shows that they are the same. */
export const EventTies = ({ rows, names, accessionNumber }: EventTiesProps) => {
  const filings = new Map<string, { report: EventReport; rows: string[] }>();
  for (const { id, reports } of rows) {
    for (const report of reports) {
      const known = filings.get(report.filing.accessionNumber);
      if (known) {
        known.rows.push(id);
        if (known.report.tie === null) known.report = report;
      } else filings.set(report.filing.accessionNumber, { report, rows: [id] });
    }
  }
  if (filings.size === 0) return null;
  return (
    <p className="ruled-line">
      <b>Same trades</b>
      <span>
        {[...filings.values()].map(({ report, rows: same }) => (
          <span key={report.filing.accessionNumber} className="ruled-part">
            <FilingLink
              filing={report.filing}
              names={report.names.length === 0 ? null : namesInSentence(report.names)}
            />{" "}
            also reports <RowList rows={same} of={rows.length} />.{" "}
            <Tied report={report} names={names} here={accessionNumber} />{" "}
          </span>
        ))}
      </span>
    </p>
  );
};

type TiedProps = { report: EventReport; names: EventTiesProps["names"]; here: string };

const Tied = ({ report: { tie, filing }, names, here }: TiedProps) => {
  if (tie === null) return "A third filing links the two.";
  if (tie.kind === "shared owner") {
    return `Both are by ${namesInSentence(tie.ciks.map((cik) => names[cik] ?? `CIK ${cik}`))}.`;
  }
  const [number = "", at = ""] = tie.from.split("#");
  const isHere = number === here;
  const place = describePlace({ filing, isHere: true, at });
  const says = /^I{1,2}-/.test(at) ? `The nature of ownership in ${place}` : upperFirst(place);
  return (
    <>
      {says} {isHere ? "here" : "there"} {at === "remarks" ? "name" : "names"} <q className="quoted">{tie.words}</q>.
    </>
  );
};
