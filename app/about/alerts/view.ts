import { findAlerts } from "@/db/queries/alerts";
import { database } from "@/db/server/client";
import { unsentMail } from "@/lib/alerts/unsent-mail";
import { guardedRequest } from "@/lib/requests/guarded-request";
import { aboutAlertsUrl } from "@/lib/urls";
import type { AlertsView } from "@/lib/views/alerts";

const LISTED = 200;

export async function loadAlertsView(): Promise<AlertsView> {
  // Messages are sent without any change to the record, which is what versions of pages come from.
  delete guardedRequest()?.tag;
  const { mailAlerts, ...found } = await findAlerts(database(), LISTED);
  return {
    title: "Alerts",
    url: aboutAlertsUrl(),
    // The site itself does not get SMTP_URL, which has a password.
    unsentMail: unsentMail({
      canSend: process.env.SECTION16_SENDS_MAIL === "1",
      allowAlerts: process.env.ALLOW_ALERTS?.trim() === "1",
      mailAlerts,
    }),
    ...found,
  };
}
