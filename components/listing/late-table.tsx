import { CalendarDate } from "@/components/ui/calendar-date";
import { ColumnHeads } from "@/components/ui/column-heads";
import { Missing } from "@/components/ui/missing";
import { tableRoles } from "@/components/ui/table-roles";
import { filingUrl } from "@/lib/urls";
import type { LateFiling } from "@/lib/views/party";

type LateTableProps<Filing extends LateFiling> = {
  filings: readonly Filing[];
  /** Whom the filings are on, or by, if that differs. */
  party: { label: string; of: (filing: Filing) => React.ReactNode } | null;
};

/** Filings that are late by our count or by the filer's own mark, with both. */
export const LateTable = <Filing extends LateFiling>({ filings, party }: LateTableProps<Filing>) => (
  <table {...tableRoles.table} className="stack labelled is-narrow">
    <caption className="visually-hidden">Filings made after their deadline</caption>
    <ColumnHeads
      columns={[
        ["Filed"],
        ["Form"],
        ...(party ? [[party.label] as const] : []),
        ["Due by our count"],
        ["Business days after the trade", "num"],
        ["Filer’s mark"],
      ]}
    />
    <tbody {...tableRoles.rowGroup}>
      {filings.map((filing) => (
        <tr key={filing.accessionNumber} {...tableRoles.row}>
          <td {...tableRoles.cell} className="col-what" data-label="Filed">
            <a className="quiet-link" href={filingUrl(filing.accessionNumber)}>
              <CalendarDate date={filing.filedOn} />
            </a>
          </td>
          <td {...tableRoles.cell} data-label="Form">
            {filing.documentType ?? <Missing />}
          </td>
          {party && (
            <td {...tableRoles.cell} data-label={party.label}>
              {party.of(filing)}
            </td>
          )}
          <td {...tableRoles.cell} data-label="Due by our count">
            {filing.due === null ? <span className="muted">not known</span> : <CalendarDate date={filing.due} />}
          </td>
          <td {...tableRoles.cell} className="num" data-label="Business days">
            {filing.days ?? ""}
            {!filing.late && filing.days !== null && <span className="under">on time by our count</span>}
          </td>
          <td {...tableRoles.cell} data-label="Filer’s mark">
            {filing.marks.length === 0 ? <span className="muted">none</span> : filing.marks.map(markInWords).join(", ")}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const markInWords = (mark: string): string => {
  const letter = mark.toUpperCase();
  if (letter === "L") return "L, late";
  return letter === "E" ? "E, early" : mark;
};
