import { Facts } from "@/components/site/facts";
import { CalendarDate } from "@/components/ui/calendar-date";
import { ClockTime } from "@/components/ui/clock-time";
import { isLocalAccessionNumber } from "@/lib/record/accession-number";
import type { Filing } from "@/lib/record/filing";
import { methodsUrl } from "@/lib/urls";
import type { PaperKind } from "@/paper/form/paper-reading";

type SourceFactsProps = {
  filing: Filing;
  /** For a filing read from paper. */
  paperKind: PaperKind | null;
  schemaVersion: string | null;
  /** Whether row numbers are as filed. If the source does not number rows across transactions and holdings, they are ours. */
  linesAreFiled: boolean;
};

const SOURCES: Record<Filing["source"], string> = {
  xml: "The XML as filed",
  "data-set": "The SEC’s Insider Transactions Data Sets",
  paper: "Paper",
};

const PAPER: Record<PaperKind, string> = {
  html: "A page of EDGAR’s viewer",
  pdf: "A PDF with its text",
  scan: "A scan, by text recognition",
  text: "The text of a PDF",
  ocr: "The recognised text of a scan",
  ascii: "Plain text, as filed before 2003",
};

/** Where this filing comes from, and what is not known about it. */
export const SourceFacts = ({ filing, paperKind, schemaVersion, linesAreFiled }: SourceFactsProps) => {
  const { accessionNumber, filedAt, filingDate, source } = filing;
  const isLocal = isLocalAccessionNumber(accessionNumber);
  const facts = [
    {
      term: "Accession number",
      value: isLocal ? (
        <>
          not known; we use <span className="id">{accessionNumber}</span> instead
        </>
      ) : (
        <span className="id">{accessionNumber}</span>
      ),
    },
    {
      term: "Filed at",
      value:
        filedAt !== null ? (
          <ClockTime instant={filedAt} inFull />
        ) : source === "xml" ? (
          "not known: loaded without the submission’s header"
        ) : (
          "not known"
        ),
    },
    {
      term: "Filing date",
      value: filingDate === null ? "not known" : <CalendarDate date={filingDate} />,
    },
    { term: "Source", value: paperKind === null ? SOURCES[source] : PAPER[paperKind] },
    ...(schemaVersion === null ? [] : [{ term: "Schema", value: <span className="id">{schemaVersion}</span> }]),
    ...(linesAreFiled
      ? []
      : [{ term: "Row numbers", value: "assigned by us, because the source does not number rows across tables" }]),
    { term: "Derived figures", value: <a href={methodsUrl()}>Methods</a> },
  ];
  return <Facts facts={facts} />;
};
