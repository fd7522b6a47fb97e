import type { FormRow } from "@/components/form/form-row";
import { FilingLink } from "@/components/ui/filing-link";
import { RowList } from "@/components/ui/row-list";
import { namesInSentence } from "@/lib/record/filing-names";
import { partsOfKey } from "@/lib/record/row-key";
import { endSentence } from "@/lib/values/end-sentence";
import { upperFirst } from "@/lib/values/upper-first";
import type { EventReport } from "@/lib/views/event-report";
import { describePlace } from "@/lib/views/filing-place";

type EventLinksProps = {
  rows: readonly FormRow[];
  /** Names of the owners of this filing, as filed, by CIK. */
  names: Readonly<Record<string, string>>;
  accessionNumber: string;
};

/** Above the tables: other filings that report the same trades, with the evidence. */
export const EventLinks = ({ rows, names, accessionNumber }: EventLinksProps) => {
  const filings = new Map<string, { report: EventReport; rows: string[] }>();
  for (const { id, reports } of rows) {
    for (const report of reports) {
      const known = filings.get(report.filing.accessionNumber);
      if (known) {
        known.rows.push(id);
        if (known.report.link === null) known.report = report;
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
            <Linked report={report} names={names} here={accessionNumber} />{" "}
          </span>
        ))}
      </span>
    </p>
  );
};

type LinkedProps = { report: EventReport; names: EventLinksProps["names"]; here: string };

const Linked = ({ report: { link, filing }, names, here }: LinkedProps) => {
  if (link === null) return "A third filing links the two.";
  if (link.kind === "shared owner") {
    return endSentence(`Both are by ${namesInSentence(link.ciks.map((cik) => names[cik] ?? `CIK ${cik}`))}`);
  }
  const { accessionNumber: number, id: at } = partsOfKey(link.from);
  const isHere = number === here;
  const place = describePlace({ filing, isHere: true, at });
  const says = /^I{1,2}-/.test(at) ? `The nature of ownership in ${place}` : upperFirst(place);
  return (
    <>
      {says} {isHere ? "here" : "there"} {at === "remarks" ? "name" : "names"} <q className="quoted">{link.words}</q>.
    </>
  );
};
