import { SectionHead } from "@/components/site/section-head";
import { CalendarDate } from "@/components/ui/calendar-date";
import { ColumnHeads } from "@/components/ui/column-heads";
import { Money } from "@/components/ui/money";
import { Shares } from "@/components/ui/shares";
import { tableRoles } from "@/components/ui/table-roles";
import { splitName } from "@/lib/holdings/describe-split";
import type { HeldPart, HeldSecurity, HeldValue } from "@/lib/holdings/held-securities";
import { rowUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import { formatShares } from "@/lib/values/decimals";
import { formatValue } from "@/lib/values/money";
import type { InsiderView, IssuerLabels } from "@/lib/views/insider";
import { JointLine } from "./joint-line";
import { LaterReport } from "./later-report";
import { Vehicle } from "./vehicle";

const MOST_PARTS = 12;

/** What an insider owns of each security of Table I, with the holding lines that add up to it. */
export const InsiderHoldings = ({ holdings: { held, issuers } }: { holdings: InsiderView["holdings"] }) => {
  const shown = held.filter(({ parts, values }) => parts.length > 0 || values.length > 0);
  const ended = held.filter((security) => !shown.includes(security));
  if (held.length === 0) return null;
  return (
    <section className="section" aria-labelledby="holdings">
      <SectionHead
        id="holdings"
        title="Holdings"
        note="Table I, as of the last report; we do not add up different securities or issuers"
      />
      {shown.length > 0 && (
        <table {...tableRoles.table} className="stack labelled">
          <caption className="visually-hidden">Holdings by security</caption>
          <ColumnHeads columns={[["Held"], ["Shares", "num"], ["As of"], ["Unexplained changes"]]} />
          {shown.map((security) => (
            <Security
              key={`${security.issuer} ${security.title}`}
              security={security}
              issuer={issuers.size > 1 ? (issuers.get(security.issuer) ?? null) : null}
            />
          ))}
        </table>
      )}
      {ended.length > 0 && (
        <p className="small muted">
          Zero at the last report: {ended.map(({ title, issuer }) => named(title, issuers, issuer)).join("; ")}.
        </p>
      )}
    </section>
  );
};

const named = (title: string | null, issuers: IssuerLabels, issuer: string | null): string =>
  [issuers.size > 1 ? issuers.get(issuer) : null, title ?? "an untitled security"].filter(Boolean).join(" ");

const Security = ({ security, issuer }: { security: HeldSecurity; issuer: string | null }) => {
  const { title, total, parts, restated, ended, values, from, to } = security;
  const cut = parts.length - MOST_PARTS;
  return (
    <tbody {...tableRoles.rowGroup}>
      <tr {...tableRoles.row} className="is-total">
        <th {...tableRoles.rowGroupHeader} className="col-what">
          {issuer && <span className="id">{issuer}</span>} {title ?? "Untitled security"}
          {parts.some(({ mayBeSame }) => mayBeSame) && (
            <span className="under">
              Lines marked “twice?” may be the same shares. This total may count them twice.
            </span>
          )}
        </th>
        <td {...tableRoles.cell} className="col-amount num">
          {total === null ? <span className="muted">in dollars only</span> : <Shares shares={total} />}
        </td>
        <td {...tableRoles.cell} data-label="As of">
          {total !== null && <Span from={from} to={to} />}
        </td>
        <td {...tableRoles.cell} className="muted">
          {total !== null && plural(parts.length, "line")}
          {ended.length > 0 && `; ${ended.length} more ${ended.length === 1 ? "is" : "are"} zero`}
        </td>
      </tr>
      {parts.slice(0, MOST_PARTS).map((part) => (
        <Part key={part.holdingLine} part={part} />
      ))}
      {values.map((value) => (
        <ValueLine key={`${value.filing}#${value.row}`} value={value} />
      ))}
      {cut > 0 && (
        <tr {...tableRoles.row}>
          <td {...tableRoles.cell} colSpan={4} className="muted">
            The total includes {cut} more {cut === 1 ? "line" : "lines"}; the JSON lists {cut === 1 ? "it" : "them"}.
          </td>
        </tr>
      )}
      {restated.slice(0, MOST_PARTS).map((part) => (
        <Part key={part.holdingLine} part={part} />
      ))}
    </tbody>
  );
};

const Span = ({ from, to }: { from: string | null; to: string | null }) =>
  from === to || from === null || to === null ? (
    <CalendarDate date={to ?? from} />
  ) : (
    <>
      <CalendarDate date={from} /> to <CalendarDate date={to} />
    </>
  );

const Part = ({ part }: { part: HeldPart }) => (
  <tr {...tableRoles.row} className="is-part">
    <td {...tableRoles.cell} className="col-what">
      <Vehicle ownership={part.ownership} vehicle={part.vehicle} name={part.vehicleName} />
      {part.mayBeSame && <span className="tag">twice?</span>}
      <JointLine jointOwners={part.jointOwners} />
      {part.laterReport && <LaterReport report={part.laterReport} />}
      {part.since && part.laterReport === null && (
        <span className="under">
          reported before the {part.since.splits.map(splitName).join(" and the ")}; {formatShares(part.since.balance)}{" "}
          in the total
        </span>
      )}
    </td>
    <td {...tableRoles.cell} className="col-amount num">
      <Shares shares={part.balance} />
    </td>
    <td {...tableRoles.cell} data-label="As of">
      <a className="quiet-link" href={rowUrl(part.filing, part.row)}>
        <CalendarDate date={part.asOf} />
      </a>
    </td>
    <td {...tableRoles.cell} className="muted" data-label="Unexplained changes">
      {gapsInWords(part.gaps)}
    </td>
  </tr>
);

const ValueLine = ({ value }: { value: HeldValue }) => (
  <tr {...tableRoles.row} className="is-part">
    <td {...tableRoles.cell} className="col-what">
      <Vehicle ownership={value.ownership} vehicle={value.vehicle} />
      <span className="under">reported in dollars; not in any total</span>
    </td>
    <td {...tableRoles.cell} className="col-amount num">
      <Money text={formatValue(value.value)} />
    </td>
    <td {...tableRoles.cell} data-label="As of">
      <a className="quiet-link" href={rowUrl(value.filing, value.row)}>
        <CalendarDate date={value.asOf} />
      </a>
    </td>
    <td {...tableRoles.cell} />
  </tr>
);

/** "2 changes: 1 with a reason, 1 without". */
function gapsInWords({ explained, unexplained }: HeldPart["gaps"]): string {
  const count = explained + unexplained;
  if (count === 0) return "none";
  const changes = plural(count, "change");
  if (unexplained === 0) return `${changes}, ${count === 1 ? "explained" : "all explained"}`;
  if (explained === 0) return `${changes}, no reason given`;
  return `${changes}, ${explained} explained, ${unexplained} not`;
}
