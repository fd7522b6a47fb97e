import type { ReactNode } from "react";
import { NameFindings } from "@/components/source/name-findings";
import { CalendarDate } from "@/components/ui/calendar-date";
import { Missing } from "@/components/ui/missing";
import type { FilingForm } from "@/lib/edgar/filing-form";
import type { FilingIssuer } from "@/lib/record/filing";
import { isAmendment } from "@/lib/record/form-name";
import { issuerUrl } from "@/lib/urls";
import type { ValueMarks } from "@/paper/form/value-marks";
import type { NameFinding } from "@/paper/parties/name-finding";
import { FormValue } from "./form-value";
import { Relationships } from "./relationships";
import { ReportingPersons } from "./reporting-persons";

type FormBoxesProps = {
  form: string;
  facts: FilingForm;
  issuer: FilingIssuer;
  /** For a filing read from paper. */
  marks: ValueMarks;
  names: NameFinding[];
};
type BoxName = "persons" | "issuer" | "period" | "original" | "relationship" | "joint";

/** The boxes in the order of each form. Form 3 has the event before the issuer, and the amendment after the relationship. */
const ORDER: Record<string, BoxName[]> = {
  "3": ["persons", "period", "issuer", "relationship", "original", "joint"],
  "4": ["persons", "issuer", "period", "original", "relationship", "joint"],
  "5": ["persons", "issuer", "period", "original", "relationship", "joint"],
};
const PERIODS: Record<string, string> = {
  "3": "Date of event requiring statement",
  "4": "Earliest transaction",
  "5": "Issuer's fiscal year ended",
};

/** Boxes 1 to 6, numbered as on the form. */
export const FormBoxes = ({ form, facts, issuer, marks, names }: FormBoxesProps) => {
  const boxes: Record<BoxName, { title: string; content: ReactNode }> = {
    persons: {
      title: facts.owners.length > 1 ? "Reporting persons" : "Reporting person",
      content: <ReportingPersons owners={facts.owners} marks={marks} names={names} />,
    },
    issuer: {
      title: "Issuer and symbol",
      content: <IssuerBox issuer={issuer} facts={facts} marks={marks} names={names} />,
    },
    period: {
      title: PERIODS[form] ?? "Period of report",
      content: (
        <div className="filed">
          <FormValue
            value={facts.periodOfReport === null ? null : <CalendarDate date={facts.periodOfReport} />}
            isUnread={facts.unread.has("periodOfReport")}
            mark={marks.get("/periodOfReport")}
          />
        </div>
      ),
    },
    original: {
      title: "If amendment, original filed",
      content: (
        <>
          <div className="filed">
            <FormValue
              value={
                facts.dateOfOriginalSubmission === null ? null : <CalendarDate date={facts.dateOfOriginalSubmission} />
              }
              isUnread={facts.unread.has("dateOfOriginalSubmission")}
              mark={marks.get("/dateOfOriginalSubmission")}
            />
          </div>
          {!isAmendment(facts.documentType) && !facts.unread.has("dateOfOriginalSubmission") && (
            <span className="under">Not an amendment</span>
          )}
        </>
      ),
    },
    relationship: { title: "Relationship to issuer", content: <Relationships owners={facts.owners} marks={marks} /> },
    joint: {
      title: "Individual or joint filing",
      content: (
        <div className="filed">
          {facts.owners.length === 0 && <Missing />}
          {facts.owners.length === 1 && "One reporting person"}
          {facts.owners.length > 1 && `${facts.owners.length} reporting persons`}
        </div>
      ),
    },
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: these boxes are read, not filled in.
    <div className="boxes" role="group" aria-label="Boxes 1 to 6 of the form">
      {(ORDER[form] ?? []).map((name, index) => (
        <Box key={name} number={String(index + 1)} title={boxes[name].title}>
          {boxes[name].content}
        </Box>
      ))}
    </div>
  );
};

const IssuerBox = ({ issuer, facts, marks, names }: Omit<FormBoxesProps, "form">) => (
  <>
    <div className="filed">
      <FormValue
        value={
          issuer.name === null || issuer.cik === null ? issuer.name : <a href={issuerUrl(issuer.cik)}>{issuer.name}</a>
        }
        isLink={issuer.cik !== null}
        isUnread={facts.unread.has("issuerName")}
        mark={marks.get("/issuer/issuerName")}
      />
    </div>
    <NameFindings names={names} of="/issuer" />
    <span className="under">
      {issuer.tradingSymbol === null && !facts.unread.has("issuerTradingSymbol") ? (
        "no symbol stated"
      ) : (
        <FormValue
          value={issuer.tradingSymbol === null ? null : <b className="ticker">{issuer.tradingSymbol}</b>}
          isUnread={facts.unread.has("issuerTradingSymbol")}
          mark={marks.get("/issuer/issuerTradingSymbol")}
        />
      )}
      {issuer.foreignTradingSymbol !== null && (
        <>
          {" · foreign "}
          <b className="ticker">{issuer.foreignTradingSymbol}</b>
        </>
      )}
    </span>
  </>
);

/** One of the numbered boxes above the tables. */
const Box = ({ number, title, children }: { number: string; title: string; children: ReactNode }) => (
  <div className="box">
    <div className="box-head">
      <span className="column-number">{number}</span>
      {title}
    </div>
    {children}
  </div>
);
