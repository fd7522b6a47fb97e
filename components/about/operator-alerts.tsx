import { SectionHead } from "@/components/site/section-head";
import { ClockTime } from "@/components/ui/clock-time";
import { ColumnHeads } from "@/components/ui/column-heads";
import { tableRoles } from "@/components/ui/table-roles";
import type { AlertRate } from "@/lib/alerts/alert";
import { ERRORS_IN_WORDS } from "@/lib/alerts/errors-in-words";
import { DAYS_OF_MESSAGES, REFUSALS_UNTIL_PAUSE } from "@/lib/alerts/kept-days";
import { plural } from "@/lib/values/counts";
import type { OperatorAlert } from "@/lib/views/alerts";

const RATES: Record<AlertRate, string> = { immediate: "at once", daily: "daily", weekly: "weekly" };

/** The alerts of the operator's file, one by one. */
export const OperatorAlerts = ({ alerts, inAll }: { alerts: OperatorAlert[]; inAll: number }) => (
  <section className="section" aria-labelledby="operator-alerts">
    <SectionHead
      id="operator-alerts"
      title="Alerts in alerts.json"
      note={
        inAll === 0
          ? "None"
          : inAll > alerts.length
            ? `${alerts.length} of ${inAll.toLocaleString("en-US")}`
            : undefined
      }
    />
    {alerts.length > 0 && <AlertsTable alerts={alerts} />}
    <p className="section-note">
      <code>npm run alerts</code> says what is set up, <code>npm run alerts -- test</code> sends an example, and{" "}
      <code>npm run alerts -- replay 2026-11-20</code> sends the messages of a day again, with the same ids. We keep
      messages for {DAYS_OF_MESSAGES} days. An email alert is paused when the mail server has refused its address for{" "}
      {REFUSALS_UNTIL_PAUSE} messages in a row, and a webhook is switched off when it answers 410;{" "}
      <code>npm run alerts -- resume NAME</code> starts them again.
    </p>
  </section>
);

const AlertsTable = ({ alerts }: { alerts: OperatorAlert[] }) => (
  <table {...tableRoles.table} className="plain stack">
    <caption className="visually-hidden">Alerts in alerts.json; those that cannot be delivered are first</caption>
    <ColumnHeads
      columns={[
        ["Alert"],
        ["To"],
        ["Delivered in 30 days", "num"],
        ["Last delivered"],
        ["Waiting", "num"],
        ["Failed in 30 days", "num"],
        ["State"],
      ]}
    />
    <tbody {...tableRoles.rowGroup}>
      {alerts.map((alert) => (
        <tr key={alert.name} {...tableRoles.row}>
          <th {...tableRoles.rowHeader}>
            {alert.name}
            <span className="under">
              <a href={alert.view}>{alert.view}</a>
            </span>
          </th>
          <td {...tableRoles.cell} data-label="To">
            {alert.channel === "mail" ? "email" : "webhook"}, {alert.receiver}
            <span className="under">{RATES[alert.rate]}</span>
          </td>
          <td {...tableRoles.cell} className="num" data-label="Delivered in 30 days">
            {alert.delivered.toLocaleString("en-US")}
          </td>
          <td {...tableRoles.cell} data-label="Last delivered">
            {alert.lastDeliveredAt ? <ClockTime instant={alert.lastDeliveredAt} inFull /> : "—"}
          </td>
          <td {...tableRoles.cell} className="num" data-label="Waiting">
            {alert.waiting.toLocaleString("en-US")}
            {alert.collected > 0 && (
              <span className="under">{plural(alert.collected, "match", "matches")} collected</span>
            )}
          </td>
          <td {...tableRoles.cell} className="num" data-label="Failed in 30 days">
            {alert.failed.toLocaleString("en-US")}
          </td>
          <td {...tableRoles.cell} data-label="State">
            <StateOf alert={alert} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const StateOf = ({ alert: { state, stateReason, trouble } }: { alert: OperatorAlert }) => (
  <>
    {state === "active" && trouble !== null ? "failing" : state}
    {state !== "active" && stateReason && <span className="under">{stateReason}</span>}
    {trouble && (
      <span className="under">
        {ERRORS_IN_WORDS[trouble.errorClass]} (<span className="id">{trouble.errorClass}</span>)
        {trouble.at && (
          <>
            , <ClockTime instant={trouble.at} inFull />
          </>
        )}
        {trouble.error && `: ${trouble.error}`}
      </span>
    )}
    {trouble?.nextTryAt && state === "active" && (
      <span className="under">
        Next try: <ClockTime instant={trouble.nextTryAt} inFull />
      </span>
    )}
  </>
);
