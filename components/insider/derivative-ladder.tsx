import { SectionHead } from "@/components/site/section-head";
import { CalendarDate } from "@/components/ui/calendar-date";
import { ColumnHeads } from "@/components/ui/column-heads";
import { Money } from "@/components/ui/money";
import { Shares } from "@/components/ui/shares";
import { tableRoles } from "@/components/ui/table-roles";
import type { LadderOfDerivatives as Ladder, LadderRung } from "@/lib/holdings/derivative-ladder";
import { splitName } from "@/lib/holdings/describe-split";
import { rowUrl } from "@/lib/urls";
import { formatShares } from "@/lib/values/decimals";
import { formatPrice, formatValue } from "@/lib/values/money";
import type { InsiderView, IssuerLabels } from "@/lib/views/insider";
import { JointLine } from "./joint-line";
import { LaterReport } from "./later-report";
import { Vehicle } from "./vehicle";

const MOST_OPEN = 40;
const MOST_EXPIRED = 20;

/** Options, units and other derivatives that are still owned, by exercise price. */
export const DerivativeLadder = ({ derivatives }: { derivatives: InsiderView["derivatives"] }) => {
  const { ladder, issuers } = derivatives;
  const { open, expired, restated, values, ended, replaced } = ladder;
  const left = open.length + expired.length + restated.length + values.length;
  if (left + ended === 0) return null;
  const rungs = (of: readonly LadderRung[], most: number) =>
    of.slice(0, most).map((rung) => <Rung key={rung.holdingLine} rung={rung} label={labelOf(issuers, rung.issuer)} />);
  return (
    <section className="section" aria-labelledby="derivatives">
      <SectionHead
        id="derivatives"
        title="Derivatives"
        note={
          left === 0
            ? `Table II: ${ended === 1 ? "the last report shows a zero balance" : "the last reports show zero balances"}`
            : `Table II: balances at the last report, lowest exercise price first${ended > 0 ? `; ${ended} more ${ended === 1 ? "is" : "are"} zero` : ""}`
        }
      />
      {left > 0 && (
        <table {...tableRoles.table} className="stack labelled ladder">
          <caption className="visually-hidden">Derivatives by exercise price</caption>
          <ColumnHeads
            columns={[
              ["Exercise price", "num"],
              ["Derivative"],
              ["Exercisable"],
              ["Expires"],
              ["Underlying"],
              ["Balance", "num"],
              ["As of"],
            ]}
          />
          {open.length > 0 && (
            <tbody {...tableRoles.rowGroup}>
              {rungs(open, MOST_OPEN)}
              <CutRow left={open.length - MOST_OPEN} />
            </tbody>
          )}
          {ladder.totals.length > 0 && (
            <tbody {...tableRoles.rowGroup}>
              {ladder.totals.map(({ issuer, title, total, lines }) => (
                <tr key={`${issuer} ${title}`} {...tableRoles.row} className="is-total">
                  <th {...tableRoles.rowHeader} colSpan={5} className="col-what">
                    {labelOf(issuers, issuer)} {title ?? "Untitled derivative"}, open, in {lines}{" "}
                    {lines === 1 ? "line" : "lines"}
                  </th>
                  <td {...tableRoles.cell} className="col-amount num">
                    {formatShares(total)}
                  </td>
                  <td {...tableRoles.cell} />
                </tr>
              ))}
            </tbody>
          )}
          {expired.length > 0 && (
            <tbody {...tableRoles.rowGroup}>
              <tr {...tableRoles.row} className="is-total">
                <th {...tableRoles.rowGroupHeader} colSpan={7}>
                  Expired under their terms, although the last report shows a balance: not in any total
                </th>
              </tr>
              {rungs(expired, MOST_EXPIRED)}
              <CutRow left={expired.length - MOST_EXPIRED} />
            </tbody>
          )}
          {restated.length > 0 && (
            <tbody {...tableRoles.rowGroup}>
              <tr {...tableRoles.row} className="is-total">
                <th {...tableRoles.rowGroupHeader} colSpan={7}>
                  In no total, because a later filing reports the same holding, or perhaps the same, on another line
                </th>
              </tr>
              {rungs(restated, MOST_EXPIRED)}
              <CutRow left={restated.length - MOST_EXPIRED} />
            </tbody>
          )}
          {values.length > 0 && (
            <tbody {...tableRoles.rowGroup}>
              <tr {...tableRoles.row} className="is-total">
                <th {...tableRoles.rowGroupHeader} colSpan={7}>
                  Reported in dollars: not in any total
                </th>
              </tr>
              {values.slice(0, MOST_EXPIRED).map((value) => (
                <Rung key={`${value.filing}#${value.row}`} rung={value} label={labelOf(issuers, value.issuer)} />
              ))}
              <CutRow left={values.length - MOST_EXPIRED} />
            </tbody>
          )}
        </table>
      )}
      {replaced.length > 0 && (
        <p className="small muted">
          {replaced.length === 1 ? "1 option has had" : `${replaced.length} options have had`} a different exercise
          price since a split, and {replaced.length === 1 ? "is" : "are"} listed at that price.
        </p>
      )}
    </section>
  );
};

const labelOf = (issuers: IssuerLabels, issuer: string | null) =>
  issuers.size > 1 && issuers.has(issuer) ? <span className="id">{issuers.get(issuer)}</span> : null;

const CutRow = ({ left }: { left: number }) =>
  left > 0 && (
    <tr {...tableRoles.row}>
      <td {...tableRoles.cell} colSpan={7} className="muted">
        The JSON has {left} more {left === 1 ? "line" : "lines"}.
      </td>
    </tr>
  );

type RungProps = {
  rung: Ladder["values"][number] | Ladder["restated"][number] | LadderRung;
  label: React.ReactNode;
};

const Rung = ({ rung, label }: RungProps) => (
  <tr {...tableRoles.row} className="is-part">
    <td {...tableRoles.cell} className="num" data-label="Exercise price">
      <Money text={formatPrice(rung.exercisePrice)} />
    </td>
    <td {...tableRoles.cell} className="col-what">
      {label} {rung.title ?? "Untitled derivative"}
      {rung.ownership === "I" && (
        <span className="under">
          <Vehicle ownership={rung.ownership} vehicle={rung.vehicle} />
        </span>
      )}
      <JointLine jointOwners={rung.jointOwners} />
      {"laterReport" in rung && <LaterReport report={rung.laterReport} />}
      {"splitsSince" in rung && rung.splitsSince.length > 0 && (
        <span className="under">
          number and price as they were before the {rung.splitsSince.map(splitName).join(" and the ")}
        </span>
      )}
    </td>
    <td {...tableRoles.cell} data-label="Exercisable">
      <CalendarDate date={rung.exercisable} />
    </td>
    <td {...tableRoles.cell} data-label="Expires">
      <CalendarDate date={rung.expires} />
    </td>
    <td {...tableRoles.cell} data-label="Underlying">
      <span>
        {"underlyingShares" in rung && <Shares shares={rung.underlyingShares} />}{" "}
        <span className="muted">{rung.underlyingTitle}</span>
      </span>
    </td>
    <td {...tableRoles.cell} className="col-amount num">
      <b>{"balance" in rung ? <Shares shares={rung.balance} /> : <Money text={formatValue(rung.value)} />}</b>
    </td>
    <td {...tableRoles.cell} data-label="As of">
      <a className="quiet-link" href={rowUrl(rung.filing, rung.row)}>
        <CalendarDate date={rung.asOf} />
      </a>
    </td>
  </tr>
);
