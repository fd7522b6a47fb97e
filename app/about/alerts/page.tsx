import { loadAlertsView } from "@/app/about/alerts/view";
import { IgnoredNames } from "@/app/ignored-names";
import { viewMetadata } from "@/app/view-metadata";
import { AlertDays } from "@/components/about/alert-days";
import { OperatorAlerts } from "@/components/about/operator-alerts";
import { ReaderAlerts } from "@/components/about/reader-alerts";
import { PageLead } from "@/components/site/page-lead";
import { aboutAlertsUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import type { AlertsView } from "@/lib/views/alerts";

export const metadata = {
  ...viewMetadata(
    {
      title: "Alerts",
      description: "What alerts have sent, what is waiting and what has failed.",
      url: aboutAlertsUrl(),
    },
    ["json"],
  ),
  robots: { index: false },
};

export default async function AboutAlertsPage() {
  const view = await loadAlertsView();
  return (
    <>
      <PageLead eyebrow="Alerts" title={titleOf(view)} standfirst={STANDFIRST} />
      <IgnoredNames path={view.url} />
      <div className="work">
        {view.unsentMail.map((sentence) => (
          <p key={sentence} className="notice">
            {sentence}
          </p>
        ))}
        <OperatorAlerts alerts={view.alerts} inAll={view.alertsInAll} />
        <ReaderAlerts readers={view.readers} />
        <AlertDays days={view.days} />
      </div>
    </>
  );
}

const STANDFIRST =
  "If a message cannot be delivered, we try again at growing intervals for three days, and then give up. A message may arrive more than once, always with the same id.";

/** One sentence: what is wrong, or else what was sent. */
function titleOf({ alerts, alertsInAll, readers }: AlertsView): string {
  const readersInAll = Object.values(readers.states).reduce((sum, count) => sum + count, 0);
  if (alertsInAll + readersInAll === 0) return "No alerts are set up";
  const inTrouble = alerts.filter(
    ({ trouble, state }) => trouble !== null || state === "paused" || state === "disabled",
  ).length;
  const delivered = alerts.reduce((sum, alert) => sum + alert.delivered, readers.delivered);
  const waiting = alerts.reduce((sum, alert) => sum + alert.waiting, readers.waiting);
  const sent = `${plural(delivered, "message")} delivered in 30 days, ${waiting === 0 ? "none" : waiting.toLocaleString("en-US")} waiting`;
  return inTrouble === 0 ? sent : `${plural(inTrouble, "alert")} cannot be delivered; ${sent}`;
}
