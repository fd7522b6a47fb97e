import { SectionHead } from "@/components/site/section-head";
import { CalendarDate } from "@/components/ui/calendar-date";
import { ColumnHeads } from "@/components/ui/column-heads";
import { Missing } from "@/components/ui/missing";
import { tableRoles } from "@/components/ui/table-roles";
import { issuerLabel } from "@/lib/record/issuer-label";
import { filingUrl, methodsUrl } from "@/lib/urls";
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
        note={`${late} of ${of} filings with a deadline, for all issuers${filings.length > MOST_SHOWN ? `; the newest ${MOST_SHOWN} are shown, and the JSON has all` : ""}`}
      />
      <table {...tableRoles.table} className="stack labelled is-narrow">
        <caption className="visually-hidden">Filings made after their deadline</caption>
        <ColumnHeads
          columns={[
            ["Filed"],
            ["Form"],
            ...(hasSeveralIssuers ? [["Issuer"] as const] : []),
            ["Due"],
            ["Business days after the trade", "num"],
            ["Filer’s mark"],
          ]}
        />
        <tbody {...tableRoles.rowGroup}>
          {filings.slice(0, MOST_SHOWN).map((filing) => (
            <tr key={filing.accessionNumber} {...tableRoles.row}>
              <td {...tableRoles.cell} className="col-what" data-label="Filed">
                <a className="quiet-link" href={filingUrl(filing.accessionNumber)}>
                  <CalendarDate date={filing.filedOn} />
                </a>
              </td>
              <td {...tableRoles.cell} data-label="Form">
                {filing.documentType ?? <Missing />}
              </td>
              {hasSeveralIssuers && (
                <td {...tableRoles.cell} className="id" data-label="Issuer">
                  {issuerLabel(filing.issuer) ?? <Missing />}
                </td>
              )}
              <td {...tableRoles.cell} data-label="Due">
                {filing.due === null ? <span className="muted">not known</span> : <CalendarDate date={filing.due} />}
              </td>
              <td {...tableRoles.cell} className="num" data-label="Business days">
                {filing.days ?? ""}
                {!filing.late && filing.days !== null && <span className="under">on time by our count</span>}
              </td>
              <td {...tableRoles.cell} data-label="Filer’s mark">
                {filing.marks.length === 0 ? (
                  <span className="muted">none</span>
                ) : (
                  filing.marks.map(markInWords).join(", ")
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
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

const markInWords = (mark: string): string => {
  const letter = mark.toUpperCase();
  if (letter === "L") return "L, late";
  return letter === "E" ? "E, early" : mark;
};
